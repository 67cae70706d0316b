import type { CallClass, Priority } from '@domain/triage/triage.types';
import { isLive, type CallHandler, type CallStatus } from './call-status.js';

export const BADGE_TONES = ['emergency', 'routine', 'spam', 'same_day', 'neutral', 'ok'] as const;
export type BadgeTone = (typeof BADGE_TONES)[number];

export interface CallBadge {
  text: string;
  tone: BadgeTone;
}

export interface BadgeFacts {
  /** Placed from the settings page to hear the agent (VTCR 1.3). */
  isTest?: boolean;
  /** Placed by the office to one of its callers. */
  isOutbound?: boolean;
  status: CallStatus;
  handledBy: CallHandler | null;
  classification: CallClass | null;
  priority: Priority | null;
  appointmentBooked: boolean;
  /** Who took the emergency, and whether they have reached the caller: from the acceptance, never from a ringing phone. */
  acceptedName: string | null;
  isConnected: boolean;
}

/** The status badge of a call's row, VTCR 2.1 to 2.5. */
export function callBadge(facts: BadgeFacts): CallBadge {
  if (facts.isTest) return { text: 'Test Call', tone: 'neutral' };
  if (facts.isOutbound) return { text: outboundText(facts), tone: 'neutral' };
  if (facts.classification === 'emergency') return { text: emergencyText(facts), tone: 'emergency' };
  if (facts.classification === 'spam') return { text: 'SPAM', tone: 'spam' };
  if (facts.status === 'abandoned') return { text: 'Abandoned', tone: 'neutral' };
  if (facts.classification === 'routine') return routineBadge(facts);
  if (isLive(facts.status)) return { text: 'In Progress', tone: 'neutral' };
  return { text: endedText(facts), tone: 'neutral' };
}

function outboundText({ status }: BadgeFacts): string {
  if (isLive(status)) return 'Calling';
  return status === 'failed' ? 'Not placed' : 'Called by the office';
}

function emergencyText(facts: BadgeFacts): string {
  if (facts.acceptedName && facts.isConnected) return `EMERGENCY - Connected to ${facts.acceptedName}`;
  if (!isLive(facts.status)) return 'EMERGENCY';
  return facts.acceptedName ? `EMERGENCY - Accepted by ${facts.acceptedName}` : 'EMERGENCY - Routing to On-Call';
}

function routineBadge(facts: BadgeFacts): CallBadge {
  if (facts.appointmentBooked) return { text: 'Routine - Appointment Booked', tone: 'ok' };
  if (isLive(facts.status)) return { text: 'Routine - Collecting Details', tone: 'routine' };
  return facts.priority === 'same_day' ? { text: 'SAME DAY', tone: 'same_day' } : { text: 'ROUTINE', tone: 'routine' };
}

function endedText(facts: BadgeFacts): string {
  if (facts.status === 'failed') return 'Missed';
  if (facts.handledBy === 'voicemail') return 'Voicemail';
  return facts.handledBy === 'business_line' ? 'Business line' : 'Completed';
}
