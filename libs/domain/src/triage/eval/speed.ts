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
const ROUNDS = 150;

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

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

// The quickest of several rounds: what the code costs, not what else the machine was doing.
const quickest = (rounds: number, work: (round: number) => void): number =>
  Math.min(...Array.from({ length: rounds }, (_nothing, round) => timed(() => work(round))));

/** Twenty turns are known; the twenty-first is new every time. */
function timeOneMoreTurn(texts: string[]): number {
  const talks = chunks(texts);
  const known = talks.map((talk) => talk.slice(0, TURNS).map(caller));
  known.forEach((turns) => assess(turns));
  const hear = (round: number): void =>
    known.forEach((turns, index) => assess([...turns, caller(`${talks[index]?.[TURNS] ?? ''} ${round}`)]));
  return (quickest(ROUNDS, hear) * 1000) / talks.length;
}

function timeBareScan(texts: string[]): number {
  const keywords = new RegExp(PRD_EMERGENCY_KEYWORDS, 'gi');
  const talks = chunks(texts).map((talk) => talk.join(' '));
  let found = 0;
  const scan = (): void => talks.forEach((talk) => (found += talk.match(keywords)?.length ?? 0));
  return (quickest(ROUNDS, scan) * 1000) / talks.length;
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
