import { DateTime } from 'luxon';
import { WEEKDAYS, type OfficeHours, type OpenInterval } from './hours.types.js';

/** From the moment the office opens up to, not including, the moment it closes. */
export interface OpenSpan {
  opensAt: Date;
  closesAt: Date;
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
  return merged(spans);
}

function intervalsOf(hours: OfficeHours, day: DateTime): OpenInterval[] {
  const special = hours.specialDays.find((candidate) => candidate.date === day.toISODate());
  const weekday = WEEKDAYS[day.weekday - 1];
  return special?.intervals ?? (weekday ? hours.weekly[weekday] : []);
}

function spanOn(day: DateTime, { opens, closes }: OpenInterval): OpenSpan {
  const closingDay = closes <= opens ? day.plus({ days: 1 }) : day;
  return { opensAt: wallClock(day, opens), closesAt: wallClock(closingDay, closes) };
}

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
