import { busyWords } from './busy-words.js';
import { DAY_MS, dateOf, instantOf, naive, readingAt } from './local-time.js';
import { nightNamed } from './night-words.js';
import type { PagerLanguage } from './pager-language.js';

/** What a text says about who has the pager. */
export type PagerWords = { language: PagerLanguage } & (
  | { kind: 'take'; until: Date }
  /** "Take the pager", but until when? */
  | { kind: 'how_long' }
  /** "I want this night off." */
  | { kind: 'off' }
  /** "Swap with Sal on Friday": the name as it was typed, and the evening (YYYY-MM-DD) the night begins on, if one is named. */
  | { kind: 'swap'; name: string; date: string | null }
  | { kind: 'busy'; until: Date }
  | { kind: 'back' }
);

interface Grammar {
  language: PagerLanguage;
  take: RegExp;
  takeWhat: RegExp;
  off: RegExp;
  swap: RegExp;
  named: Readonly<Record<string, string>>;
}

/** Matched on text without accents, with single blanks and without punctuation at its end. */
const GRAMMARS: readonly Grammar[] = [
  {
    language: 'en',
    take: /^take(?: it| over| the pager| on[- ]call| call)? (?:until|till|til) (.+)$/i,
    takeWhat: /^take(?: over)? (?:the pager|on[- ]call|call)$/i,
    off: /^(?:(?:i'?m|i want|i need|need) )?(?:off(?: duty)? (?:for )?tonight|tonight off|the night off)$/i,
    swap: /^swap(?: (?:shifts? )?with)? (?!shifts?$|with$)(\p{L}[\p{L}\d /.'-]{0,50})$/iu,
    named: { noon: '12:00 pm', midnight: '12:00 am' },
  },
  {
    language: 'es',
    take: /^(?:tomo|tomar|cubro)(?: la guardia| el turno)? hasta (?:las? |el |la )?(.+)$/i,
    takeWhat: /^(?:tomo|tomar|cubro) (?:la guardia|el turno)$/i,
    off: /^(?:(?:estoy|quiero(?: estar)?|necesito) )?(?:libre (?:esta noche|hoy)|(?:esta )?la noche libre|esta noche libre)$/i,
    swap: /^(?:cambio|cambiar|cambiame)(?: (?:el |de )?turno)? con (\p{L}[\p{L}\d /.'-]{0,50})$/iu,
    named: { mediodia: '12:00 pm', medianoche: '12:00 am' },
  },
];

const CLOCK_12 = /^(0?[1-9]|1[0-2])(?::([0-5]\d))? ?([ap])?\.?(?:m\.?)?$/i;
const CLOCK_24 = /^(00?|1[3-9]|2[0-3])(?::([0-5]\d))?$/;

/** What is asked back when the time of "take the pager" is missing or makes no sense. */
export const HOW_LONG_TEXT: Record<PagerLanguage, string> = {
  en: 'Until when? Text for example TAKE UNTIL 6AM.',
  es: 'Hasta cuando? Escribe por ejemplo TOMO HASTA LAS 6AM.',
};

/**
 * Reads "TAKE UNTIL 6AM", "OFF TONIGHT", "SWAP SAL FRI" and "BUSY 2H" (reference/oncall 7.5), and the same in Spanish. A time is the
 * next such one on the account's clock. Null: the words are about something else; a bare TAKE takes an emergency, not
 * the pager, and "can't tonight" passes one.
 */
export function pagerWords(words: string, now: Date, timeZone: string): PagerWords | null {
  const said = plain(words);
  for (const grammar of GRAMMARS) {
    const read = readIn(grammar, said, now, timeZone) ?? readBusy(grammar, said, now, timeZone);
    if (read) return read;
  }
  return null;
}

/** A time beyond twelve hours is read as it was said; whoever hears it says that it is too long. */
function readBusy({ language, named }: Grammar, said: string, now: Date, timeZone: string): PagerWords | null {
  const read = busyWords(said.toLowerCase(), language);
  if (!read) return null;
  if (read.kind === 'back') return { language, kind: 'back' };
  if (read.kind === 'busy') return { language, kind: 'busy', until: new Date(now.getTime() + read.ms) };
  const until = nextTime(named[read.time] ?? read.time, now.getTime(), timeZone);
  return until === null ? null : { language, kind: 'busy', until: new Date(until) };
}

function readIn(grammar: Grammar, said: string, now: Date, timeZone: string): PagerWords | null {
  const { language } = grammar;
  if (grammar.takeWhat.test(said)) return { language, kind: 'how_long' };
  if (grammar.off.test(said)) return { language, kind: 'off' };
  const whom = grammar.swap.exec(said)?.[1];
  if (whom !== undefined) return swapWith(whom, { language, now, timeZone });
  const time = grammar.take.exec(said)?.[1];
  return time === undefined ? null : takenUntil(grammar, time, now, timeZone);
}

function swapWith(
  whom: string,
  { language, now, timeZone }: { language: PagerLanguage; now: Date; timeZone: string },
): PagerWords | null {
  const named = nightNamed(whom, now, timeZone);
  if (!named || /\d/.test(named.name)) return null;
  return { language, kind: 'swap', ...named };
}

function takenUntil({ language, named }: Grammar, time: string, now: Date, timeZone: string): PagerWords {
  const until = nextTime(named[time.toLowerCase()] ?? time, now.getTime(), timeZone);
  return until === null ? { language, kind: 'how_long' } : { language, kind: 'take', until: new Date(until) };
}

const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!¡]+$/, '');

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
