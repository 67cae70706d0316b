import type { Actor } from '@platform/journal/journal';
import type { AcceptedVia, IncidentState, OpenedBy } from '@domain/escalation/incident';

/** What a caller's conversation says about an emergency at the moment it is recognised. */
export interface EmergencyReport {
  callId: string;
  /** Provider's reference of the caller's leg: it is moved into the conference when the tech presses 1. */
  callSid: string;
  /** The account's number that was called; alerts come from it. */
  lineNumber: string;
  /** Null when the caller id is withheld. */
  callerPhone: string | null;
  callerName?: string | null;
  callbackPhone?: string | null;
  address?: string | null;
  issueSummary: string;
  category?: string | null;
  /** The trade that owns the problem, as triage names it: picks the policy and the layer. */
  serviceType?: string | null;
  /** The safety instruction the caller was given, as spoken. */
  safetyLine?: string | null;
  openedBy: OpenedBy;
  /** Where the voice agent of this call can be told what to say; null when no agent is on the line. */
  controlUrl?: string | null;
}

/** `already-open`: this call has its incident. `merged`: the same caller called again while one was open (decision 3). */
export interface OpenedIncident {
  kind: 'opened' | 'already-open' | 'merged';
  incidentId: string;
  code: string;
  /** The person being reached, or who already accepted. */
  onCallName: string;
  /** What the caller may be told of that person: `not_picked_up` once the transfer failed, which they have heard already. */
  standing: 'paging' | 'not_picked_up' | 'taken';
}

/** What is learnt after the incident was opened. A missing or empty field never erases what is known. */
export interface EmergencyDetails {
  callerName?: string | null;
  callerPhone?: string | null;
  callbackPhone?: string | null;
  address?: string | null;
  issueSummary?: string | null;
  safetyLine?: string | null;
}

/** How the emergency of a call stands, for lead cards and the digest. */
export interface IncidentOutcome {
  incidentId: string;
  code: string;
  state: IncidentState;
  acceptedName: string | null;
  acceptedAt: Date | null;
  acceptedVia: AcceptedVia | null;
  contactedAt: Date | null;
  /** They have only said when they will arrive. */
  isOnTheWay: boolean;
  resolvedAt: Date | null;
  jobValueCents: number | null;
  /** PRD section 8 "On-Call Outcome", in the account's zone: "Mike T. acknowledged at 9:24 PM". */
  label: string;
}

/** How an emergency was closed, and the calls it was about. */
export interface IncidentEnding {
  state: 'resolved' | 'false_alarm';
  callIds: string[];
}

/** The office has spoken with a caller through a call that it placed. */
export interface CallbackMade {
  actor: Extract<Actor, { type: 'user' }>;
  seconds: number;
  officeCallId: string;
}
