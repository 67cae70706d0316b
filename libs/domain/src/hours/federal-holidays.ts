import { DateTime } from 'luxon';
import type { SpecialDay } from './hours.types.js';

type Rule =
  | { name: string; month: number; day: number }
  /** `nth` of -1 is the last one of the month. */
  | { name: string; month: number; weekday: number; nth: number };

const MONDAY = 1;
const THURSDAY = 4;

/** 5 U.S.C. § 6103(a). */
const RULES: Rule[] = [
  { name: "New Year's Day", month: 1, day: 1 },
  { name: 'Martin Luther King Jr. Day', month: 1, weekday: MONDAY, nth: 3 },
  { name: "Presidents' Day", month: 2, weekday: MONDAY, nth: 3 },
  { name: 'Memorial Day', month: 5, weekday: MONDAY, nth: -1 },
  { name: 'Juneteenth', month: 6, day: 19 },
  { name: 'Independence Day', month: 7, day: 4 },
  { name: 'Labor Day', month: 9, weekday: MONDAY, nth: 1 },
  { name: 'Columbus Day', month: 10, weekday: MONDAY, nth: 2 },
  { name: 'Veterans Day', month: 11, day: 11 },
  { name: 'Thanksgiving', month: 11, weekday: THURSDAY, nth: 4 },
  { name: 'Christmas Day', month: 12, day: 25 },
];

export interface Holiday {
  /** YYYY-MM-DD of the day itself. */
  date: string;
  /** The weekday it is kept on when it falls on a weekend: Friday before, Monday after. Else the same. */
  observed: string;
  name: string;
}

/** The eleven US federal holidays of a year, in order; the preset of the closures list (VTCR 1.1, screen 8). */
export function federalHolidays(year: number): Holiday[] {
  return RULES.map((rule) => {
    const day = dayOf(rule, year);
    return { date: day.toFormat('yyyy-MM-dd'), observed: observed(day).toFormat('yyyy-MM-dd'), name: rule.name };
  });
}

/** As closures: the day an office is really shut, which for a Sunday holiday is both the Sunday and the Monday. */
export function holidayClosures(year: number): SpecialDay[] {
  return federalHolidays(year).flatMap(({ date, observed: kept, name }) =>
    kept === date
      ? [{ date, name, intervals: [] }]
      : [
          { date, name, intervals: [] },
          { date: kept, name: `${name} (observed)`, intervals: [] },
        ],
  );
}

function dayOf(rule: Rule, year: number): DateTime {
  const first = DateTime.utc(year, rule.month, 1);
  if ('day' in rule) return first.set({ day: rule.day });
  if (rule.nth === -1) return lastWeekday(first.endOf('month').startOf('day'), rule.weekday);
  const ahead = (rule.weekday - first.weekday + 7) % 7;
  return first.plus({ days: ahead + 7 * (rule.nth - 1) });
}

const lastWeekday = (monthEnd: DateTime, weekday: number): DateTime =>
  monthEnd.minus({ days: (monthEnd.weekday - weekday + 7) % 7 });

/** 5 U.S.C. § 6103(b) and Executive Order 11582. */
function observed(day: DateTime): DateTime {
  if (day.weekday === 6) return day.minus({ days: 1 });
  return day.weekday === 7 ? day.plus({ days: 1 }) : day;
}
