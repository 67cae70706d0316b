import { DAY_MS, dateOf, naive, readingAt, weekdayIndex } from './local-time.js';

/** Three letters name a day or a month in each language; what follows them may be there or not. */
const WEEKDAYS = [
  /^(?:mon|lun)/,
  /^(?:tue|mar)/,
  /^(?:wed|mie)/,
  /^(?:thu|jue)/,
  /^(?:fri|vie)/,
  /^(?:sat|sab)/,
  /^(?:sun|dom)/,
];
const WEEKDAY =
  'mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|lun(?:es)?|mar(?:tes)?|mie(?:rcoles)?|jue(?:ves)?|vie(?:rnes)?|sab(?:ado)?|dom(?:ingo)?';
const MONTHS = 'jan|ene|feb|mar|apr|abr|may|jun|jul|aug|ago|sep|oct|nov|dec|dic';
const MONTH_NUMBERS: Readonly<Record<string, number>> = {
  jan: 1,
  ene: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  abr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  ago: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  dic: 12,
};
const LEAD = '(?:(?:on|for|this|next|el|este|para el|para|de) )*';

const ENDINGS: { pattern: RegExp; read: (found: RegExpExecArray, today: string) => string | null }[] = [
  { pattern: ending('tonight|esta noche|hoy'), read: (_found, today) => today },
  { pattern: ending('tomorrow(?: night)?|manana'), read: (_found, today) => dateOf(naive(today) + DAY_MS) },
  {
    pattern: ending('(\\d{1,2})/(\\d{1,2})'),
    read: (found, today) => ahead(Number(found[2]), Number(found[3]), today),
  },
  {
    pattern: ending(`(${MONTHS})[a-z]*\\.? (\\d{1,2})(?:st|nd|rd|th)?`),
    read: (found, today) => ahead(MONTH_NUMBERS[found[2] ?? ''] ?? 0, Number(found[3]), today),
  },
  {
    pattern: ending(`(\\d{1,2}) (?:de )?(${MONTHS})[a-z]*`),
    read: (found, today) => ahead(MONTH_NUMBERS[found[3] ?? ''] ?? 0, Number(found[2]), today),
  },
  { pattern: ending(`(${WEEKDAY})(?: night| noche)?`), read: (found, today) => nextWeekday(found[2] ?? '', today) },
];

function ending(words: string): RegExp {
  return new RegExp(`^(.+?) ${LEAD}(?:${words})$`, 'i');
}

/** A name, and the local date (YYYY-MM-DD) of the evening on which the night named behind it begins; null: none named. */
export interface NamedNight {
  name: string;
  date: string | null;
}

/** "Sal Fri", "Sal on 2/20", "Sal el viernes": the next such night. Null: a date that is none. `words`: without accents. */
export function nightNamed(words: string, now: Date, timeZone: string): NamedNight | null {
  const today = dateOf(readingAt(now.getTime(), timeZone));
  for (const { pattern, read } of ENDINGS) {
    const found = pattern.exec(words.toLowerCase());
    if (!found) continue;
    const date = read(found, today);
    return date === null ? null : { name: words.slice(0, found[1]?.length ?? 0).trim(), date };
  }
  return { name: words.trim(), date: null };
}

/** The next one that is not over; today's evening is still to come, or has just begun. */
function nextWeekday(named: string, today: string): string | null {
  const index = WEEKDAYS.findIndex((start) => start.test(named));
  const days = (index - weekdayIndex(naive(today)) + 7) % 7;
  return index < 0 ? null : dateOf(naive(today) + days * DAY_MS);
}

/** This year's date, or next year's when it is over. */
function ahead(month: number, day: number, today: string): string | null {
  const year = Number(today.slice(0, 4));
  for (const candidate of [year, year + 1]) {
    const date = new Date(Date.UTC(candidate, month - 1, day));
    const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    if (isReal && dateOf(date.getTime()) >= today) return dateOf(date.getTime());
  }
  return null;
}
