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
  trusts = new Map();
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

/** What the learned reading makes of the words, as signs; it is trusted apart where the rules are sure and where they are silent. */
export const learnedSigns = (shares: Shares, words: Judgement): Sign[] =>
  oddsOf(shares).flatMap((odds, index) => namesOf(index, words).map((name): Sign => [name, odds]));

const LEARNED = ['sounds like an emergency', 'sounds routine', 'sounds ambiguous', 'sounds like spam'] as const;

const namesOf = (index: number, { classification, firmness }: Judgement): string[] => {
  const name = LEARNED[index] ?? '';
  return [name, `${name} where the rules say ${classification} ${firmness}`];
};

const oddsOf = ({ routine, ambiguous, spam }: Shares): number[] => [
  halfOdds(1 - routine - ambiguous - spam),
  halfOdds(routine),
  halfOdds(ambiguous),
  halfOdds(spam),
];

/** Half the logarithm of the odds, so that a share weighs about as much as a sign that is there or not. */
const halfOdds = (share: number): number =>
  Math.log(Math.max(LEAST_SHARE, share) / Math.max(LEAST_SHARE, 1 - share)) / 2;

/** What the rules say, and how far the learned reading is trusted beside it: the same for every turn of a call. */
export interface Grounds {
  sums: number[];
  /** By what the learned reading says, the weight it has for every class. */
  trusted: number[][];
}

export function groundsOf(words: Judgement, call: Call): Grounds {
  const sums = CLASSES.map(() => 0);
  for (const [name, strength] of ruleSigns(words, call)) addRow(sums, table.get(name), strength);
  return { sums, trusted: trustBeside(words) };
}

let trusts = new Map<string, number[][]>();

/** There are few things the rules can say, and the same is said all night. */
function trustBeside(words: Judgement): number[][] {
  const said = words.classification + words.firmness;
  const known = trusts.get(said) ?? LEARNED.map((_name, index) => trustedIn(index, words));
  trusts.set(said, known);
  return known;
}

function trustedIn(index: number, words: Judgement): number[] {
  const weights = CLASSES.map(() => 0);
  for (const name of namesOf(index, words)) addRow(weights, table.get(name), 1);
  return weights;
}

function addRow(sums: number[], weights: number[] | undefined, strength: number): void {
  if (!weights) return;
  for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (weights[index] ?? 0) * strength;
}

/** The rules' signs and the learned reading together, each trusted as far as it proved right on calls that were held out. */
export function opinionOf({ sums, trusted }: Grounds, shares: Shares): ClassShares {
  const odds = oddsOf(shares);
  const power = (of: number): number => {
    let sum = sums[of] as number;
    for (let index = 0; index < odds.length; index++) sum += (trusted[index]?.[of] as number) * (odds[index] as number);
    return Math.exp(sum);
  };
  const [emergency, ambiguous, routine, spam] = [power(0), power(1), power(2), power(3)];
  const total = emergency + ambiguous + routine + spam;
  return {
    emergency: emergency / total,
    ambiguous: ambiguous / total,
    routine: routine / total,
    spam: spam / total,
  };
}
