import { TRUST } from '../model/trust.js';
import type { Shares } from '../model/likelihood.js';
import type { CallClass } from '../triage.types.js';
import type { Call } from './call.js';
import type { Judgement } from './judgement.js';
import { hasSpamHint, spamReasons } from './spam.js';

/** The classes in the order of the trust table. */
export const CLASSES: readonly CallClass[] = ['emergency', 'ambiguous', 'routine', 'spam'];

/** Something that speaks for or against a class, and how strongly it was seen. */
export type Sign = readonly [name: string, strength: number];

/** A probability for every class; they add up to one. */
export type ClassShares = Record<CallClass, number>;

/** Weights are kept as whole hundredths. */
const SCALE = 100;
const LEAST_SHARE = 1e-3;

let table = tableOf(TRUST);

function tableOf(text: string): Map<string, number[]> {
  const rows = text.split(';').map((row) => row.split('='));
  return new Map(
    rows.map(([sign = '', weights = '']) => [sign, weights.split(',').map((weight) => Number(weight) / SCALE)]),
  );
}

/** Another trust than the published one, for cross-validation alone. */
export function replaceTrust(text: string): void {
  table = tableOf(text);
}

/** What the rules made of the call, as signs. */
export function ruleSigns(words: Judgement, call: Call): Sign[] {
  const signs: Sign[] = [
    ['', 1],
    [`class ${words.classification} ${words.firmness}`, 1],
    [`topic ${words.classification} ${words.topic}`, 1],
  ];
  const rules = words.classification === 'emergency' ? new Set(words.because.map(({ rule }) => rule)).size : 0;
  if (rules > 1) signs.push(['several rules', 1]);
  if (spamReasons(call).length > 0) signs.push(['pitch', 1]);
  else if (hasSpamHint(call)) signs.push(['hint of a pitch', 1]);
  return signs;
}

/** What the learned reading makes of the words, as signs. */
export const learnedSigns = (shares: Shares): Sign[] =>
  LEARNED.map((name, index) => [name, oddsOf(shares)[index] ?? 0]);

const LEARNED = ['sounds like an emergency', 'sounds routine', 'sounds ambiguous', 'sounds like spam'] as const;

const oddsOf = ({ routine, ambiguous, spam }: Shares): number[] => [
  halfOdds(1 - routine - ambiguous - spam),
  halfOdds(routine),
  halfOdds(ambiguous),
  halfOdds(spam),
];

/** Half the logarithm of the odds, so that a share weighs about as much as a sign that is there or not. */
const halfOdds = (share: number): number =>
  Math.log(Math.max(LEAST_SHARE, share) / Math.max(LEAST_SHARE, 1 - share)) / 2;

/** What the signs of the rules add up to for every class. */
export function sumOf(signs: Sign[]): number[] {
  const sums = CLASSES.map(() => 0);
  for (const [name, strength] of signs) addRow(sums, table.get(name), strength);
  return sums;
}

function addRow(sums: number[], weights: number[] | undefined, strength: number): void {
  if (!weights) return;
  for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (weights[index] ?? 0) * strength;
}

/** The rules' signs and the learned reading together, each trusted as far as it proved right on calls that were held out. */
export function opinionOf(ruleSum: number[], shares: Shares): ClassShares {
  const sums = [...ruleSum];
  const odds = oddsOf(shares);
  for (let index = 0; index < LEARNED.length; index++) addRow(sums, table.get(LEARNED[index] ?? ''), odds[index] ?? 0);
  const powers = sums.map((sum) => Math.exp(sum));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const [emergency = 0, ambiguous = 0, routine = 0, spam = 0] = powers.map((power) => power / total);
  return { emergency, ambiguous, routine, spam };
}
