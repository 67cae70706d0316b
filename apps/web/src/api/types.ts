/**
 * What the API says. The shapes are generated from its OpenAPI document (`npm run openapi`); this file gives them the
 * names of the screens, and is the only one that knows where they come from.
 */
export type {
  AccessGrantView as AccessGrant,
  AcceptedView as Accepted,
  AddContractor,
  AgentChoices,
  AgentStatus,
  ApiKeyScope,
  ApiKeyView as ApiKey,
  CodeNeededView as CodeNeeded,
  ComplianceView as Compliance,
  ContractorView as Contractor,
  CreateApiKey,
  ForwardingView as Forwarding,
  GreetingPreview,
  ImportView as ContractorImport,
  InvitationOfferView as InvitationOffer,
  InvitationView as Invitation,
  ListPreviewView as ListPreview,
  NewApiKeyView as NewApiKey,
  OfferedNumbers,
  OnboardingStepName,
  OnboardingStepView as OnboardingStep,
  OnboardingView as Onboarding,
  ProfileView as Profile,
  ProvisioningView as Provisioning,
  QuestionAnswer,
  ReadLineView as ReadLine,
  SaveProfile,
  SeenSessionView as SeenSession,
  SignUp,
  StartProvisioning,
  TeamMemberView as TeamMember,
  TestCallDeskView as TestCallDesk,
  VersionDiff,
  VersionPage,
  VersionView as Version,
  VoiceList,
  HolidayPreset,
  SpecialDayView as SpecialDay,
  WeeklyHoursView,
  AlertChannel,
  AlertItem as IncidentAlert,
  AlertState,
  AssessmentView as CallAssessment,
  CallBadgeView as CallBadge,
  CallClass,
  CallDetail,
  CallView as Call,
  CallbackStatus,
  ConfigView as Config,
  ContactChannel,
  PagerLanguage,
  QuietHoursView as QuietHours,
  ContactView as Contact,
  DigestEntryView as DigestEntry,
  DigestView as Digest,
  DisagreementView as Disagreement,
  DrillPerson,
  DrillView as Drill,
  EvidenceView as Evidence,
  FeedView as Feed,
  GapView as Gap,
  HandOffNoticeView as HandOffNotice,
  IncidentDetail,
  IncidentState,
  IncidentView as Incident,
  LadderStepItem as LadderStep,
  LayerView as Layer,
  LeadCardView as LeadCard,
  MeView as Me,
  MyAccountView as AccountMembership,
  NewFeedView as NewFeed,
  OnCallNowView as OnCallNow,
  OnCallView as OnCall,
  OpenIntervalView as OpenInterval,
  OpinionView as Opinion,
  OverrideView as Override,
  OverviewView as Overview,
  PolicyPreview,
  PolicyStepBody as PolicyStep,
  PolicyView as Policy,
  RingGroupView as RingGroup,
  SaveConfig,
  SaveOnCall,
  SavePolicy,
  SaveSchedule,
  SchedulePreview,
  ScheduleView as Schedule,
  SessionView as Session,
  ShiftView as Shift,
  StepTargetBody as StepTarget,
  TimelineItem as TimelineEntry,
  TimeOffView as TimeOff,
  Trade,
  TurnView as Turn,
  WakeStatisticsView as WakeStatistics,
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
