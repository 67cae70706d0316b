import { DateTime } from 'luxon';
import type { DigestWindow } from './digest.types.js';

/** When an account wants its digest. */
export interface DigestTime {
  /** HH:MM, 24 hours, local. */
  time: string;
  /** IANA name. */
  timeZone: string;
}

/** A worker that was down longer than this sums up to now; before, to the minute that was promised. */
const LATE_MS = 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The next digest after `after`, on a local date that had none yet (TIM-03). `lastDate` (YYYY-MM-DD): the latest date
 * that had one, so that moving the time or the zone never sends two on one day.
 */
export function nextDigestAt(after: Date, wanted: DigestTime, lastDate: string | null): Date {
  let date = localDate(after, wanted.timeZone);
  for (;;) {
    const at = firstInstantAt(date, wanted);
    // A date can be missing altogether: Samoa skipped 30 December 2011.
    const exists = localDate(at, wanted.timeZone) === date;
    if (exists && at > after && (!lastDate || date > lastDate)) return at;
    date = DateTime.fromISO(date).plus({ days: 1 }).toISODate() ?? date;
  }
}

/** YYYY-MM-DD on the contractor's own calendar. */
export const localDate = (at: Date, timeZone: string): string =>
  DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyy-MM-dd');

/** What a digest has to know of the ones before it. */
export interface DigestMoment {
  /** When this one was promised. */
  due: Date;
  now: Date;
  /** Where the previous one ended; null for the first. */
  previousEnd: Date | null;
  /** When the office last closed; null when it never opens. */
  lastClose: Date | null;
}

/** Everything since the previous digest, the first time since the last close (decision 10). */
export function digestWindow({ due, now, previousEnd, lastClose }: DigestMoment): DigestWindow {
  const end = now.getTime() - due.getTime() > LATE_MS ? now : due;
  const start = previousEnd ?? lastClose ?? new Date(end.getTime() - DAY_MS);
  return { start: start < end ? start : end, end };
}

/** 02:30 in the spring gap is the first instant after it; 01:30 in the autumn is the first of the two (TIM-03). */
function firstInstantAt(date: string, { time, timeZone }: DigestTime): Date {
  const wall = DateTime.fromISO(`${date}T${time}`, { zone: timeZone });
  if (wall.toFormat('HH:mm') !== time) return endOfGapBefore(wall);
  return new Date(Math.min(...wall.getPossibleOffsets().map((instant) => instant.toMillis())));
}

function endOfGapBefore(afterGap: DateTime): Date {
  let instant = afterGap;
  while (instant.minus({ minutes: 1 }).offset === instant.offset) instant = instant.minus({ minutes: 1 });
  return instant.toJSDate();
}
