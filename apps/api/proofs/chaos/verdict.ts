import { CALLER_WAITS_SECONDS } from '@domain/escalation/caller-news';
import { CALLER, type Laid } from './ground.js';
import type { Taken } from './log.js';
import type { Ask } from '../night/record.js';

/** What a run came to, read from the carrier's own log alone. */
export interface Verdict {
  owed: number;
  /** Owed texts the carrier never took. */
  missed: number;
  /** Texts taken beyond the first of a step. */
  duplicates: number;
  /** Milliseconds from due until the carrier was first asked, sorted. */
  lateness: number[];
  /** Milliseconds from due until the carrier had taken it, sorted. */
  takenAfter: number[];
  /** Texts that went to nobody on the ladder, or before their time. */
  stray: number;
}

/** A text one person is owed, and since when. */
export interface Owed {
  line: string;
  to: string;
  dueAt: number;
  /** When lateness begins: not before an outage has ended. */
  countedFrom?: number;
  /** Who may be told as well: a ladder does not wait for a carrier that refuses a text twice. */
  next?: string[];
}

const EARLY_MS = 50;

/** The first step alone: the others fall due after the run. */
export const firstSteps = (laid: Laid[]): Owed[] =>
  laid.map(({ line, onCall, dueAt }) => ({ line, to: onCall, dueAt }));

/** The same while the carrier refuses some of them. */
export const firstStepsInFoulWeather = (laid: Laid[]): Owed[] =>
  laid.map(({ line, onCall, backup, owner, dueAt }) => ({ line, to: onCall, dueAt, next: [backup, owner] }));

/** Every person of the ladder, `stepSeconds` apart. */
export const wholeLadders = (laid: Laid[], stepSeconds: number): Owed[] =>
  laid.flatMap(({ line, onCall, backup, owner, dueAt }) => [
    { line, to: onCall, dueAt },
    { line, to: backup, dueAt: dueAt + stepSeconds * 1000 },
    { line, to: owner, dueAt: dueAt + 2 * stepSeconds * 1000 },
  ]);

/** Holds what was owed against what the carrier saw (reference/oncall 5.8, I2, I3, I6, I9). */
export function verdictOn(owed: Owed[], asked: readonly Ask[], taken: readonly Taken[]): Verdict {
  const sinceOutage = new Map(owed.map((text) => [keyOf(text), text.countedFrom ?? -Infinity]));
  const askedFirst = firstByPhones(asked.filter(({ from, to, at }) => at >= (sinceOutage.get(`${from} ${to}`) ?? 0)));
  const takenFirst = firstByPhones(taken);
  const keys = new Set(owed.map(keyOf));
  const after = (owedText: Owed, first: Map<string, number>): number[] => {
    const at = first.get(keyOf(owedText));
    return at === undefined ? [] : [at - (owedText.countedFrom ?? owedText.dueAt)];
  };
  const takenAfter = owed.flatMap((text) => after(text, takenFirst));
  // A call that follows a text whose receipt was lost is no second text.
  const ours = taken.filter((text) => text.kind === 'text' && keys.has(`${text.from} ${text.to}`));
  const expected = new Set(owed.flatMap(({ line, to, next = [] }) => [to, ...next].map((phone) => `${line} ${phone}`)));
  const early = owed.filter((text) => (takenFirst.get(keyOf(text)) ?? Infinity) < text.dueAt - EARLY_MS);
  const known = new Map(owed.map((text) => [text.line, text.dueAt] as const).toReversed());
  const strangers = taken.filter((text) => !expected.has(`${text.from} ${text.to}`) && !isCallerNews(text, known));
  return {
    owed: owed.length,
    missed: owed.length - takenAfter.length,
    duplicates: ours.length - takenAfter.length,
    lateness: owed.flatMap((text) => after(text, askedFirst)).sort((a, b) => a - b),
    takenAfter: takenAfter.toSorted((a, b) => a - b),
    stray: strangers.length + early.length,
  };
}

/** A caller whose emergency nobody has taken for ten minutes is owed an honest word. */
function isCallerNews({ from, to, at }: Taken, openedAt: Map<string, number>): boolean {
  const opened = openedAt.get(from);
  return to === CALLER && opened !== undefined && at - opened >= CALLER_WAITS_SECONDS * 1000;
}

const keyOf = (owed: Owed): string => `${owed.line} ${owed.to}`;

function firstByPhones(log: readonly { from: string; to: string; at: number }[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { from, to, at } of log) {
    const key = `${from} ${to}`;
    if (!first.has(key)) first.set(key, at);
  }
  return first;
}

/** The value below which `share` of the sorted numbers lie; NaN when there are none. */
export const percentile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
