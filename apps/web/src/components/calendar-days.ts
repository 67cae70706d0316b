import { instantOf, localInput } from './times.js';

const DAY_MS = 86_400_000;
const DAYS = 7;

/** One local day: its date and the instants at which it begins and ends. 23 or 25 hours when the clocks move. */
export interface CalendarDay {
  date: string;
  startsAt: number;
  endsAt: number;
}

export const localDate = (zone: string, at: number): string => localInput(zone, at).slice(0, 10);

const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const midnight = (zone: string, date: string): number => instantOf(zone, `${date}T00:00`) ?? 0;

export const dayOf = (zone: string, date: string): CalendarDay => ({
  date,
  startsAt: midnight(zone, date),
  endsAt: midnight(zone, dateAfter(date, 1)),
});

/** The Monday of the week that a date lies in; of the current week when the date is none. */
export function mondayOf(date: string | undefined, zone: string, now: number): string {
  const chosen = date && !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) ? date : localDate(zone, now);
  const weekday = (new Date(`${chosen}T00:00:00Z`).getUTCDay() + 6) % DAYS;
  return dateAfter(chosen, -weekday);
}

export const weekAfter = (monday: string, weeks: number): string => dateAfter(monday, weeks * DAYS);

export const daysOfWeek = (zone: string, monday: string): CalendarDay[] =>
  Array.from({ length: DAYS }, (_, day) => dayOf(zone, dateAfter(monday, day)));

/** From the first day's midnight to the last one's, RFC 3339. */
export function endsOf(days: CalendarDay[]): [string, string] {
  const iso = (at: number | undefined): string => new Date(at ?? 0).toISOString();
  return [iso(days[0]?.startsAt), iso(days.at(-1)?.endsAt)];
}
