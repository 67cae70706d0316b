import { performance } from 'node:perf_hooks';
import { assess } from '../assess.js';
import type { Turn } from '../triage.types.js';
import { PRD_EMERGENCY_KEYWORDS } from './baselines.js';
import type { LabelledCall } from './corpus.js';

export interface Speed {
  /** Microseconds to assess a 20-turn call again when one more turn arrives. */
  oneMoreTurn: number;
  /** Microseconds to scan the same text once for the PRD's keywords: the floor, measured in the same run. */
  bareScan: number;
  /** Turns read per second, each for the first time. */
  turnsPerSecond: number;
  /** Milliseconds, by input that is meant to hurt. */
  pathological: Record<string, number>;
}

const TURNS = 20;
const ROUNDS = 400;

export function measureSpeed(calls: LabelledCall[]): Speed {
  const texts = calls.flatMap((call) => call.turns.map((turn) => turn.text));
  return {
    oneMoreTurn: timeOneMoreTurn(texts),
    bareScan: timeBareScan(texts),
    turnsPerSecond:
      texts.length / (timed(() => texts.forEach((text, index) => assess([caller(`${text} ${index}`)]))) / 1000),
    pathological: Object.fromEntries(
      Object.entries(cruelInputs(texts)).map(([name, text]) => [name, quickest(3, () => assess([caller(text)]))]),
    ),
  };
}

const caller = (text: string): Turn => ({ role: 'caller', text });

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

// The quickest of several rounds: what the code costs, not what else the machine was doing.
const quickest = (rounds: number, work: () => void): number =>
  Math.min(...Array.from({ length: rounds }, () => timed(work)));

/** Twenty turns are known; the twenty-first is new every time. */
function timeOneMoreTurn(texts: string[]): number {
  const talks = chunks(texts);
  const known = talks.map((talk) => talk.slice(0, TURNS).map(caller));
  known.forEach((turns) => assess(turns));
  return quickestEach(talks.length, (index, round) =>
    assess([...(known[index] ?? []), caller(`${talks[index]?.[TURNS] ?? ''} ${round}`)]),
  );
}

function timeBareScan(texts: string[]): number {
  const keywords = new RegExp(PRD_EMERGENCY_KEYWORDS, 'gi');
  const talks = chunks(texts).map((talk) => talk.join(' '));
  let found = 0;
  return quickestEach(talks.length, (index) => (found += talks[index]?.match(keywords)?.length ?? 0));
}

/** Microseconds of an average talk, each at its quickest: a busy machine interrupts any longer stretch in every round. */
function quickestEach(count: number, work: (index: number, round: number) => unknown): number {
  const best = new Float64Array(count).fill(Infinity);
  for (let round = 0; round < ROUNDS; round++)
    for (let index = 0; index < count; index++)
      best[index] = Math.min(
        best[index] ?? Infinity,
        timed(() => work(index, round)),
      );
  return (best.reduce((sum, each) => sum + each, 0) * 1000) / count;
}

function chunks(texts: string[]): string[][] {
  const talks: string[][] = [];
  for (let at = 0; at + TURNS < texts.length; at += TURNS + 1) talks.push(texts.slice(at, at + TURNS + 1));
  return talks.slice(0, 60);
}

/** 10,000-word turns of what the rules look for most, and a megabyte of one letter. */
export const cruelInputs = (texts: string[]): Record<string, string> => ({
  'a 10,000-word turn': texts.join(' ').split(' ').slice(0, 10_000).join(' '),
  '10,000 hazard words': 'smell gas water leak everywhere '.repeat(2000),
  '10,000 guards': 'no not if never without '.repeat(2000),
  '1 MB of one letter': 'a'.repeat(1_048_576),
  '1 MB of accents': 'é'.repeat(1_048_576),
});
