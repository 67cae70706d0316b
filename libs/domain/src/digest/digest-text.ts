import { SERVICE_WORDS } from '@domain/lead-card/card-words';
import { spokenForm } from '@domain/phone/e164';
import { DateTime } from 'luxon';
import { counted, digestHeadline, emergencyVerdict } from './digest-counts.js';
import { digestStats, type NightValue } from './digest-stats.js';
import type { DigestEntry, DigestWindow } from './digest.types.js';

export interface DigestTextOptions extends NightValue {
  /** YYYY-MM-DD. */
  date: string;
  window: DigestWindow;
  /** IANA name. */
  timeZone: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The digest as text (PRD §9 and §13): headed, in sections, numbered through. One line when nobody called. */
export function digestText(night: DigestTextOptions, entries: DigestEntry[]): string {
  if (entries.length === 0) return digestHeadline(entries);
  const paragraphs = [heading(night, entries), ...sections(night, entries), digestStats(entries, night)];
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function heading({ date, window, timeZone }: DigestTextOptions, entries: DigestEntry[]): string[] {
  const day = DateTime.fromISO(date, { locale: 'en-US' }).toFormat('ccc, LLL d, yyyy');
  // After a long outage the weekday alone would name two days.
  const format = lengthOf(window) > 6 * DAY_MS ? 'h:mm a ccc, LLL d' : 'h:mm a ccc';
  const edge = (at: Date) => DateTime.fromJSDate(at, { zone: timeZone }).setLocale('en-US').toFormat(format);
  return [
    `OVERNIGHT CALL DIGEST - ${day}`,
    `${counted(entries.length, 'call')} | ${edge(window.start)} - ${edge(window.end)}`,
  ];
}

function sections(night: DigestTextOptions, entries: DigestEntry[]): string[][] {
  const callbacks = entries.filter((entry) => entry.section === 'callback');
  const verdict = emergencyVerdict(entries);
  return [
    section(
      night,
      'EMERGENCIES',
      entries.filter((entry) => entry.section === 'emergency'),
      verdict,
    ),
    section(
      night,
      'ROUTINE - BOOKED',
      entries.filter((entry) => entry.section === 'booked'),
    ),
    section(
      night,
      'ROUTINE - NEEDS CALLBACK',
      callbacks.filter((entry) => !entry.taken),
    ),
    section(
      night,
      'ROUTINE - ALREADY CALLED',
      callbacks.filter((entry) => entry.taken),
    ),
    spamSection(entries),
  ];
}

function section(
  night: DigestTextOptions,
  title: string,
  entries: DigestEntry[],
  verdict: string | null = null,
): string[] {
  if (entries.length === 0) return [];
  const lines = entries.flatMap((entry) => entryLines(night, entry));
  return [`${title} (${entries.length})${verdict ? ` - ${verdict}` : ''}`, ...lines];
}

/** VTCR 2.5: nothing beyond the count; the calls themselves are folded away in the app. */
function spamSection(entries: DigestEntry[]): string[] {
  const spam = entries.filter((entry) => entry.section === 'spam').length;
  return spam > 0 ? [`SPAM / VENDOR (${spam}) - Auto-tagged`] : [];
}

function entryLines(night: DigestTextOptions, entry: DigestEntry): string[] {
  const phone = entry.callerPhone ? spokenForm(entry.callerPhone) : 'No caller ID';
  const facts = [phone, calledAt(night, entry), SERVICE_WORDS[entry.serviceType], entry.address ?? ''];
  return [
    `${entry.position}. ${entry.callerName} - ${entry.issue}`,
    facts.filter((fact) => fact !== '').join(' | '),
    ...(entry.disposition ? [entry.disposition] : []),
  ];
}

/** "9:22 PM"; with the weekday when the window is longer than a day. */
function calledAt({ window, timeZone }: DigestTextOptions, entry: DigestEntry): string {
  const format = lengthOf(window) > DAY_MS ? 'ccc h:mm a' : 'h:mm a';
  return DateTime.fromISO(entry.calledAt, { zone: timeZone, locale: 'en-US' }).toFormat(format);
}

const lengthOf = (window: DigestWindow): number => window.end.getTime() - window.start.getTime();
