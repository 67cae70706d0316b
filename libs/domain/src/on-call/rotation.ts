import { DAY_MS, HOUR_MS, instantOf, naive, readingAt, type Span } from './local-time.js';
import type { Rotation, RotationUnit } from './schedule.types.js';

/** Turn number `index` of the rotation's people has it during the span. */
export interface TurnSpan extends Span {
  index: number;
}

const UNIT_MS: Record<RotationUnit, number> = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS };

/**
 * Whose turn it is during `range`, without gap or overlap. Derived from the start date and the order, never advanced
 * and stored: downtime can't skip anybody (rule R7).
 */
export function turnSpans(rotation: Rotation | null, turns: number, range: Span, timeZone: string): TurnSpan[] {
  if (!rotation) return [{ ...range, index: 0 }];
  const startOf = (turn: number): number => instantOf(turnStart(rotation, turn), timeZone);
  const spans: TurnSpan[] = [];
  for (let turn = turnAt(rotation, range.from, timeZone), from = startOf(turn); from < range.to; turn += 1) {
    const to = startOf(turn + 1);
    // An hour that the clocks skip has a turn without length.
    if (to > range.from && to > from) spans.push({ from, to, index: modulo(turn, turns) });
    from = to;
  }
  return spans;
}

/** How long a turn is on the wall clock, in milliseconds. */
export const turnLength = ({ every, unit }: Rotation): number => every * UNIT_MS[unit];

const turnStart = (rotation: Rotation, turn: number): number =>
  naive(rotation.startsOn, rotation.handOff) + turn * turnLength(rotation);

/** A turn that has begun at `instant`, or one before it: a reading that comes twice is no proof of the later one. */
function turnAt(rotation: Rotation, instant: number, timeZone: string): number {
  const sinceStart = readingAt(instant, timeZone) - turnStart(rotation, 0);
  let turn = Math.floor(sinceStart / turnLength(rotation));
  while (instantOf(turnStart(rotation, turn), timeZone) > instant) turn -= 1;
  return turn;
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;
