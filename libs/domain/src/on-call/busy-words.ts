import { safeWords } from '@domain/escalation/gsm7';
import { HOUR_MS, MINUTE_MS, spokenTimeFrom } from './local-time.js';
import type { PagerLanguage, Said } from './pager-language.js';

/** How long "BUSY" alone lasts. */
const BUSY_ALONE_MS = 2 * HOUR_MS;
/** Longer is a night off, which somebody has to agree to. */
export const LONGEST_BUSY_MS = 12 * HOUR_MS;

/** Matched on text without accents, lower case, with single blanks and without punctuation at its end. */
const BUSY: Record<PagerLanguage, RegExp> = {
  en: /^(?:(?:i'?m |am )?busy)(?:(?: for)?(?: the)?(?: next| about)? (?<long>.+))?$/,
  es: /^(?:(?:estoy |ando )?ocupad[oa])(?:(?: por| durante)?(?: unos| unas| como)? (?<long>.+))?$/,
};
const UNTIL: Record<PagerLanguage, RegExp> = {
  en: /^(?:until|till|til) (?<time>.+)$/,
  es: /^hasta (?:las? |el )?(?<time>.+)$/,
};
const BACK: Record<PagerLanguage, RegExp> = {
  en: /^(?:(?:i'?m )?(?:back|free|not busy|available)(?: again| now)?|busy (?:off|over|done))$/,
  es: /^(?:(?:ya )?(?:volvi|regrese)|(?:ya )?estoy de vuelta|de vuelta|(?:ya )?(?:estoy )?disponible|ya no estoy ocupad[oa])$/,
};
const HOURS =
  /^(\d{1,2}(?:[.,]5)?) ?(?:h|hrs?|hours?|horas?)(?: ?(?:and |y )?(\d{1,2}) ?(?:m|mins?|minutes?|minutos?)?)?$/;
const MINUTES = /^(\d{1,3}) ?(?:m|mins?|minutes?|minutos?)$/;
const NAMED: [RegExp, number][] = [
  [/^(?:an |one |una )?(?:hour|hora)$/, HOUR_MS],
  [/^(?:half an|a half) hour$|^half hour$|^media hora$/, HOUR_MS / 2],
  [/^(?:an hour and a half|hora y media|una hora y media)$/, 1.5 * HOUR_MS],
  [/^(?:a )?couple (?:of )?hours$|^(?:un )?par de horas$/, 2 * HOUR_MS],
];

/** `ms`: from now on. `untilTime`: as it was typed, a time of day. */
export type BusyWords = { kind: 'busy'; ms: number } | { kind: 'busy_until'; time: string } | { kind: 'back' };

/** Reads "BUSY 2H", "BUSY UNTIL 11PM", "BACK". `said`: as described above. Null: about something else. */
export function busyWords(said: string, language: PagerLanguage): BusyWords | null {
  if (BACK[language].test(said)) return { kind: 'back' };
  const busy = BUSY[language].exec(said)?.groups;
  return busy ? busyFor(busy['long'] ?? null, language) : null;
}

/** `long`: what stands behind the word; null: nothing does. */
function busyFor(long: string | null, language: PagerLanguage): BusyWords | null {
  if (long === null) return { kind: 'busy', ms: BUSY_ALONE_MS };
  const time = UNTIL[language].exec(long)?.groups?.['time'];
  if (time !== undefined) return { kind: 'busy_until', time };
  const ms = hoursIn(long) ?? minutesIn(long) ?? namedLength(long);
  return ms ? { kind: 'busy', ms } : null;
}

function hoursIn(words: string): number | null {
  const found = HOURS.exec(words);
  return found && Number(found[1]?.replace(',', '.')) * HOUR_MS + Number(found[2] ?? 0) * MINUTE_MS;
}

const namedLength = (words: string): number | null => NAMED.find(([named]) => named.test(words))?.[1] ?? null;

function minutesIn(words: string): number | null {
  const found = MINUTES.exec(words);
  return found && Number(found[1]) * MINUTE_MS;
}

/** The end of somebody's being busy, and now, on the clock of the account. */
export interface BusyEnd {
  until: Date;
  now: Date;
  timeZone: string;
}

/** "11:22 PM". */
export const untilWords = ({ until, now, timeZone }: BusyEnd, language: PagerLanguage = 'en'): string =>
  safeWords(spokenTimeFrom(now.getTime(), until.getTime(), { timeZone, language }));

/** To whoever is busy. `firstName`: who is paged first meanwhile; null: nobody but them is there. */
export const busyText = (firstName: string | null, end: BusyEnd): Said => ({
  en: firstName
    ? `Busy until ${untilWords(end)}: pages go to ${safeWords(firstName)} first. Text BACK when you're free.`
    : `Busy until ${untilWords(end)}, but nobody else is there: an emergency still rings you. Text BACK when you're free.`,
  es: firstName
    ? `Ocupado hasta ${untilWords(end, 'es')}: las alertas van primero a ${safeWords(firstName)}. Escribe YA VOLVI cuando puedas.`
    : `Ocupado hasta ${untilWords(end, 'es')}, pero no hay nadie mas: una emergencia te llama igual. Escribe YA VOLVI cuando puedas.`,
});

/** In front of it, when an emergency waited for them: being busy passes it. */
export const PASSED_ON: Said = { en: 'Passed on to the next person.', es: 'Pasada a la siguiente persona.' };

/** Answers to words that lead nowhere, and to the return. */
export const BUSY_TOO_LONG: Said = {
  en: 'At most 12 hours: text for example BUSY 2H. For a whole night text OFF TONIGHT.',
  es: 'Como mucho 12 horas: escribe por ejemplo OCUPADO 2H. Para toda la noche escribe LIBRE ESTA NOCHE.',
};
export const WELCOME_BACK: Said = {
  en: 'Welcome back. Pages reach you as planned again.',
  es: 'Bienvenido. Las alertas te llegan otra vez como siempre.',
};

/** To whoever is paged first meanwhile, and again when it is over before its time. */
export const busyNews = (businessName: string, name: string, end: BusyEnd): Said => ({
  en: `${safeWords(businessName)}: ${safeWords(name)} is busy until ${untilWords(end)}. Emergencies ring you first.`,
  es: `${safeWords(businessName)}: ${safeWords(name)} no puede hasta ${untilWords(end, 'es')}. Las emergencias te llaman primero.`,
});
export const backNews = (businessName: string, name: string): Said => ({
  en: `${safeWords(businessName)}: ${safeWords(name)} is back and is paged first again.`,
  es: `${safeWords(businessName)}: ${safeWords(name)} ya volvio y recibe las alertas primero otra vez.`,
});
