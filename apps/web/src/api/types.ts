/**
 * What the API says. The shapes are generated from its OpenAPI document (`npm run openapi`); this file gives them the
 * names of the screens, and is the only one that knows where they come from.
 */
export type {
  AlertItem as IncidentAlert,
  AssessmentView as CallAssessment,
  CallBadgeView as CallBadge,
  CallClass,
  CallDetail,
  CallView as Call,
  CallbackStatus,
  ConfigView as Config,
  ContactView as Contact,
  DigestEntryView as DigestEntry,
  DigestView as Digest,
  DisagreementView as Disagreement,
  EvidenceView as Evidence,
  IncidentDetail,
  IncidentState,
  IncidentView as Incident,
  LadderStepItem as LadderStep,
  LeadCardView as LeadCard,
  MeView as Me,
  MyAccountView as AccountMembership,
  OnCallView as OnCall,
  OpenIntervalView as OpenInterval,
  OpinionView as Opinion,
  OverviewView as Overview,
  SaveConfig,
  SaveOnCall,
  SessionView as Session,
  TimelineItem as TimelineEntry,
  TurnView as Turn,
  WhatHappensView as WhatHappens,
} from './generated/types.gen.js';
import type { CallBadgeView } from './generated/types.gen.js';

export type BadgeTone = CallBadgeView['tone'];

/** Every list of the API comes in pages. */
export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

/** One line of the journal as the live stream carries it: ids, states and times, never a caller's words. */
export interface JournalEvent {
  event: string;
  subjectId: string | null;
  callId: string | null;
  at: string;
  data: Record<string, unknown>;
}
