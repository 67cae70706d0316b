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
    ...timeTalks(talksOf(texts)),
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

/** Twenty turns that are known, the twenty-first, and the text of all. */
interface Talk {
  known: Turn[];
  next: string;
  text: string;
}

const TALKS = 60;

function talksOf(texts: string[]): Talk[] {
  const talks: Talk[] = [];
  for (let at = 0; at + TURNS < texts.length && talks.length < TALKS; at += TURNS + 1) {
    const lines = texts.slice(at, at + TURNS + 1);
    talks.push({ known: lines.slice(0, TURNS).map(caller), next: lines[TURNS] ?? '', text: lines.join(' ') });
  }
  return talks;
}

/**
 * Microseconds of an average talk, each at its quickest: a busy machine interrupts any longer stretch in every round. The
 * assessment and the bare scan take turns, so that what else the machine does and what its caches hold burdens both.
 */
function timeTalks(talks: Talk[]): Pick<Speed, 'oneMoreTurn' | 'bareScan'> {
  const keywords = new RegExp(PRD_EMERGENCY_KEYWORDS, 'gi');
  const [assessed, scanned] = [untimed(talks), untimed(talks)];
  talks.forEach(({ known }) => assess(known));
  let found = 0;
  for (let round = 0; round < ROUNDS; round++)
    talks.forEach(({ known, next, text }, index) => {
      // The twenty-first turn is new every time.
      keepQuickest(assessed, index, () => assess([...known, caller(`${next} ${round}`)]));
      keepQuickest(scanned, index, () => (found += text.match(keywords)?.length ?? 0));
    });
  return { oneMoreTurn: meanMicroseconds(assessed), bareScan: meanMicroseconds(scanned) };
}

const untimed = (talks: Talk[]): number[] => talks.map(() => Infinity);

function keepQuickest(best: number[], index: number, work: () => unknown): void {
  best[index] = Math.min(best[index] ?? Infinity, timed(work));
}

const meanMicroseconds = (milliseconds: number[]): number =>
  (milliseconds.reduce((sum, each) => sum + each, 0) * 1000) / milliseconds.length;

/** 10,000-word turns of what the rules look for most, and a megabyte of one letter. */
export const cruelInputs = (texts: string[]): Record<string, string> => ({
  'a 10,000-word turn': texts.join(' ').split(' ').slice(0, 10_000).join(' '),
  '10,000 hazard words': 'smell gas water leak everywhere '.repeat(2000),
  '10,000 guards': 'no not if never without '.repeat(2000),
  '1 MB of one letter': 'a'.repeat(1_048_576),
  '1 MB of accents': 'é'.repeat(1_048_576),
});
