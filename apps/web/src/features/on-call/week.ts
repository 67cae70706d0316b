import { instantOf, localInput } from '../../components/times.js';
import type { Shift } from '../../api/types.js';

const DAY_MS = 86_400_000;
const DAYS = 7;

/** One local day: its date and the instants at which it begins and ends. 23 or 25 hours when the clocks move. */
export interface CalendarDay {
  date: string;
  startsAt: number;
  endsAt: number;
}

const localDate = (zone: string, at: number): string => localInput(zone, at).slice(0, 10);

const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const midnight = (zone: string, date: string): number => instantOf(zone, `${date}T00:00`) ?? 0;

/** The Monday of the week that a date lies in; of the current week when the date is none. */
export function mondayOf(date: string | undefined, zone: string, now: number): string {
  const chosen = date && !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) ? date : localDate(zone, now);
  const weekday = (new Date(`${chosen}T00:00:00Z`).getUTCDay() + 6) % DAYS;
  return dateAfter(chosen, -weekday);
}

export const weekAfter = (monday: string, weeks: number): string => dateAfter(monday, weeks * DAYS);

export const daysOfWeek = (zone: string, monday: string): CalendarDay[] =>
  Array.from({ length: DAYS }, (_, day) => {
    const date = dateAfter(monday, day);
    return { date, startsAt: midnight(zone, date), endsAt: midnight(zone, dateAfter(date, 1)) };
  });

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
