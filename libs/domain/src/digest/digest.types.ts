import type { CallbackReason } from '@domain/booking/appointment';
import type { AcceptedVia, IncidentState } from '@domain/escalation/incident';
import type { CallbackStatus, CardClass } from '@domain/lead-card/lead-card';
import type { CallClass, Priority, ServiceType } from '@domain/triage/triage.types';

/** In the order of PRD §9. `abandoned` calls are counted, not listed. */
export type DigestSection = 'emergency' | 'booked' | 'callback' | 'spam' | 'abandoned';

/** From, inclusive, to, exclusive: no call is in two digests or in none (decision 10). */
export interface DigestWindow {
  start: Date;
  end: Date;
}

/** What the card of a call says, as far as the digest repeats it. */
export interface DigestCard {
  id: string;
  classification: CardClass;
  priority: Priority;
  callerName: string;
  callerPhone: string | null;
  callbackPhone: string | null;
  address: string | null;
  issueSummary: string;
  serviceType: ServiceType;
  appointmentBooked: boolean;
  /** Only held for then while `appointmentBooked` is false. */
  appointmentAt: Date | null;
  callbackStatus: CallbackStatus;
  /** Why it comes before the others. */
  callbackReason: CallbackReason | null;
}

/** How the emergency of a call stands when the digest is made. */
export interface DigestIncident {
  incidentId: string;
  state: IncidentState;
  acceptedName: string | null;
  acceptedAt: Date | null;
  acceptedVia: AcceptedVia | null;
  contactedAt: Date | null;
  /** What the tech reported with DONE, in cents. */
  jobValueCents: number | null;
}

/** One call of the night with everything that came of it. */
export interface DigestCall {
  id: string;
  calledAt: Date;
  callerPhone: string | null;
  classification: CallClass | null;
  status: string;
  handledBy: string | null;
  summary: string | null;
  card: DigestCard | null;
  incident: DigestIncident | null;
}

/** Whether somebody took the emergency. Only `accepted` may be called "handled" (telephony C5, row 79). */
export const EMERGENCY_STANDINGS = [
  'not_reached',
  'not_paged',
  'routing',
  'accepted',
  'resolved',
  'false_alarm',
  'merged',
] as const;
export type EmergencyStanding = (typeof EMERGENCY_STANDINGS)[number];

/** One line of the digest, as it is stored. */
export interface DigestEntry {
  /** The number printed before it; 0 for calls that are only counted. */
  position: number;
  section: DigestSection;
  callId: string;
  leadCardId: string | null;
  incidentId: string | null;
  callerName: string;
  callerPhone: string | null;
  /** RFC 3339, UTC. */
  calledAt: string;
  issue: string;
  serviceType: ServiceType;
  address: string | null;
  /** What came of it, in words; empty when the section says it all. */
  disposition: string;
  /** Only of emergencies. */
  standing: EmergencyStanding | null;
  /** Only of callbacks: somebody has already done it. */
  taken: boolean;
}

export interface DigestCounts {
  total: number;
  emergencies: number;
  routineBooked: number;
  routineCallback: number;
  spam: number;
  abandoned: number;
}

/** A finished digest: what is stored, and what is sent. */
export interface Digest {
  window: DigestWindow;
  entries: DigestEntry[];
  counts: DigestCounts;
  content: string;
}
