import { DateTime } from 'luxon';
import type { DutySettings } from './hours-wording.js';
import { clockFace } from './hours-wording.js';
import { specialOn, WEEKDAYS, type OfficeHours, type Weekday } from './hours.types.js';
import { openSpans, type OpenSpan } from './open-spans.js';

/** One stretch of a day's colour bar. */
export interface BarSegment {
  /** Minutes of the wall clock from local midnight, 0 to 1440: where the bar is drawn. */
  fromMinute: number;
  toMinute: number;
  /** "8:00 AM", "12:00 AM". */
  from: string;
  to: string;
  /** `nobody`: the agent is switched off and the office is closed. */
  answeredBy: 'ai' | 'office' | 'nobody';
}

export interface DayBar {
  /** YYYY-MM-DD, local. */
  date: string;
  weekday: Weekday;
  /** The closure or one-off opening of this date. */
  special: string | null;
  /** 23, 24 or 25 on the nights the clocks move. */
  hoursLong: number;
  segments: BarSegment[];
}

export interface BarRules extends DutySettings {
  hours: OfficeHours;
}

/** The colour bars of `count` days from a local date (VTCR 1.1): who answers when, without a gap or an overlap. */
export function dayBars(rules: BarRules, firstDate: string, count = 7): DayBar[] {
  const first = DateTime.fromISO(firstDate, { zone: rules.hours.timeZone }).startOf('day');
  return Array.from({ length: count }, (_, index) => dayBar(rules, first.plus({ days: index })));
}

function dayBar(rules: BarRules, day: DateTime): DayBar {
  const { hours } = rules;
  const end = day.plus({ days: 1 });
  const bounds = { start: day.toJSDate(), end: end.toJSDate() };
  const open = openSpans(hours, bounds.start, { back: 1, ahead: 0 }).flatMap((span) => clipped(span, bounds));
  return {
    date: day.toFormat('yyyy-MM-dd'),
    weekday: WEEKDAYS[day.weekday - 1] ?? 'mon',
    special: specialOn(hours.specialDays, day.toFormat('yyyy-MM-dd'))?.name ?? null,
    hoursLong: end.diff(day, 'hours').hours,
    segments: segmentsOf(rules, bounds, open),
  };
}

interface Bounds {
  start: Date;
  end: Date;
}

function segmentsOf(rules: BarRules, { start, end }: Bounds, open: OpenSpan[]): BarSegment[] {
  const segments: BarSegment[] = [];
  const add = (from: Date, to: Date, isOpen: boolean) => {
    if (from < to) segments.push(segment(rules, { start: from, end: to }, { isOpen, dayEnd: end }));
  };
  let reached = start;
  for (const span of open) {
    add(reached, span.opensAt, false);
    add(span.opensAt, span.closesAt, true);
    reached = span.closesAt;
  }
  add(reached, end, false);
  return joined(segments);
}

function segment(rules: BarRules, { start, end }: Bounds, of: { isOpen: boolean; dayEnd: Date }): BarSegment {
  const { timeZone } = rules.hours;
  return {
    fromMinute: wallMinute(start, timeZone),
    toMinute: end.getTime() === of.dayEnd.getTime() ? 1440 : wallMinute(end, timeZone),
    from: clockFace(start, timeZone),
    to: clockFace(end, timeZone),
    answeredBy: answererOf(rules, of.isOpen),
  };
}

function answererOf(rules: BarRules, isOpen: boolean): BarSegment['answeredBy'] {
  if (rules.isActive && (rules.alwaysActive || !isOpen)) return 'ai';
  return isOpen ? 'office' : 'nobody';
}

/** With "Always active" the whole day is one bar. */
function joined(segments: BarSegment[]): BarSegment[] {
  const result: BarSegment[] = [];
  for (const next of segments) {
    const last = result.at(-1);
    if (last?.answeredBy !== next.answeredBy) result.push({ ...next });
    else Object.assign(last, { toMinute: next.toMinute, to: next.to });
  }
  return result;
}

function clipped(span: OpenSpan, { start, end }: Bounds): OpenSpan[] {
  const opensAt = span.opensAt > start ? span.opensAt : start;
  const closesAt = span.closesAt < end ? span.closesAt : end;
  return opensAt < closesAt ? [{ opensAt, closesAt }] : [];
}

function wallMinute(at: Date, timeZone: string): number {
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  return local.hour * 60 + local.minute;
}
