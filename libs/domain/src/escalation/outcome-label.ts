import type { AcceptedVia, IncidentState } from './incident.js';
import { localTime } from './local-time.js';

/** What is known of an emergency's outcome. */
export interface OutcomeFacts {
  state: IncidentState;
  onCallName: string;
  acceptedName: string | null;
  acceptedAt: Date | null;
  acceptedVia: AcceptedVia | null;
  contactedAt: Date | null;
}

/** PRD section 8, "On-Call Outcome": says only what the rows prove (reference/oncall 7.7). */
export function outcomeLabel(outcome: OutcomeFacts, timeZone: string): string {
  switch (outcome.state) {
    case 'alerting':
      return `Reaching ${outcome.onCallName}`;
    case 'unreached':
      return 'Not reached';
    case 'false_alarm':
      return 'False alarm';
    case 'merged':
      return 'Added to the open emergency';
    case 'accepted':
    case 'contacted':
    case 'resolved':
      return acceptedLabel(outcome, timeZone);
  }
}

function acceptedLabel(outcome: OutcomeFacts, timeZone: string): string {
  if (!outcome.acceptedAt || !outcome.acceptedName) return 'Resolved';
  const label = `${outcome.acceptedName} acknowledged at ${localTime(outcome.acceptedAt, timeZone)}`;
  return outcome.contactedAt ? `${label}, dispatched` : label;
}
