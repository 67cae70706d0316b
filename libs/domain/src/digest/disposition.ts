import { CALLBACK_REASON_WORDS } from '@domain/booking/appointment';
import { CALLBACK_WORDS } from '@domain/lead-card/card-words';
import type { IncidentState } from '@domain/escalation/incident';
import { clockFace } from '@domain/hours/hours-wording';
import type { DigestCall, DigestCard, DigestIncident, DigestSection, EmergencyStanding } from './digest.types.js';

const UNACCEPTED: Record<IncidentState, EmergencyStanding> = {
  unreached: 'not_reached',
  alerting: 'routing',
  false_alarm: 'false_alarm',
  merged: 'merged',
  accepted: 'resolved',
  contacted: 'resolved',
  resolved: 'resolved',
};
const MAY_BE_ACCEPTED: IncidentState[] = ['accepted', 'contacted', 'resolved'];

/** How an emergency stands. A restarted ladder is "routing" again, whoever accepted before. */
export function standingOf(incident: DigestIncident | null): EmergencyStanding {
  if (!incident) return 'not_paged';
  const accepted = incident.acceptedAt !== null && MAY_BE_ACCEPTED.includes(incident.state);
  return accepted ? 'accepted' : UNACCEPTED[incident.state];
}

/** The line under an emergency. It promises nothing that did not happen. */
export function emergencyDisposition(incident: DigestIncident | null, timeZone: string): string {
  switch (standingOf(incident)) {
    case 'not_reached':
      return 'NOT REACHED. Nobody on call answered. Call this customer now.';
    case 'not_paged':
      return 'NOT PAGED. Call this customer now.';
    case 'routing':
      return 'Still reaching the on-call tech.';
    case 'false_alarm':
      return 'False alarm.';
    case 'merged':
      return 'Called again about an emergency already open.';
    case 'resolved':
      return 'Resolved.';
    case 'accepted':
      return acceptedLine(incident, timeZone);
  }
}

function acceptedLine(incident: DigestIncident | null, timeZone: string): string {
  const time = (at: Date | null | undefined) => (at ? clockFace(at, timeZone) : null);
  const accepted = `On-call (${incident?.acceptedName ?? 'tech'}) acknowledged at ${time(incident?.acceptedAt) ?? ''}.`;
  const dispatched = time(incident?.contactedAt);
  return dispatched ? `${accepted} Dispatched at ${dispatched}.` : accepted;
}

/** The line under a routine call; empty when the section's heading says it all. */
export function routineDisposition(section: DigestSection, card: DigestCard | null): string {
  if (section === 'spam') return 'Auto-tagged';
  if (!card || section === 'abandoned') return '';
  if (section === 'booked')
    return card.callbackStatus === 'called_booked' ? 'Booked by callback.' : 'Appointment confirmed via AI.';
  return callbackLine(card);
}

function callbackLine(card: DigestCard): string {
  if (card.callbackReason) return `${CALLBACK_REASON_WORDS[card.callbackReason]}.`;
  if (card.appointmentAt && !card.appointmentBooked) return 'Time held: approve it or call.';
  if (card.callbackStatus !== 'not_called') return `${CALLBACK_WORDS[card.callbackStatus]}.`;
  return card.priority === 'same_day' ? 'Same-day: call first.' : '';
}

/** Somebody has already dealt with the callback; it is no longer needed. */
export const isTaken = ({ card }: DigestCall): boolean =>
  card !== null && card.callbackStatus !== 'not_called' && card.callbackStatus !== 'called_no_answer';
