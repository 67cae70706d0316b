import { DAY_MS, dateOf, instantOf, naive, readingAt } from './local-time.js';

/** What a text says about who has the pager. */
export type PagerWords =
  | { kind: 'take'; until: Date }
  /** "Take the pager", but until when? */
  | { kind: 'how_long' };

const TAKE = /^take(?: it| over| the pager| on[- ]call| call)? (?:until|till|til) (.+?)[.!]*$/i;
const TAKE_WHAT = /^take(?: over)? (?:the pager|on[- ]call|call)[.!]*$/i;
const CLOCK_12 = /^(0?[1-9]|1[0-2])(?::([0-5]\d))? ?([ap])?\.?(?:m\.?)?$/i;
const CLOCK_24 = /^(00?|1[3-9]|2[0-3])(?::([0-5]\d))?$/;
const NAMED: Record<string, string> = { noon: '12:00 pm', midnight: '12:00 am' };

export const HOW_LONG_TEXT = 'Until when? Text for example TAKE UNTIL 6AM.';

/**
 * Reads "TAKE UNTIL 6AM" (reference/oncall 7.5). The time is the next such one on the account's clock. Null: the words
 * are about something else; a bare TAKE takes an emergency, not the pager.
 */
export function pagerWords(words: string, now: Date, timeZone: string): PagerWords | null {
  const said = words.trim().replace(/\s+/g, ' ');
  if (TAKE_WHAT.test(said)) return { kind: 'how_long' };
  const time = TAKE.exec(said)?.[1];
  if (time === undefined) return null;
  const until = nextTime(NAMED[time.toLowerCase()] ?? time, now.getTime(), timeZone);
  return until === null ? { kind: 'how_long' } : { kind: 'take', until: new Date(until) };
}

function nextTime(time: string, now: number, timeZone: string): number | null {
  const today = dateOf(readingAt(now, timeZone));
  const tomorrow = dateOf(naive(today) + DAY_MS);
  const candidates = hoursMeant(time).flatMap((clock) =>
    [today, tomorrow].map((date) => instantOf(naive(date, clock), timeZone)),
  );
  const ahead = candidates.filter((instant) => instant > now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}

/** HH:MM of what was typed; both halves of the day when it does not say which. */
function hoursMeant(time: string): string[] {
  const [, late, lateMinute] = CLOCK_24.exec(time) ?? [];
  if (late !== undefined) return [clockOf(Number(late), lateMinute)];
  const [, hour, minute, half = 'ap'] = CLOCK_12.exec(time) ?? [];
  if (hour === undefined) return [];
  return [...half.toLowerCase()].map((letter) => clockOf((Number(hour) % 12) + (letter === 'p' ? 12 : 0), minute));
}

const clockOf = (hour: number, minute = '00'): string => `${String(hour).padStart(2, '0')}:${minute}`;
