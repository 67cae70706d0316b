import { WEEKDAYS } from '@domain/hours/hours.types';
import { DAY_MS, dateOf, instantOf, naive, readingAt, weekdayIndex, type NaiveMs, type Span } from './local-time.js';
import type { LayerWindow, ScheduleLayer } from './schedule.types.js';

interface Calendar {
  timeZone: string;
  holidays: string[];
}

const WHOLE_DAY: LayerWindow = { days: [...WEEKDAYS], from: '00:00', to: '24:00' };

/** When a layer works at all, by its weekdays, hours and holidays; spans that touch are one. */
export function coverage(layer: ScheduleLayer, range: Span, calendar: Calendar): Span[] {
  if (layer.windows.length === 0 && layer.holidays === 'normal') return [range];
  const windows = layer.windows.length > 0 ? layer.windows : [WHOLE_DAY];
  const days = daysAround(range, calendar.timeZone).filter((day) => worksOn(layer, dateOf(day), calendar.holidays));
  const spans = days.flatMap((day) =>
    windows.filter((window) => isOn(window, day)).map((window) => windowSpan(window, day, calendar.timeZone)),
  );
  return joined(spans).filter((span) => span.to > range.from && span.from < range.to);
}

/** Spans in order, those that touch or overlap made one. */
export function joined(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

/** What of `range` none of the spans covers. */
export function uncovered(range: Span, spans: Span[]): Span[] {
  const gaps: Span[] = [];
  let reached = range.from;
  for (const span of joined(spans)) {
    if (span.from > reached) gaps.push({ from: reached, to: Math.min(span.from, range.to) });
    reached = Math.max(reached, span.to);
  }
  if (reached < range.to) gaps.push({ from: reached, to: range.to });
  return gaps.filter((gap) => gap.from < gap.to);
}

/** Midnights of the local days whose windows can reach into the range: the day before too, for windows across midnight. */
function daysAround(range: Span, timeZone: string): NaiveMs[] {
  const first = naive(dateOf(readingAt(range.from, timeZone))) - DAY_MS;
  const last = naive(dateOf(readingAt(range.to, timeZone)));
  const days: NaiveMs[] = [];
  for (let day = first; day <= last; day += DAY_MS) days.push(day);
  return days;
}

function worksOn(layer: ScheduleLayer, date: string, holidays: string[]): boolean {
  if (layer.holidays === 'normal') return true;
  return holidays.includes(date) === (layer.holidays === 'only');
}

const isOn = (window: LayerWindow, day: NaiveMs): boolean => window.days.includes(WEEKDAYS[weekdayIndex(day)] ?? 'mon');

/** A window ends at the last of two equal readings: an hour too many, never one too few (rule R2). */
function windowSpan({ from, to }: LayerWindow, day: NaiveMs, timeZone: string): Span {
  const date = dateOf(day);
  const end = naive(date, to) + (to <= from ? DAY_MS : 0);
  return { from: instantOf(naive(date, from), timeZone), to: instantOf(end, timeZone, 'last') };
}
