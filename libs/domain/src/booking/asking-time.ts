import { DateTime } from 'luxon';

/** Nobody is texted about a routine window before or after these local hours. */
const FIRST_HOUR = 7;
const LAST_HOUR = 21;
const MINUTE_MS = 60_000;
/** A visit nobody has confirmed so shortly before it begins is none. */
const LATEST_BEFORE_MS = 60 * MINUTE_MS;
/** A question that lapses as it is asked is none: the first window of the morning is asked about shortly before it. */
const LEAST_TO_ANSWER_MS = 30 * MINUTE_MS;

/** When an approver is asked, and when the held window becomes a callback. */
export interface AskingTime {
  askAt: Date;
  heldUntil: Date;
}

/** At once by day, in the morning by night: a tune-up wakes nobody. The time to answer runs from the question. */
export function askingTime(now: Date, startsAt: Date, terms: { holdMinutes: number; timeZone: string }): AskingTime {
  const askAt = nextWaking(now, terms.timeZone);
  const answered = askAt.getTime() + terms.holdMinutes * MINUTE_MS;
  return { askAt, heldUntil: new Date(Math.min(answered, latestAnswer(now, askAt, startsAt))) };
}

/** A visit that begins before anybody is awake is asked about by nobody: it lapses, and is a callback. */
function latestAnswer(now: Date, askAt: Date, startsAt: Date): number {
  const wellBefore = startsAt.getTime() - LATEST_BEFORE_MS;
  if (askAt >= startsAt) return Math.max(wellBefore, now.getTime());
  return Math.min(startsAt.getTime(), Math.max(wellBefore, askAt.getTime() + LEAST_TO_ANSWER_MS));
}

function nextWaking(now: Date, timeZone: string): Date {
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  if (local.hour >= FIRST_HOUR && local.hour < LAST_HOUR) return now;
  const day = local.hour < FIRST_HOUR ? local : local.plus({ days: 1 });
  return day.startOf('day').set({ hour: FIRST_HOUR }).toJSDate();
}
