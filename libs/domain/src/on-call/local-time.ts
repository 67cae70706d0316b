import { DateTime, IANAZone } from 'luxon';

/** Milliseconds since 1970, from `from` up to, not including, `to`. */
export interface Span {
  from: number;
  to: number;
}

/** Local wall-clock time as if it were UTC: counts of local hours and days need no zone, only the way to an instant does. */
export type NaiveMs = number;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** 'YYYY-MM-DD' and 'HH:MM' (24:00 is the day's end) as a wall-clock reading. */
export function naive(date: string, time = '00:00'): NaiveMs {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return Date.parse(`${date}T00:00:00Z`) + hour * HOUR_MS + minute * MINUTE_MS;
}

/** The local date of a wall-clock reading, 'YYYY-MM-DD'. */
export const dateOf = (reading: NaiveMs): string => new Date(reading).toISOString().slice(0, 10);

/** 0 Monday … 6 Sunday, of a wall-clock reading. */
export const weekdayIndex = (reading: NaiveMs): number => (new Date(reading).getUTCDay() + 6) % 7;

/** What the wall clock in `timeZone` reads at an instant. */
export const readingAt = (instant: number, timeZone: string): NaiveMs => instant + offsetMs(instant, timeZone);

/**
 * The instant of a wall-clock reading, by the written rules (reference/oncall 7.4). An hour that comes twice: `first`
 * for starts and hand-offs, `last` for a window's end, so that there is overlap and never a gap (R2). An hour that
 * never comes: the first instant after it (R3). The one place where local times become instants: PostgreSQL and Luxon
 * take the second of two 01:30s, so no SQL and no other module may do it (R5).
 */
export function instantOf(reading: NaiveMs, timeZone: string, occurrence: 'first' | 'last' = 'first'): number {
  const byOffsetBefore = reading - offsetMs(reading - DAY_MS, timeZone);
  const byOffsetAfter = reading - offsetMs(reading + DAY_MS, timeZone);
  if (byOffsetBefore === byOffsetAfter) return byOffsetBefore;
  const real = [byOffsetBefore, byOffsetAfter].filter((instant) => readingAt(instant, timeZone) === reading);
  if (real.length === 0) return clockChange({ from: byOffsetAfter, to: byOffsetBefore }, timeZone);
  return occurrence === 'first' ? Math.min(...real) : Math.max(...real);
}

/** "Sat, Feb 14, 5 PM", as people say hand-offs. */
export function spokenInstant(instant: number, timeZone: string): string {
  const local = DateTime.fromMillis(instant, { zone: timeZone, locale: 'en-US' });
  return local.toFormat(local.minute === 0 ? 'ccc, LLL d, h a' : 'ccc, LLL d, h:mm a');
}

/** "5 PM", "5:30 PM". */
export function spokenTime(instant: number, timeZone: string): string {
  const local = DateTime.fromMillis(instant, { zone: timeZone, locale: 'en-US' });
  return local.toFormat(local.minute === 0 ? 'h a' : 'h:mm a');
}

const LOCALES = { en: 'en-US', es: 'es-US' };

/** How a day further away than a week is written: "Fri Feb 27", "vie 27 feb". */
const DATES = { en: 'ccc LLL d', es: 'ccc d LLL' };

/**
 * "5 PM", and with its day when that is not the local day of `now`: "Sat 5 PM". A weekday alone is a day of the next six:
 * nobody may take a night in three weeks for this week's.
 */
export function spokenTimeFrom(
  now: number,
  instant: number,
  { timeZone, language = 'en' }: { timeZone: string; language?: keyof typeof LOCALES },
): string {
  const dayAt = (at: number): NaiveMs => naive(dateOf(readingAt(at, timeZone)));
  const days = (dayAt(instant) - dayAt(now)) / DAY_MS;
  if (days === 0) return spokenTime(instant, timeZone);
  const local = DateTime.fromMillis(instant, { zone: timeZone, locale: LOCALES[language] });
  const day = local.toFormat(Math.abs(days) < 7 ? 'ccc' : DATES[language]);
  return `${day} ${spokenTime(instant, timeZone)}`;
}

const offsetMs = (instant: number, timeZone: string): number => IANAZone.create(timeZone).offset(instant) * MINUTE_MS;

/** Where in `within` the clocks change. */
function clockChange(within: Span, timeZone: string): number {
  const before = offsetMs(within.from, timeZone);
  let { from, to } = within;
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (offsetMs(middle, timeZone) === before) from = middle;
    else to = middle;
  }
  return to;
}
