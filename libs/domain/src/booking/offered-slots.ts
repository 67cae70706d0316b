import { DateTime } from 'luxon';
import type { Slot } from './open-slots.js';
import type { DaySpan } from './preferred-day.js';

export const DAY_PARTS = ['morning', 'afternoon', 'any'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** What a caller would like; null days: no preference was heard. */
export interface SlotWish {
  days: DaySpan | null;
  part: DayPart;
}

/** More than three are not kept in mind on a telephone (reference B10). */
const AT_ONCE = 3;
const THIS_WEEK_DAYS = 7;

export interface Offer<S extends Slot> {
  /** At most three, earliest first. */
  slots: S[];
  /** They are what the caller asked for; otherwise the nearest to it. */
  asWished: boolean;
}

/**
 * Which of the open slots are read out. Null when nothing is open in the coming week and the caller named no later day
 * with something open: "fully booked this week" (scenario 28).
 */
export function offeredSlots<S extends Slot>(
  open: S[],
  wish: SlotWish,
  { now, timeZone }: { now: Date; timeZone: string },
): Offer<S> | null {
  const wished = open.filter((slot) => isOnDays(slot, wish.days, timeZone) && isInPart(slot, wish.part, timeZone));
  const weekEnd = DateTime.fromJSDate(now, { zone: timeZone }).plus({ days: THIS_WEEK_DAYS }).toJSDate();
  const hasWeek = open.some(({ startsAt }) => startsAt < weekEnd);
  if (wished.length === 0 && !hasWeek) return null;
  if (wished.length > 0 && (hasWeek || wish.days)) return { slots: spread(wished, timeZone), asWished: true };
  return hasWeek ? { slots: nearest(open, wish, timeZone), asWished: false } : null;
}

/** First what is right by the day or by its part, then anything. */
function nearest<S extends Slot>(open: S[], wish: SlotWish, timeZone: string): S[] {
  const onDay = wish.days ? open.filter((slot) => isOnDays(slot, wish.days, timeZone)) : [];
  const inPart = open.filter((slot) => isInPart(slot, wish.part, timeZone));
  const [best = open] = [onDay, inPart].filter((slots) => slots.length > 0);
  return spread(best, timeZone);
}

/** Two of the first day and one of the next: a choice of times and of days. */
function spread<S extends Slot>(slots: S[], timeZone: string): S[] {
  const first = slots[0] ? dateOf(slots[0], timeZone) : '';
  const [sameDay, later] = [
    slots.filter((slot) => dateOf(slot, timeZone) === first),
    slots.filter((slot) => dateOf(slot, timeZone) !== first),
  ];
  return [...sameDay.slice(0, later.length > 0 ? AT_ONCE - 1 : AT_ONCE), ...later].slice(0, AT_ONCE);
}

function isOnDays(slot: Slot, days: DaySpan | null, timeZone: string): boolean {
  const date = dateOf(slot, timeZone);
  return !days || (days.first <= date && date <= days.last);
}

function isInPart({ startsAt }: Slot, part: DayPart, timeZone: string): boolean {
  if (part === 'any') return true;
  const isMorning = DateTime.fromJSDate(startsAt, { zone: timeZone }).hour < 12;
  return isMorning === (part === 'morning');
}

const dateOf = ({ startsAt }: Slot, timeZone: string): string =>
  DateTime.fromJSDate(startsAt, { zone: timeZone }).toFormat('yyyy-MM-dd');
