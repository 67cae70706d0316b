import { DateTime } from 'luxon';

/** Nobody is texted about a routine window before or after these local hours. */
const FIRST_HOUR = 7;
const LAST_HOUR = 21;
const MINUTE_MS = 60_000;
/** A visit nobody has confirmed so shortly before it begins is none. */
const LATEST_BEFORE_MS = 60 * MINUTE_MS;

/** When an approver is asked, and when the held window becomes a callback. */
export interface AskingTime {
  askAt: Date;
  heldUntil: Date;
}

/** At once by day, in the morning by night: a tune-up wakes nobody. The time to answer runs from the question. */
export function askingTime(now: Date, startsAt: Date, terms: { holdMinutes: number; timeZone: string }): AskingTime {
  const askAt = nextWaking(now, terms.timeZone);
  const latest = Math.max(startsAt.getTime() - LATEST_BEFORE_MS, now.getTime());
  const answered = askAt.getTime() + terms.holdMinutes * MINUTE_MS;
  return { askAt, heldUntil: new Date(Math.min(answered, latest)) };
}

function nextWaking(now: Date, timeZone: string): Date {
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  if (local.hour >= FIRST_HOUR && local.hour < LAST_HOUR) return now;
  const day = local.hour < FIRST_HOUR ? local : local.plus({ days: 1 });
  return day.startOf('day').set({ hour: FIRST_HOUR }).toJSDate();
}
