import { layerSegments, type LayerSegment, type SeatReason } from './layer-segments.js';
import { DAY_MS } from './local-time.js';
import { turnLength } from './rotation.js';
import type { LayeredSchedule, ScheduleLayer } from './schedule.types.js';

/** One person's time on one layer, for one reason. */
export interface Shift {
  layerId: string;
  layerName: string;
  contactId: string;
  personName: string;
  startsAt: Date;
  endsAt: Date;
  because: SeatReason;
}

/** When a layer changes hands. `people` may be empty: a gap begins. */
export interface HandOff {
  layerId: string;
  at: Date;
  people: string[];
}

/** A quarter of a year: the longest anyone plans, and a bound for what a request may cost. */
export const LONGEST_RANGE_DAYS = 92;

/** Everybody's shifts between two instants, cut at both, in order. Behind the calendar and the feed. */
export function shiftsBetween(schedule: LayeredSchedule, from: Date, to: Date): Shift[] {
  const range = { from: from.getTime(), to: to.getTime() };
  if (range.to <= range.from) return [];
  const names = new Map(schedule.people.map((person) => [person.contactId, person.name]));
  return schedule.layers
    .toSorted((one, other) => one.rank - other.rank)
    .flatMap((layer) => shiftsOf(layer, layerSegments(schedule, layer, range), names));
}

/** The next `count` changes of a layer after `at`, for the preview under a rotation. A layer that never changes has none. */
export function nextHandOffs(schedule: LayeredSchedule, layer: ScheduleLayer, at: Date, count: number): HandOff[] {
  const ahead = layer.rotation ? turnLength(layer.rotation) * (count + 1) : 28 * DAY_MS;
  const range = { from: at.getTime(), to: at.getTime() + Math.min(ahead, 400 * DAY_MS) };
  return layerSegments(schedule, layer, range)
    .slice(1, count + 1)
    .map(({ from, seats }) => ({
      layerId: layer.layerId,
      at: new Date(from),
      people: seats.map((seat) => seat.contactId),
    }));
}

function shiftsOf(layer: ScheduleLayer, segments: LayerSegment[], names: Map<string, string>): Shift[] {
  const pieces = segments.flatMap(({ from, to, seats }) =>
    seats.map(({ contactId, because }): Shift => ({
      layerId: layer.layerId,
      layerName: layer.name,
      contactId,
      because,
      personName: names.get(contactId) ?? '',
      startsAt: new Date(from),
      endsAt: new Date(to),
    })),
  );
  return pieces.reduce<Shift[]>(withPiece, []);
}

/** A piece that goes on where the person's last one ended, for the same reason, is the same shift. */
function withPiece(shifts: Shift[], piece: Shift): Shift[] {
  const running = shifts.findLast((shift) => shift.contactId === piece.contactId);
  const goesOn = running?.endsAt.getTime() === piece.startsAt.getTime() && sameReason(running.because, piece.because);
  if (running && goesOn) running.endsAt = piece.endsAt;
  else shifts.push(piece);
  return shifts;
}

const sameReason = (one: SeatReason, other: SeatReason): boolean => JSON.stringify(one) === JSON.stringify(other);
