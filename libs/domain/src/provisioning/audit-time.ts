import { DateTime } from 'luxon';

const AUDIT_HOUR = 3;
const SPREAD_MINUTES = 60;

/**
 * The account's next local 3 AM, spread over an hour by the line's id so that a hundred thousand lines do not ask their
 * providers in the same second (WHI-10).
 */
export function nextAuditAt(after: Date, timeZone: string, lineId: string): Date {
  const minute = Number.parseInt(lineId.slice(-6), 16) % SPREAD_MINUTES;
  const local = DateTime.fromJSDate(after, { zone: timeZone });
  const today = local.set({ hour: AUDIT_HOUR, minute: Number.isNaN(minute) ? 0 : minute, second: 0, millisecond: 0 });
  return (today.toJSDate() > after ? today : today.plus({ days: 1 })).toJSDate();
}
