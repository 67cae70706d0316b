import type { Shift } from '@domain/on-call/shifts';
import ical from 'ical-generator';
import { createHash } from 'node:crypto';

const REFRESH_SECONDS = 60 * 60;

/** RFC 5545 text of shifts. Names of the crew only; nothing about a caller is ever in it. */
export function calendarText(business: string, shifts: Shift[], now: Date): string {
  const calendar = ical({
    name: `${business} on call`,
    prodId: { company: 'Nightdesk', product: 'on-call' },
    ttl: REFRESH_SECONDS,
  });
  for (const shift of shifts) {
    calendar.createEvent({
      id: eventId(shift),
      stamp: now,
      start: shift.startsAt,
      end: shift.endsAt,
      summary: `On call: ${shift.personName} (${shift.layerName})`,
    });
  }
  return calendar.toString();
}

/** Stays the same while the shift does, so that calendars update an entry instead of adding one. */
function eventId({ layerId, contactId, startsAt }: Shift): string {
  const place = `${layerId} ${contactId} ${startsAt.toISOString()}`;
  return `${createHash('sha256').update(place).digest('hex').slice(0, 32)}@nightdesk`;
}
