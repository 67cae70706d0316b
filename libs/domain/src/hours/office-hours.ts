import type { OfficeHours } from './hours.types.js';
import { openSpans } from './open-spans.js';

/** A contractor closed for longer than this has no opening worth promising to a caller. */
const HORIZON_DAYS = 40;

/** Whether the office answers its own phone at this instant: from opening up to, not including, closing. */
export function isOpen(hours: OfficeHours, at: Date): boolean {
  return openSpans(hours, at, { back: 1, ahead: 0 }).some((span) => span.opensAt <= at && at < span.closesAt);
}

/** When the office last closed at or before `at`; null when it was not open in the last 40 days. */
export function lastCloseBefore(hours: OfficeHours, at: Date): Date | null {
  const closes = openSpans(hours, at, { back: HORIZON_DAYS, ahead: 1 }).map((span) => span.closesAt);
  return closes.filter((close) => close <= at).at(-1) ?? null;
}

/** When the office opens next after `at`; null when it stays closed for 40 days. */
export function nextOpeningAfter(hours: OfficeHours, at: Date): Date | null {
  const spans = openSpans(hours, at, { back: 1, ahead: HORIZON_DAYS });
  return spans.find((span) => span.opensAt > at)?.opensAt ?? null;
}

/** When the office closes next after `at`; null when it does not in 40 days. */
export function nextCloseAfter(hours: OfficeHours, at: Date): Date | null {
  const spans = openSpans(hours, at, { back: 1, ahead: HORIZON_DAYS });
  return spans.find((span) => span.closesAt > at)?.closesAt ?? null;
}
