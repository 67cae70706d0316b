import type { OfficeHours } from '@domain/hours/hours.types';
import { isOpen } from '@domain/hours/office-hours';

/** Who answers, decided at the moment the call arrives. */
export type CallRouting =
  | { kind: 'voice-agent'; because: 'after-hours' | 'always-active' | 'business-line-unreachable' }
  | { kind: 'ring-business'; number: string; because: 'open' | 'switched-off' }
  | { kind: 'voicemail'; because: 'agent-unavailable' | 'switched-off-without-number' };

export interface RoutingRules {
  isActive: boolean;
  alwaysActive: boolean;
  hours: OfficeHours;
  /** The contractor's own phone, not the number it forwards to us. Null when none was given. */
  businessNumber: string | null;
}

export interface RoutingMoment {
  at: Date;
  /** Whether an assistant exists and the provider answered lately; the start itself may still fail (decision 9). */
  agentAvailable: boolean;
  /** The business line has just sent this call back to us, or did not pick up. */
  businessLineFailed: boolean;
}

/** Scenario 33 and decision 11: office hours ring the business line, everything else is the agent's; the intake and voicemail are the net. */
export function routeCall(rules: RoutingRules, moment: RoutingMoment): CallRouting {
  const open = isOpen(rules.hours, moment.at);
  const agentOnDuty = rules.isActive && (rules.alwaysActive || !open);
  if (agentOnDuty) return agentOrVoicemail(moment, open ? 'always-active' : 'after-hours');
  if (moment.businessLineFailed || !rules.businessNumber) return withoutBusinessLine(rules, moment);
  return { kind: 'ring-business', number: rules.businessNumber, because: rules.isActive ? 'open' : 'switched-off' };
}

const withoutBusinessLine = (rules: RoutingRules, moment: RoutingMoment): CallRouting =>
  rules.isActive
    ? agentOrVoicemail(moment, 'business-line-unreachable')
    : { kind: 'voicemail', because: 'switched-off-without-number' };

type AgentReason = Extract<CallRouting, { kind: 'voice-agent' }>['because'];

const agentOrVoicemail = (moment: RoutingMoment, because: AgentReason): CallRouting =>
  moment.agentAvailable ? { kind: 'voice-agent', because } : { kind: 'voicemail', because: 'agent-unavailable' };

const LOOP_WINDOW_MS = 60_000;

export interface LoopSigns {
  at: Date;
  /** Twilio's ForwardedFrom, often missing. */
  forwardedFrom: string | null;
  businessNumber: string | null;
  /** When this caller was last sent to the business line. */
  lastRungBusinessAt: Date | null;
}

/** The business line forwards unanswered calls back to us; ringing it again would go round for ever (reference B1, C3 39). */
export function isForwardingLoop(signs: LoopSigns): boolean {
  if (signs.businessNumber && signs.forwardedFrom === signs.businessNumber) return true;
  if (!signs.lastRungBusinessAt) return false;
  return signs.at.getTime() - signs.lastRungBusinessAt.getTime() <= LOOP_WINDOW_MS;
}

/** One sentence for the settings screen: what a call at that moment would meet. */
export function explainRouting(routing: CallRouting): string {
  switch (routing.kind) {
    case 'voice-agent':
      return AGENT_BECAUSE[routing.because];
    case 'ring-business':
      return routing.because === 'open'
        ? 'The office is open, so the call rings your business line. If nobody picks up, the AI answers.'
        : 'The after-hours agent is switched off, so the call rings your business line.';
    case 'voicemail':
      return routing.because === 'agent-unavailable'
        ? 'The AI is not available, so the phone intake asks the questions; who cannot answer it leaves a voicemail. Both are triaged.'
        : 'The after-hours agent is switched off and there is no business number, so the caller leaves a voicemail.';
  }
}

const AGENT_BECAUSE: Record<AgentReason, string> = {
  'after-hours': 'The office is closed, so the AI answers.',
  'always-active': 'The AI answers around the clock, also while the office is open.',
  'business-line-unreachable': 'The office is open but has no business number that answers, so the AI does.',
};
