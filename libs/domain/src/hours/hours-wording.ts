import { DateTime } from 'luxon';
import { WEEKDAYS, type OfficeHours, type OpenInterval } from './hours.types.js';
import { isOpen, lastCloseBefore, nextCloseAfter, nextOpeningAfter } from './office-hours.js';

export interface DutySettings {
  isActive: boolean;
  alwaysActive: boolean;
}

/** The badge of VTCR 1.1, for the night that is running or the next one. */
export function dutyBadge(duty: DutySettings, hours: OfficeHours, at: Date): string {
  if (!duty.isActive) return 'Inactive';
  const from = isOpen(hours, at) ? nextCloseAfter(hours, at) : lastCloseBefore(hours, at);
  const to = nextOpeningAfter(hours, at);
  if (duty.alwaysActive || !from || !to) return 'Active -- AI answers calls around the clock';
  return `Active -- AI answers calls from ${clockFace(from, hours.timeZone)} to ${clockFace(to, hours.timeZone)}`;
}

/** "8 AM tomorrow", "8 AM on Monday": what may be promised, which on a Friday night is not "tomorrow" (reference C5 92). */
export function openingPhrase(hours: OfficeHours, at: Date): string {
  const opening = nextOpeningAfter(hours, at);
  if (!opening) return 'the next business day';
  const days = daysBetween(at, opening, hours.timeZone);
  const time = spokenTime(opening, hours.timeZone);
  if (days === 0) return `${time} today`;
  return days === 1 ? `${time} tomorrow` : `${time} on ${weekdayOf(opening, hours.timeZone)}`;
}

/** When the office will call back: "first thing in the morning" only when there is an office that morning. */
export function callbackPhrase(hours: OfficeHours, at: Date, language: 'en' | 'es' = 'en'): string {
  const words = CALLBACK[language];
  const opening = nextOpeningAfter(hours, at);
  if (!opening || isOpen(hours, at)) return words.soon;
  const days = daysBetween(at, opening, hours.timeZone);
  return days <= 1 ? words.nextMorning : words.onThatDay(weekdayOf(opening, hours.timeZone, language));
}

const CALLBACK = {
  en: {
    soon: 'as soon as possible',
    nextMorning: 'first thing in the morning',
    onThatDay: (weekday: string) => `first thing ${weekday} morning`,
  },
  es: {
    soon: 'lo antes posible',
    nextMorning: 'a primera hora de la mañana',
    onThatDay: (weekday: string) => `el ${weekday} a primera hora`,
  },
};

/** Which morning somebody can be called on: "tomorrow morning" only when there is an office then (reference C5 92). */
export function morningPhrase(hours: OfficeHours, at: Date): string {
  const opening = nextOpeningAfter(hours, at);
  if (!opening) return 'as soon as the office opens';
  const days = daysBetween(at, opening, hours.timeZone);
  if (days === 0) return 'this morning';
  return days === 1 ? 'tomorrow morning' : `${weekdayOf(opening, hours.timeZone)} morning`;
}

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "Monday to Friday 8 AM to 5 PM, Saturday and Sunday closed", for the agent to say. */
export function weeklyPhrase(hours: OfficeHours): string {
  const runs: { first: number; last: number; text: string }[] = [];
  WEEKDAYS.forEach((weekday, index) => {
    const text = intervalsPhrase(hours.weekly[weekday]);
    const run = runs.at(-1);
    if (run?.text === text) run.last = index;
    else runs.push({ first: index, last: index, text });
  });
  return runs.map((run) => `${daysPhrase(run.first, run.last)} ${run.text}`).join(', ');
}

/** "9:24 PM" on the contractor's clock. */
export const clockFace = (at: Date, timeZone: string): string =>
  DateTime.fromJSDate(at, { zone: timeZone }).toFormat('h:mm a');

function daysPhrase(first: number, last: number): string {
  if (first === last) return DAY_NAMES[first] ?? '';
  return `${DAY_NAMES[first] ?? ''} ${last - first === 1 ? 'and' : 'to'} ${DAY_NAMES[last] ?? ''}`;
}

const intervalsPhrase = (intervals: OpenInterval[]): string =>
  intervals.length === 0
    ? 'closed'
    : intervals.map(({ opens, closes }) => `${spokenClock(opens)} to ${spokenClock(closes)}`).join(' and ');

function spokenClock(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return DateTime.fromObject({ hour: hour % 24, minute }).toFormat(minute === 0 ? 'h a' : 'h:mm a');
}

function spokenTime(at: Date, timeZone: string): string {
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  return local.toFormat(local.minute === 0 ? 'h a' : 'h:mm a');
}

const weekdayOf = (at: Date, timeZone: string, language: 'en' | 'es' = 'en'): string =>
  DateTime.fromJSDate(at, { zone: timeZone }).setLocale(`${language}-US`).toFormat('cccc');

function daysBetween(from: Date, to: Date, timeZone: string): number {
  const [first, second] = [from, to].map((instant) => DateTime.fromJSDate(instant, { zone: timeZone }).startOf('day'));
  return first && second ? Math.round(second.diff(first, 'days').days) : 0;
}
