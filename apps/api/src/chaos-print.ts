import type { Scenario } from './chaos-scenarios.js';
import type { Cost } from './chaos-cpu.js';
import { percentile, type Verdict } from './chaos-verdict.js';

const ms = (value: number): string => (Number.isNaN(value) ? '–' : `${Math.round(value)} ms`).padStart(9);
const count = (value: number): string => String(value).padStart(6);

export function printFloor(floor: number[]): void {
  console.log(
    '                                                              owed missed  twice  p50 late  p99 late  worst   taken p99',
  );
  row('floor: bare claim and update, nothing sent', { owed: floor.length, missed: 0, duplicates: 0 }, floor, floor);
}

/** What a verdict is held against. `isTimed`: lateness has a bar; otherwise it is only printed. */
interface Bar {
  floor: number[];
  kills: number;
  isTimed: boolean;
  cost: Cost | null;
}

/** Prints one line; false when a bar is missed. */
export function printVerdict(scenario: Scenario, verdict: Verdict, { floor, kills, isTimed, cost }: Bar): boolean {
  const p99 = percentile(verdict.lateness, 0.99);
  const isMet = isWhole(verdict) && (!isTimed || p99 <= scenario.p99);
  row(`(${scenario.letter}) ${scenario.title}`, verdict, verdict.lateness, verdict.takenAfter);
  const notes = [
    ...(isTimed ? [`p99 bar ${scenario.p99} ms`] : []),
    `p99 ${(p99 / percentile(floor, 0.99)).toFixed(1)} x floor`,
    ...(kills > 0 ? [`${kills} kills`] : []),
    ...(verdict.stray > 0 ? [`${verdict.stray} STRAY`] : []),
  ];
  console.log(`      ${isMet ? 'met' : 'MISSED'}: ${notes.join(', ')}`);
  if (cost) console.log(`      ${costPerText(cost, verdict.owed)}`);
  return isMet;
}

/** Idle polling and the boot of killed workers' successors are in it: it is what the machine had to give. */
function costPerText(cost: Cost, texts: number): string {
  const each = (value: number): string => (value / texts).toFixed(1);
  const cpu = cost.workers + cost.database + cost.api + cost.carrier;
  return `a text cost ${each(cpu)} ms of CPU: workers ${each(cost.workers)}, PostgreSQL ${each(cost.database)}, API ${each(cost.api)}, carrier ${each(cost.carrier)}; ${each(cost.statements)} statements`;
}

const isWhole = ({ missed, duplicates, stray }: Verdict): boolean => missed === 0 && duplicates === 0 && stray === 0;

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
