import { DateTime } from 'luxon';

/** Local days, both included. */
export interface DaySpan {
  /** YYYY-MM-DD. */
  first: string;
  last: string;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(?<month>${MONTHS.join('|')})[a-z]*`;
const MONTH_FIRST = new RegExp(`\\b${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?\\b`);
const DAY_FIRST = new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}\\b`);
const ORDINAL = /\b(?<day>\d{1,2})(?:st|nd|rd|th)\b/;

/** A date somebody names is within a year. */
const DAYS_AHEAD = 366;

type Reading = (words: string, today: DateTime) => DateTime[] | null;

/**
 * The days a caller means by "tomorrow", "next Tuesday", "the 24th" or "this week", as the agent passed them on; null when
 * no day is in the words. Only a wish: what is offered comes from the rules, and what is booked from an offer
 * (reference C5 89).
 */
export function preferredDays(words: string, now: Date, timeZone: string): DaySpan | null {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
  const heard = words.toLowerCase().replace(/[.,]/g, ' ');
  for (const reading of READINGS) {
    const [first, last] = reading(heard, today) ?? [];
    if (first?.isValid) return { first: iso(first), last: iso(last ?? first) };
  }
  return null;
}

const READINGS: Reading[] = [
  (words, today) => {
    const date = /\b20\d\d-\d\d-\d\d\b/.exec(words)?.[0];
    return date ? [DateTime.fromISO(date, { zone: today.zone })] : null;
  },
  (words, today) => (/day after tomorrow|pasado mañana/.test(words) ? [today.plus({ days: 2 })] : null),
  (words, today) => (/\b(tomorrow|mañana)\b/.test(words) ? [today.plus({ days: 1 })] : null),
  (words, today) => (/\b(today|this (morning|afternoon)|hoy)\b/.test(words) ? [today] : null),
  (words, today) => calendarDay(words, today),
  (words, today) => weekday(words, today),
  (words, today) => week(words, today),
];

/** "November 24", "24 November", "the 24th": the next such day, today included. */
function calendarDay(words: string, today: DateTime): DateTime[] | null {
  const named = (MONTH_FIRST.exec(words) ?? DAY_FIRST.exec(words) ?? ORDINAL.exec(words))?.groups;
  const wanted = named ? nextDay(today, Number(named['day']), MONTHS.indexOf(named['month'] ?? '') + 1 || null) : null;
  return wanted ? [wanted] : null;
}

function nextDay(today: DateTime, day: number, month: number | null): DateTime | undefined {
  const days = Array.from({ length: DAYS_AHEAD }, (_, offset) => today.plus({ days: offset }));
  return days.find((one) => one.day === day && (month ?? one.month) === one.month);
}

function weekday(words: string, today: DateTime): DateTime[] | null {
  const wanted = WEEKDAYS.findIndex((name) => new RegExp(`\\b${name}s?\\b|\\b${name.slice(0, 3)}\\b`).test(words));
  if (wanted < 0) return null;
  const days = (wanted + 1 - today.weekday + 7) % 7;
  const isNextWeeks =
    new RegExp(`\\bnext ${WEEKDAYS[wanted]?.slice(0, 3) ?? ''}`).test(words) && days <= 7 - today.weekday;
  return [today.plus({ days: days + (isNextWeeks ? 7 : 0) })];
}

function week(words: string, today: DateTime): DateTime[] | null {
  const monday = today.startOf('week');
  if (/\bweekend\b/.test(words)) return [monday.plus({ days: 5 }), monday.plus({ days: 6 })];
  if (/\bnext week\b/.test(words)) return [monday.plus({ days: 7 }), monday.plus({ days: 13 })];
  return /\bthis week\b/.test(words) ? [today, monday.plus({ days: 6 })] : null;
}

const iso = (day: DateTime): string => day.toFormat('yyyy-MM-dd');
