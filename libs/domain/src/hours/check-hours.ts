import { DateTime } from 'luxon';
import {
  lastDateOf,
  WEEKDAYS,
  type OpenInterval,
  type SpecialDay,
  type Weekday,
  type WeeklyHours,
} from './hours.types.js';

const MINUTES_A_DAY = 24 * 60;

const DAY_NAMES: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** Minutes of the day; 24:00 is 1440. */
function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** Where an interval lies, in minutes from its day's midnight; past 1440 it runs into the next day (decision 11). */
function extentOf({ opens, closes }: OpenInterval): { from: number; to: number } {
  const from = minutesOf(opens);
  const to = minutesOf(closes);
  return { from, to: to <= from ? to + MINUTES_A_DAY : to };
}

/**
 * What a person should mend in the hours they typed, one sentence each, none when all is well (VTCR 1.1). The same sentence
 * on the page and from the server.
 */
export function hoursProblems(weekly: WeeklyHours, specialDays: SpecialDay[]): string[] {
  return [...weekProblems(weekly), ...specialDayProblems(specialDays)];
}

function weekProblems(weekly: WeeklyHours): string[] {
  return WEEKDAYS.flatMap((day, index) => {
    const next = WEEKDAYS[(index + 1) % WEEKDAYS.length] ?? 'mon';
    return [...dayProblems(DAY_NAMES[day], weekly[day]), ...spillProblems(weekly, day, next)];
  });
}

function dayProblems(name: string, intervals: OpenInterval[]): string[] {
  const problems = intervals.filter(({ opens }) => opens === '24:00').map(() => `${name} cannot open at 24:00.`);
  const inOrder = intervals.map((interval) => ({ interval, ...extentOf(interval) })).sort((a, b) => a.from - b.from);
  inOrder.forEach((later, index) => {
    const earlier = inOrder[index - 1];
    if (earlier && later.from < earlier.to)
      problems.push(`${name} is open twice at ${later.interval.opens}: two of its intervals overlap.`);
  });
  return problems;
}

/** Hours past midnight that meet the next morning's would be drawn twice and mean nothing. */
function spillProblems(weekly: WeeklyHours, day: Weekday, next: Weekday): string[] {
  const spill = Math.max(0, ...weekly[day].map((interval) => extentOf(interval).to - MINUTES_A_DAY));
  const first = Math.min(MINUTES_A_DAY, ...weekly[next].map((interval) => minutesOf(interval.opens)));
  return spill > first ? [`${DAY_NAMES[day]}'s hours run past midnight into ${DAY_NAMES[next]}'s.`] : [];
}

const LONGEST_CLOSURE_DAYS = 92;

function specialDayProblems(days: SpecialDay[]): string[] {
  const wholeDays = days.filter(({ closed }) => !closed);
  return [
    ...days.flatMap((day) => [
      ...datesProblems(day),
      ...dayProblems(day.date, day.intervals),
      ...hoursOffProblems(day),
    ]),
    ...wholeDays.flatMap((day, index) => listedTwice(day, wholeDays.slice(0, index))),
  ];
}

/** Whole days that share a date would mean two things; hours off may lie in any day. */
function listedTwice(day: SpecialDay, earlier: SpecialDay[]): string[] {
  const other = earlier.find(({ date, ...rest }) => date <= lastDateOf(day) && day.date <= (rest.lastDate ?? date));
  const shared = other && other.date > day.date ? other.date : day.date;
  return other ? [`${shared} is listed twice among the closures and openings.`] : [];
}

function datesProblems(day: SpecialDay): string[] {
  const wrong = [day.date, lastDateOf(day)].find((date) => !DateTime.fromISO(date).isValid);
  if (wrong) return [`${wrong} is not a date in the calendar.`];
  if (lastDateOf(day) < day.date) return [`${day.name || 'A closure'} ends before it begins.`];
  const { days } = DateTime.fromISO(lastDateOf(day)).diff(DateTime.fromISO(day.date), 'days');
  return days < LONGEST_CLOSURE_DAYS
    ? []
    : [`${day.name || 'A closure'} lasts longer than ${LONGEST_CLOSURE_DAYS} days.`];
}

function hoursOffProblems(day: SpecialDay): string[] {
  const { closed } = day;
  if (!closed) return [];
  const name = day.name || day.date;
  if (day.intervals.length > 0) return [`${name} is either closed for some hours or open for some, not both.`];
  const isOneDay = lastDateOf(day) === day.date;
  const isBackwards = isOneDay && minutesOf(closed.until) <= minutesOf(closed.from);
  return closed.from === '24:00' || isBackwards ? [`${name} ends before it begins.`] : [];
}
