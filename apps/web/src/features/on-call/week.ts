import type { Shift } from '../../api/types.js';
import type { CalendarDay } from '../../components/calendar-days.js';

interface Span {
  startsAt: string;
  endsAt: string;
}

/** Where a span lies on the strip of days, in percent; null when it is outside. Every day is as wide as any other. */
export function placeOf(days: CalendarDay[], { startsAt, endsAt }: Span): { left: number; width: number } | null {
  const left = position(days, Date.parse(startsAt));
  const right = position(days, Date.parse(endsAt));
  return right > left ? { left, width: right - left } : null;
}

/** 0 to 100 along the strip. */
export function position(days: CalendarDay[], at: number): number {
  const share = days.reduce((sum, day) => {
    const part = (at - day.startsAt) / (day.endsAt - day.startsAt);
    return sum + Math.min(1, Math.max(0, part));
  }, 0);
  return (share / days.length) * 100;
}

export const touches = (day: CalendarDay, { startsAt, endsAt }: Span): boolean =>
  Date.parse(startsAt) < day.endsAt && Date.parse(endsAt) > day.startsAt;

export interface CalendarRow {
  key: string;
  name: string;
  /** Shifts that do not overlap, one list under the other. */
  lanes: Shift[][];
}

/** One row per person or per layer; a person in two layers at once gets two lanes. */
export function rowsOf(shifts: Shift[], by: 'person' | 'layer'): CalendarRow[] {
  const rows = new Map<string, CalendarRow>();
  for (const shift of shifts) {
    const [key, name] = by === 'person' ? [shift.contactId, shift.personName] : [shift.layerId, shift.layerName];
    const row = rows.get(key) ?? { key, name, lanes: [] };
    rows.set(key, row);
    const lane = row.lanes.find((one) => (one.at(-1)?.endsAt ?? '') <= shift.startsAt);
    if (lane) lane.push(shift);
    else row.lanes.push([shift]);
  }
  return [...rows.values()];
}
