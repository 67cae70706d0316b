import { DateTime } from 'luxon';
import { lastDateOf, specialOn, WEEKDAYS, type OfficeHours, type OpenInterval } from './hours.types.js';

/** From the moment the office opens up to, not including, the moment it closes. */
export interface OpenSpan {
  opensAt: Date;
  closesAt: Date;
}

interface TimeOff {
  from: Date;
  until: Date;
}

/**
 * The open spans that start on the local dates around `at`, oldest first; spans that touch are one.
 * Local times become instants day by day, so a day of 23 or 25 hours is as long as it is (decision 11).
 */
export function openSpans(hours: OfficeHours, at: Date, days: { back: number; ahead: number }): OpenSpan[] {
  const today = DateTime.fromJSDate(at, { zone: hours.timeZone }).startOf('day');
  const spans: OpenSpan[] = [];
  for (let offset = -days.back; offset <= days.ahead; offset += 1) {
    const day = today.plus({ days: offset });
    spans.push(...intervalsOf(hours, day).map((interval) => spanOn(day, interval)));
  }
  return timesOff(hours).reduce(without, merged(spans));
}

function intervalsOf(hours: OfficeHours, day: DateTime): OpenInterval[] {
  const wholeDays = hours.specialDays.filter(({ closed }) => !closed);
  const special = specialOn(wholeDays, day.toFormat('yyyy-MM-dd'));
  const weekday = WEEKDAYS[day.weekday - 1];
  return special?.intervals ?? (weekday ? hours.weekly[weekday] : []);
}

function spanOn(day: DateTime, { opens, closes }: OpenInterval): OpenSpan {
  const closingDay = closes <= opens ? day.plus({ days: 1 }) : day;
  return { opensAt: wallClock(day, opens), closesAt: wallClock(closingDay, closes) };
}

/** Hours off, by the wall clock at both ends: on a night the clocks move they last an hour more or less. */
function timesOff({ specialDays, timeZone }: OfficeHours): TimeOff[] {
  const moment = (date: string, time: string): Date => wallClock(DateTime.fromISO(date, { zone: timeZone }), time);
  return specialDays.flatMap(({ closed, ...day }) =>
    closed ? [{ from: moment(day.date, closed.from), until: moment(lastDateOf(day), closed.until) }] : [],
  );
}

const without = (open: OpenSpan[], { from, until }: TimeOff): OpenSpan[] =>
  open.flatMap(({ opensAt, closesAt }) =>
    [
      { opensAt, closesAt: earlier(closesAt, from) },
      { opensAt: later(opensAt, until), closesAt },
    ].filter((rest) => rest.opensAt < rest.closesAt),
  );

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
const later = (one: Date, other: Date): Date => (one > other ? one : other);

function wallClock(day: DateTime, time: string): Date {
  const [hour, minute] = time.split(':').map(Number);
  if (hour === 24) return day.plus({ days: 1 }).toJSDate();
  return day.set({ hour: hour ?? 0, minute: minute ?? 0 }).toJSDate();
}

function merged(spans: OpenSpan[]): OpenSpan[] {
  const inOrder = [...spans].sort((one, other) => one.opensAt.getTime() - other.opensAt.getTime());
  const result: OpenSpan[] = [];
  for (const span of inOrder) {
    const last = result.at(-1);
    if (!last || span.opensAt > last.closesAt) result.push({ ...span });
    else if (span.closesAt > last.closesAt) last.closesAt = span.closesAt;
  }
  return result;
}
