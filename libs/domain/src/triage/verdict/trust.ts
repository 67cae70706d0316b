import { TRUST } from '../model/trust.js';
import type { Odds } from '../model/odds.js';
import type { CallClass } from '../triage.types.js';
import type { Call } from './call.js';
import type { Judgement } from './judgement.js';
import type { LearnedView } from './learned-view.js';
import { hasSpamHint, spamReasons } from './spam.js';

/** The classes in the order of the trust table. */
export const CLASSES: readonly CallClass[] = ['emergency', 'ambiguous', 'routine', 'spam'];

/** Something that speaks for or against a class, and how strongly it was seen. */
export type Sign = readonly [name: string, strength: number];

/** A probability for every class; they add up to one. */
export type ClassShares = Record<CallClass, number>;

/** Weights are kept as whole hundredths. */
const SCALE = 100;

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

/**
 * What the learned reading makes of the words, as signs; it is trusted apart where the rules are sure and where they are
 * silent. In a talk each part says something else: what sounds alarming at first may be explained, and what comes out at
 * the end was not.
 */
export const learnedSigns = (view: LearnedView, words: Judgement): Sign[] =>
  partsOf(view).flatMap((odds, part) =>
    odds.flatMap((strength, index) => namesOf({ part, index }, words).map((name): Sign => [name, strength])),
  );

const LEARNED = ['sounds like an emergency', 'sounds routine', 'sounds ambiguous', 'sounds like spam', 'as such'];
const ALARM = 0;

const PARTS = ['', 'in a talk: ', 'first turn: ', 'last turn: ', 'most alarming turn: ', 'turns between: '];
const WHOLE_PARTS = 2;

interface Place {
  part: number;
  /** Of the class in LEARNED. */
  index: number;
}

/** Single turns are many and short: only their alarm is trusted apart by what the rules say. */
function namesOf({ part, index }: Place, { classification, firmness }: Judgement): string[] {
  const name = `${PARTS[part] ?? ''}${LEARNED[index] ?? ''}`;
  const isApart = part < WHOLE_PARTS || index === ALARM;
  return isApart ? [name, `${name} where the rules say ${classification} ${firmness}`] : [name];
}

/** The odds of every part, in the order of PARTS; a call of one turn has but one. */
function partsOf({ whole, turns }: LearnedView): Odds[] {
  const [first, last] = [turns[0], turns.at(-1)];
  if (turns.length < 2 || !first || !last) return [whole];
  const parts = [whole, [...whole, 1], first.odds, last.odds, mostAlarmingOf(turns)];
  return turns.length > 2 ? [...parts, meanOdds(turns)] : parts;
}

function mostAlarmingOf(turns: LearnedView['turns']): Odds {
  let worst: Odds = [];
  let most = -Infinity;
  for (const { alarm, odds } of turns) if (alarm > most) [worst, most] = [odds, alarm];
  return worst;
}

/** Of the turns between the first and the last. */
function meanOdds(turns: LearnedView['turns']): Odds {
  const sums = CLASSES.map(() => 0);
  for (let at = 1; at < turns.length - 1; at++) addRow(sums, turns[at]?.odds, 1 / (turns.length - 2));
  return sums;
}

/** What the rules say, and how far the learned reading is trusted beside it: the same for every part of a call. */
export interface Grounds {
  sums: number[];
  /** By part, then by what the learned reading says of it, the weight for every class. */
  trusted: number[][][];
}

export function groundsOf(words: Judgement, call: Call): Grounds {
  const sums = CLASSES.map(() => 0);
  for (const [name, strength] of ruleSigns(words, call)) addRow(sums, table.get(name), strength);
  return { sums, trusted: trustBeside(words) };
}

let trusts = new Map<string, number[][][]>();

/** There are few things the rules can say, and the same is said all night. */
function trustBeside(words: Judgement): number[][][] {
  const said = words.classification + words.firmness;
  const known =
    trusts.get(said) ?? PARTS.map((_name, part) => LEARNED.map((_class, index) => trustedIn({ part, index }, words)));
  trusts.set(said, known);
  return known;
}

function trustedIn(place: Place, words: Judgement): number[] {
  const weights = CLASSES.map(() => 0);
  for (const name of namesOf(place, words)) addRow(weights, table.get(name), 1);
  return weights;
}

function addRow(sums: number[], weights: readonly number[] | undefined, strength: number): void {
  if (!weights) return;
  for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (weights[index] ?? 0) * strength;
}

/** The rules' signs and the learned reading together, each trusted as far as it proved right on calls that were held out. */
export function opinionOf({ sums, trusted }: Grounds, view: LearnedView): ClassShares {
  const all = [...sums];
  partsOf(view).forEach((odds, part) => {
    for (let index = 0; index < odds.length; index++) addRow(all, trusted[part]?.[index], odds[index] as number);
  });
  const [emergency = 0, ambiguous = 0, routine = 0, spam = 0] = all.map((sum) => Math.exp(sum));
  const total = emergency + ambiguous + routine + spam;
  return {
    emergency: emergency / total,
    ambiguous: ambiguous / total,
    routine: routine / total,
    spam: spam / total,
  };
}
