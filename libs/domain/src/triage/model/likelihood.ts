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

/** Weights are kept as whole tenths. */
export const SCALE = 10;

/** Rows of weights end to end, and the row of every feature: one block of memory is read faster than many. */
interface Table {
  rows: Map<string, number>;
  weights: Float64Array;
}

function tableOf(text: string): Table {
  const entries = text.split(';').map((entry) => entry.split(':'));
  const weights = new Float64Array(entries.length * OUTCOMES.length);
  entries.forEach(([, row = ''], index) =>
    weights.set(
      row.split(',').map((weight) => Number(weight) / SCALE),
      index * OUTCOMES.length,
    ),
  );
  return { rows: new Map(entries.map(([feature = ''], index) => [feature, index])), weights };
}

let table = tableOf(WEIGHTS);

/** Other weights than the published ones, for cross-validation alone. */
export function replaceWeights(text: string): void {
  table = tableOf(text);
}

/** How the words of a turn lean. Unknown words lean nowhere. */
export function leaningOf(features: string[]): Leaning {
  const sums = OUTCOMES.map(() => 0);
  let known = 0;
  for (const feature of features) {
    const row = table.rows.get(feature);
    if (row === undefined) continue;
    known++;
    const first = row * OUTCOMES.length;
    for (let index = 0; index < sums.length; index++)
      sums[index] = (sums[index] ?? 0) + (table.weights[first + index] ?? 0);
  }
  return { sums, features: known };
}

/** How much one feature speaks for an outcome, beside what it says for routine; 0 for an unknown one. */
export function weightOf(feature: string, outcome: Outcome): number {
  const row = table.rows.get(feature);
  if (row === undefined) return 0;
  const weight = (of: Outcome): number => table.weights[row * OUTCOMES.length + OUTCOMES.indexOf(of)] ?? 0;
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
  const length = Math.sqrt(Math.max(1, features));
  const scores = sums.map((sum, index) => Math.exp((table.weights[BIAS + index] ?? 0) + sum / length));
  const total = scores.reduce((sum, score) => sum + score, 0);
  return Object.fromEntries(OUTCOMES.map((outcome, index) => [outcome, (scores[index] ?? 0) / total])) as Shares;
}
