import { findingFeature, wordFor } from './features.js';
import type { Said } from './features.js';
import { NO_ROW, rowsOf, tableOf } from './table.js';
import type { Table, WordRows } from './table.js';
import { WEIGHTS } from './weights.js';

/** What a call can turn out to be, emergencies by the instruction they need. */
export const OUTCOMES = [
  'evacuate',
  'electrical_stay_away',
  'water_shutoff',
  'drip_faucets',
  'other_emergency',
  'routine',
  'spam',
  'ambiguous',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** A probability for every outcome. */
export type Shares = Record<Outcome, number>;

/** Evidence for each outcome, added up over features; kept apart from their number so that turns can be joined. */
export interface Leaning {
  sums: number[];
  features: number;
}

let table: Table | undefined;

/** Unpacked with the first call that is judged: a worker that only pages never needs it. */
const learned = (): Table => (table ??= tableOf(WEIGHTS, OUTCOMES.length));

/** Other weights than the published ones, for cross-validation alone. */
export function replaceWeights(text: string): void {
  table = tableOf(text, OUTCOMES.length);
}

/** How a turn leans by its features (model/features.ts); unknown ones lean nowhere. */
export function leaningOf(said: Said): Leaning {
  const leaning: Leaning = { sums: OUTCOMES.map(() => 0), features: 0 };
  learned().readings++;
  addWords(leaning, said);
  addConcepts(leaning, said);
  for (const finding of said.findings) addRow(leaning, rowOf(findingFeature(finding)));
  return leaning;
}

const rowOf = (feature: string): number => learned().rows.get(feature) ?? NO_ROW;

function addWords(leaning: Leaning, { tokens, denied }: Said): void {
  const { words, rows: all } = learned();
  let previous: WordRows | undefined;
  tokens.forEach(({ lemma }, at) => {
    const word = wordFor(lemma);
    const rows = words.get(word) ?? rowsOf(word, all);
    addRow(leaning, previous?.pairs.get(word) ?? NO_ROW);
    addRow(leaning, rows.word);
    addRow(leaning, rows.stem);
    if (denied[at]) addRow(leaning, rows.denied);
    previous = rows;
  });
}

function addConcepts(leaning: Leaning, { named, marks, denied, conceptFeatures }: Said): void {
  for (const concept of named) {
    const feature = conceptFeatures[concept];
    if (!feature) continue;
    addRow(leaning, rowOf(feature.plain));
    if (marks[concept]?.some((mark) => denied[mark.start])) addRow(leaning, rowOf(feature.denied));
  }
}

/** However often a feature is said in a turn, it counts once. */
function addRow(leaning: Leaning, row: number): void {
  const { counted, readings, weights } = learned();
  if (row === NO_ROW || counted[row] === readings) return;
  counted[row] = readings;
  leaning.features++;
  const { sums } = leaning;
  const first = row * OUTCOMES.length;
  for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (weights[first + index] ?? 0);
}

/** How much one feature speaks for an outcome, beside what it says for routine; 0 for an unknown one. */
export function weightOf(feature: string, outcome: Outcome): number {
  const { rows, weights } = learned();
  const row = rows.get(feature);
  if (row === undefined) return 0;
  const weight = (of: Outcome): number => weights[row * OUTCOMES.length + OUTCOMES.indexOf(of)] ?? 0;
  return weight(outcome) - (outcome === 'routine' ? 0 : weight('routine'));
}

/** The leaning of several turns together. */
export function joined(leanings: Leaning[]): Leaning {
  const sums = OUTCOMES.map(() => 0);
  for (const leaning of leanings) leaning.sums.forEach((sum, index) => (sums[index] = (sums[index] ?? 0) + sum));
  return { sums, features: leanings.reduce((count, leaning) => count + leaning.features, 0) };
}

/** The row of no feature comes first. */
const BIAS = 0;

/** Probabilities by outcome; they add up to one. */
export function likelihoods({ sums, features }: Leaning): Shares {
  const { weights } = learned();
  const length = Math.sqrt(Math.max(1, features));
  const scores = sums.map((sum, index) => Math.exp((weights[BIAS + index] ?? 0) + sum / length));
  const total = scores.reduce((sum, score) => sum + score, 0);
  return Object.fromEntries(OUTCOMES.map((outcome, index) => [outcome, (scores[index] ?? 0) / total])) as Shares;
}
