import { SERVICE_WORDS } from '@domain/lead-card/card-words';
import type { AppointmentEvent } from '@domain/ports/calendar';
import type { ServiceType } from '@domain/triage/triage.types';

/** What an appointment's event tells the people who drive there. */
export interface EventFacts {
  id: string;
  /** How often this appointment was put into a calendar, with this time. */
  attempt: number;
  startsAt: Date;
  endsAt: Date;
  serviceType: ServiceType;
  customerName: string;
  customerPhone: string | null;
  address: string | null;
  issue: string;
  notes: string | null;
}

/** An appointment as it stands in the contractor's own calendar. `timeZone`: IANA name of the account's zone. */
export function appointmentEvent(facts: EventFacts, timeZone: string): Omit<AppointmentEvent, 'accountId'> {
  const { id, attempt, startsAt, endsAt, serviceType, customerName, customerPhone, address, issue, notes } = facts;
  const lines = [issue, notes, customerPhone && `Phone: ${customerPhone}`, 'Booked with Nightdesk'];
  return {
    appointmentId: id,
    attempt,
    from: startsAt,
    to: endsAt,
    timeZone,
    title: [SERVICE_WORDS[serviceType], customerName].filter(Boolean).join(': '),
    notes: lines.filter(Boolean).join('\n'),
    ...(address ? { location: address } : {}),
  };
}
