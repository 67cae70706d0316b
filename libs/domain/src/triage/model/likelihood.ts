import type { Asked } from './asked.js';
import { isDenied, lateFrom, wordFor } from './features.js';
import type { Said } from './features.js';
import { closePairs } from './senses.js';
import { NO_ROW, SCALE, strangerOf, tableOf } from './table.js';
import type { PackedWeights, Table } from './table.js';
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

/**
 * Evidence for each outcome in whole twentieths, added up over features; kept apart from their number so that turns can
 * be joined.
 */
export interface Leaning {
  sums: number[];
  features: number;
}

const COUNT = OUTCOMES.length;

const nowhere = (): Leaning => ({ sums: [0, 0, 0, 0, 0, 0, 0, 0], features: 0 });

let table: Table | undefined;

/** Unpacked with the first call that is judged: a worker that only pages never needs it. */
const learned = (): Table => (table ??= tableOf(WEIGHTS));

/** Other weights than the published ones, for cross-validation alone. */
export function replaceWeights(weights: PackedWeights): void {
  table = tableOf(weights);
}

/** How a turn leans by its features (model/features.ts); unknown ones lean nowhere. */
export function leaningOf(said: Said): Leaning {
  const leaning = nowhere();
  const { sensePairs, findings } = startReading();
  addWords(leaning, said);
  for (const concept of said.named) addConcept(leaning, concept, said);
  for (const pair of closePairs(said.marks)) addRow(leaning, sensePairs[pair] as number);
  for (const { signal, standing } of said.findings) addRow(leaning, findings.get(signal)?.get(standing) ?? NO_ROW);
  return leaning;
}

/** How it leans that this was asked and so answered. */
export function askedLeaning({ concepts, reply }: Asked): Leaning {
  const leaning = nowhere();
  const rows = startReading().asked[reply];
  for (const concept of concepts) addRow(leaning, rows[concept] as number);
  return leaning;
}

function startReading(): Table {
  const all = learned();
  all.readings++;
  return all;
}

function addWords(leaning: Leaning, { tokens, denied }: Said): void {
  const { words, stems, pairs, pairsApart } = learned();
  const late = lateFrom(tokens.length);
  let previous = 0;
  let beforeThat = 0;
  for (let at = 0; at < tokens.length; at++) {
    const word = wordFor(tokens[at]?.lemma ?? '');
    const known = words.get(word) ?? strangerOf(word, stems);
    addRow(leaning, pairs.get(previous, known.number));
    addRow(leaning, pairsApart.get(beforeThat, known.number));
    addRow(leaning, known.word);
    addRow(leaning, known.stem);
    if (denied[at]) addRow(leaning, known.denied);
    if (at >= late) addRow(leaning, known.late);
    beforeThat = previous;
    previous = known.number;
  }
}

function addConcept(leaning: Leaning, concept: number, said: Said): void {
  const { concepts, deniedConcepts } = learned();
  addRow(leaning, concepts[concept] as number);
  const denied = deniedConcepts[concept] as number;
  if (denied !== NO_ROW && isDenied(concept, said)) addRow(leaning, denied);
}

/** However often a feature is said in a turn, it counts once. */
function addRow(leaning: Leaning, row: number): void {
  const { counted, weights, readings } = learned();
  if (row === NO_ROW || counted[row] === readings) return;
  counted[row] = readings;
  leaning.features++;
  const { sums } = leaning;
  const first = row * COUNT;
  for (let index = 0; index < COUNT; index++)
    sums[index] = (sums[index] as number) + (weights[first + index] as number);
}

/** How much one feature speaks for an outcome, beside what it says for routine; 0 for an unknown one. */
export function weightOf(feature: string, outcome: Outcome): number {
  const { rows, weights } = learned();
  const row = rows.get(feature);
  if (row === undefined) return 0;
  const weight = (weights[row * COUNT + OUTCOMES.indexOf(outcome)] as number) / SCALE;
  return outcome === 'routine' ? weight : weight - (weights[row * COUNT + ROUTINE] as number) / SCALE;
}

const ROUTINE = OUTCOMES.indexOf('routine');

/** The leaning of several turns together. */
export function joined(leanings: Leaning[]): Leaning {
  const all = nowhere();
  for (const { sums, features } of leanings) {
    all.features += features;
    for (let index = 0; index < COUNT; index++) all.sums[index] = (all.sums[index] as number) + (sums[index] as number);
  }
  return all;
}

/** Probabilities by outcome; they add up to one. The row of no feature comes first in the table: the bias. */
export function likelihoods({ sums, features }: Leaning): Shares {
  const { weights } = learned();
  const length = Math.sqrt(Math.max(1, features));
  const powers = new Float64Array(COUNT);
  let total = 0;
  for (let index = 0; index < COUNT; index++) {
    const power = Math.exp(((weights[index] as number) + (sums[index] as number) / length) / SCALE);
    powers[index] = power;
    total += power;
  }
  return sharesOf(powers, total);
}

const sharesOf = (powers: Float64Array, total: number): Shares => {
  const share = (outcome: number): number => (powers[outcome] as number) / total;
  return {
    evacuate: share(0),
    electrical_stay_away: share(1),
    water_shutoff: share(2),
    drip_faucets: share(3),
    other_emergency: share(4),
    routine: share(5),
    spam: share(6),
    ambiguous: share(7),
  };
};
