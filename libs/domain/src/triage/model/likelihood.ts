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

/** Weights are kept as whole hundredths. */
const SCALE = 100;

const tableOf = (text: string): Map<string, number[]> =>
  new Map(
    text.split(';').map((entry) => {
      const [feature = '', weights = ''] = entry.split(':');
      return [feature, weights.split(',').map((weight) => Number(weight) / SCALE)];
    }),
  );

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
    const weights = table.get(feature);
    if (weights) known++;
    add(sums, weights);
  }
  return { sums, features: known };
}

function add(sums: number[], weights: number[] | undefined): void {
  if (!weights) return;
  for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (weights[index] ?? 0);
}

/** The leaning of several turns together. */
export function joined(leanings: Leaning[]): Leaning {
  const sums = OUTCOMES.map(() => 0);
  for (const leaning of leanings) add(sums, leaning.sums);
  return { sums, features: leanings.reduce((count, leaning) => count + leaning.features, 0) };
}

/** Probabilities by outcome; they add up to one. */
export function likelihoods({ sums, features }: Leaning): Shares {
  const bias = table.get('') ?? [];
  const length = Math.sqrt(Math.max(1, features));
  const scores = sums.map((sum, index) => Math.exp((bias[index] ?? 0) + sum / length));
  const total = scores.reduce((sum, score) => sum + score, 0);
  return Object.fromEntries(OUTCOMES.map((outcome, index) => [outcome, (scores[index] ?? 0) / total])) as Shares;
}
