import { coverage } from './coverage.js';
import type { Span } from './local-time.js';
import { turnSpans, type TurnSpan } from './rotation.js';
import type { LayeredSchedule, OnCallOverride, ScheduleLayer, TimeOff } from './schedule.types.js';

/** Why somebody is on call. `stand_in`: those whose turn it is are away, so the rotation went on to the next. */
export type SeatReason =
  { kind: 'turn' } | { kind: 'override'; overrideId: string } | { kind: 'stand_in'; forContactIds: string[] };

export interface Seat {
  contactId: string;
  because: SeatReason;
}

/** Who of a layer is on call for a while; nobody is a gap. */
export interface LayerSegment extends Span {
  seats: Seat[];
}

/**
 * One layer's history and future during `range`, seamless. The one computation behind `onCallAt`, the calendar, the
 * feed, the gap finder and the hand-off notices: what the screen shows is what will be paged.
 */
export function layerSegments(schedule: LayeredSchedule, layer: ScheduleLayer, range: Span): LayerSegment[] {
  const plan = planOf(schedule, layer, range);
  const segments: LayerSegment[] = [];
  for (const [from, to] of pairs(edgesOf(plan, range))) {
    const seats = seatsAt(plan, from);
    const last = segments.at(-1);
    if (last && sameSeats(last.seats, seats)) last.to = to;
    else segments.push({ from, to, seats });
  }
  return segments;
}

/** Everything that decides about a layer during the range. */
interface Plan {
  layer: ScheduleLayer;
  turns: TurnSpan[];
  open: Span[];
  overrides: OnCallOverride[];
  timeOff: TimeOff[];
  active: Set<string>;
}

function planOf(schedule: LayeredSchedule, layer: ScheduleLayer, range: Span): Plan {
  const active = new Set(schedule.people.filter((person) => person.isActive).map((person) => person.contactId));
  const touches = (row: { startsAt: Date; endsAt: Date }) =>
    row.startsAt.getTime() < range.to && row.endsAt.getTime() > range.from;
  const firstRank = Math.min(...schedule.layers.map((each) => each.rank));
  return {
    layer,
    turns: turnSpans(layer.rotation, layer.turns.length, range, schedule.timeZone),
    open: coverage(layer, range, schedule),
    overrides: schedule.overrides.filter(
      (override) => touches(override) && active.has(override.inContactId) && isAbout(override, layer, firstRank),
    ),
    timeOff: schedule.timeOff.filter(touches),
    active,
  };
}

function isAbout(override: OnCallOverride, layer: ScheduleLayer, firstRank: number): boolean {
  if (override.layerId !== null) return override.layerId === layer.layerId;
  return override.outContactId !== null || layer.rank === firstRank;
}

function edgesOf(plan: Plan, range: Span): number[] {
  const rows = [...plan.overrides, ...plan.timeOff].flatMap((row) => [row.startsAt.getTime(), row.endsAt.getTime()]);
  const spans = [...plan.turns, ...plan.open].flatMap((span) => [span.from, span.to]);
  const inside = [...rows, ...spans].filter((edge) => edge > range.from && edge < range.to);
  return [...new Set([range.from, ...inside, range.to])].toSorted((one, other) => one - other);
}

function pairs(edges: number[]): [number, number][] {
  return edges.slice(1).map((edge, index) => [edges[index] ?? edge, edge]);
}

function seatsAt(plan: Plan, at: number): Seat[] {
  const isOpen = spanAt(plan.open, at) !== undefined;
  const turn = spanAt(plan.turns, at);
  const byTurn = isOpen && turn ? seatsOfTurn(plan, turn.index, at) : [];
  const seats = plan.overrides.filter((row) => isDuring(row, at)).reduce(overridden, byTurn);
  return seats.filter((seat, index) => seats.findIndex((other) => other.contactId === seat.contactId) === index);
}

/** The people of the turn who are there, or of the next turn that has somebody. */
function seatsOfTurn(plan: Plan, index: number, at: number): Seat[] {
  const { turns } = plan.layer;
  for (let step = 0; step < turns.length; step += 1) {
    const there = (turns[(index + step) % turns.length] ?? []).filter((id) => isThere(plan, id, at));
    const because: SeatReason = step === 0 ? { kind: 'turn' } : { kind: 'stand_in', forContactIds: turns[index] ?? [] };
    if (there.length > 0) return there.map((contactId) => ({ contactId, because }));
  }
  return [];
}

const isThere = (plan: Plan, contactId: string, at: number): boolean =>
  plan.active.has(contactId) && !isAway(plan.timeOff, contactId, at);

/** Whether the person has time off at the instant (milliseconds). */
export const isAway = (timeOff: TimeOff[], contactId: string, at: number): boolean =>
  timeOff.some((row) => row.contactId === contactId && isDuring(row, at));

/** Replacing somebody who isn't on call adds nobody (a trap of other schedulers: GoAlert #4306). */
function overridden(seats: Seat[], override: OnCallOverride): Seat[] {
  const { overrideId, inContactId: contactId, outContactId } = override;
  const seat: Seat = { contactId, because: { kind: 'override', overrideId } };
  if (outContactId === null) return [seat];
  return seats.map((present) => (present.contactId === outContactId ? seat : present));
}

const isDuring = (row: { startsAt: Date; endsAt: Date }, at: number): boolean =>
  row.startsAt.getTime() <= at && at < row.endsAt.getTime();

/** The span around an instant. Spans are in order and don't overlap, so halves are enough to look at. */
function spanAt<T extends Span>(spans: T[], at: number): T | undefined {
  let [low, high] = [0, spans.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((spans[middle]?.from ?? Infinity) <= at) low = middle;
    else high = middle - 1;
  }
  const span = spans[low];
  return span && span.from <= at && at < span.to ? span : undefined;
}

const sameSeats = (one: Seat[], other: Seat[]): boolean => JSON.stringify(one) === JSON.stringify(other);
