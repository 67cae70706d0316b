import type { Scenario } from './scenarios.js';
import type { Cost } from './cpu.js';
import type { Judgement } from './judgement.js';
import { percentile, type Verdict } from './verdict.js';
import { INVARIANTS, type Violation } from '../night/invariants.js';

const ms = (value: number): string => (Number.isNaN(value) ? '–' : `${Math.round(value)} ms`).padStart(9);
const count = (value: number): string => String(value).padStart(6);

export function printFloor(floor: number[]): void {
  console.log(
    '                                                              owed missed  twice  p50 late  p99 late  worst   taken p99',
  );
  row('floor: bare claim and update, nothing sent', { owed: floor.length, missed: 0, duplicates: 0 }, floor, floor);
}

/** One every second. */
const KILLS_MEANT = 1;

/** What a verdict is held against. `isTimed`: lateness has a bar; otherwise it is only printed. */
interface Bar {
  floor: number[];
  kills: number;
  /** Over which they were spread; 0 when all died at once. */
  killingSeconds: number;
  isTimed: boolean;
  cost: Cost | null;
}

/** Prints one line; false when a bar is missed. */
export function printVerdict(scenario: Scenario, verdict: Judgement, bar: Bar): boolean {
  const { floor, isTimed, cost } = bar;
  const p99 = percentile(verdict.lateness, 0.99);
  const isMet = isWhole(verdict) && (!isTimed || p99 <= scenario.p99);
  row(`(${scenario.letter}) ${scenario.title}`, verdict, verdict.lateness, verdict.takenAfter);
  const notes = [
    ...(isTimed ? [`p99 bar ${scenario.p99} ms`] : []),
    `p99 ${(p99 / percentile(floor, 0.99)).toFixed(1)} x floor`,
    ...killsIn(bar),
    ...(verdict.stray > 0 ? [`${verdict.stray} STRAY`] : []),
  ];
  console.log(`      ${isMet ? 'met' : 'MISSED'}: ${notes.join(', ')}`);
  printViolations(verdict.violations);
  if (cost) console.log(`      ${costPerText(cost, verdict.owed)}`);
  return isMet;
}

/** Idle polling and the boot of killed workers' successors are in it: it is what the machine had to give. */
function costPerText(cost: Cost, texts: number): string {
  const each = (value: number): string => (value / texts).toFixed(1);
  const cpu = cost.workers + cost.database + cost.api + cost.carrier;
  return `a text cost ${each(cpu)} ms of CPU: workers ${each(cost.workers)}, PostgreSQL ${each(cost.database)}, API ${each(cost.api)}, carrier ${each(cost.carrier)}; ${each(cost.statements)} statements`;
}

/** How often it was, beside how often it was meant to be: nobody is killed while too few are at work. */
function killsIn({ kills, killingSeconds }: Bar): string[] {
  if (kills === 0) return [];
  if (killingSeconds === 0) return [`${kills} kills at once`];
  const rate = (kills / killingSeconds).toFixed(2);
  return [`${kills} kills in ${killingSeconds.toFixed(1)} s: ${rate} a second (meant: ${KILLS_MEANT.toFixed(2)})`];
}

const TOLD_OF_EACH = 5;

/** Each broken invariant by its name, with the first places where it shows. */
function printViolations(violations: Violation[]): void {
  for (const invariant of new Set(violations.map((violation) => violation.invariant))) {
    const ofIt = violations.filter((violation) => violation.invariant === invariant);
    console.log(`      BROKEN ${invariant}, ${ofIt.length} times: ${INVARIANTS[invariant].says}`);
    for (const { told } of ofIt.slice(0, TOLD_OF_EACH)) console.log(`        ${told}`);
  }
}

const isWhole = ({ missed, duplicates, stray, violations }: Judgement): boolean =>
  missed + duplicates + stray + violations.length === 0;

export function printPrd(verdict: Verdict): void {
  row("the PRD's timers in memory, faults of (a)", verdict, verdict.lateness, verdict.takenAfter);
}

function row(
  title: string,
  totals: Pick<Verdict, 'owed' | 'missed' | 'duplicates'>,
  late: number[],
  taken: number[],
): void {
  const { owed, missed, duplicates } = totals;
  console.log(
    `${title.padEnd(60)} ${count(owed)} ${count(missed)} ${count(duplicates)} ${ms(percentile(late, 0.5))} ${ms(percentile(late, 0.99))} ${ms(late.at(-1) ?? NaN)} ${ms(percentile(taken, 0.99))}`,
  );
}
