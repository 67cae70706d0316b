/** What the API says, in its own words. Every other file takes these names from here and from nowhere else. */

export type CallClass = 'emergency' | 'routine' | 'spam' | 'ambiguous';
export type Priority = 'emergency' | 'same_day' | 'routine';
export type Role = 'agency_admin' | 'owner' | 'dispatcher' | 'csr';
export type BadgeTone = 'emergency' | 'routine' | 'spam' | 'same_day' | 'neutral' | 'ok';

export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

export interface User {
  id: string;
  email: string;
  name: string;
}

export interface Session {
  accessToken: string;
  expiresAt: string;
  user: User;
}

export interface AccountMembership {
  accountId: string;
  name: string;
  timeZone: string;
  role: Role;
  agencyName: string | null;
}

export interface Me {
  user: User;
  accounts: AccountMembership[];
  agencies: { agencyId: string; name: string }[];
}

export interface Overview {
  account: { name: string; timeZone: string };
  agent: { active: boolean; answering: boolean; badge: string };
  liveCalls: number;
  openIncidents: number;
  needsCallback: number;
  onCall: { name: string | null };
  lastDigest: Digest | null;
  line: { number: string | null };
  /** The API's own clock, when it is not the wall clock (a replayed night). */
  now?: string;
  clockScale?: number;
}

export interface Call {
  id: string;
  callerPhone: string | null;
  callerName: string | null;
  calledAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  durationSeconds: number | null;
  status: string;
  handledBy: string | null;
  stage: string;
  classification: CallClass | null;
  priority: Priority | null;
  serviceType: string | null;
  category: string | null;
  summary: string | null;
  isAfterHours: boolean;
  isRepeatCaller: boolean;
  hasRecording: boolean;
  leadCardId: string | null;
  incidentId: string | null;
  badge: { text: string; tone: BadgeTone };
}

export interface Turn {
  id: string;
  role: 'caller' | 'agent';
  text: string;
  saidAt: string;
  secondsFromStart: number | null;
}

export interface Evidence {
  /** Index into the turns; -1 for a circumstance such as the hour or a repeat call. */
  turn: number;
  words: string;
  rule: string;
  favours: CallClass;
}

export interface CallAssessment {
  id: string;
  decidedBy: 'rules' | 'voice_agent' | 'human';
  classification: CallClass;
  priority: Priority;
  category: string | null;
  serviceType: string | null;
  safetyInstruction: string | null;
  confidence: number | null;
  reasoning: string;
  evidence: Evidence[];
  assessedAt: string;
}

export interface CallDetail extends Call {
  turns: Turn[];
  assessments: CallAssessment[];
  voicemailText: string | null;
}

export type CallbackStatus =
  'not_called' | 'called_booked' | 'called_no_answer' | 'called_not_interested' | 'resolved' | 'no_callback_needed';

export interface LeadCard {
  id: string;
  version: number;
  callId: string;
  classification: 'emergency' | 'routine' | 'spam';
  priority: Priority;
  callerName: string;
  callerPhone: string | null;
  callbackPhone: string | null;
  address: string | null;
  calledAt: string;
  issueSummary: string;
  issueDetail: string | null;
  serviceType: string;
  classificationReasoning: string | null;
  safetyInstructionGiven: string | null;
  callerTone: string;
  notes: string | null;
  callDurationSeconds: number | null;
  appointmentBooked: boolean;
  appointmentAt: string | null;
  onCall: { state: string; label: string; incidentId: string | null };
  callbackStatus: CallbackStatus;
  callbackNotes: string | null;
  callbackAt: string | null;
  hasRecording: boolean;
  hasTranscript: boolean;
  createdAt: string;
  updatedAt: string;
}

export type IncidentState = 'alerting' | 'accepted' | 'contacted' | 'resolved' | 'unreached' | 'false_alarm' | 'merged';

export interface Incident {
  id: string;
  code: string;
  callId: string;
  state: IncidentState;
  openedAt: string;
  openedBy: string;
  callerName: string | null;
  callerPhone: string | null;
  address: string | null;
  issueSummary: string;
  category: string | null;
  safetyLine: string | null;
  acceptedAt: string | null;
  acceptedName: string | null;
  acceptedVia: 'sms' | 'key' | 'app' | 'api' | null;
  etaMinutes: number | null;
  contactedAt: string | null;
  resolvedAt: string | null;
  outcome: string | null;
  jobValueCents: number | null;
  nextStepAt: string | null;
  currentStep: number;
  totalSteps: number;
  version: number;
}

export interface LadderStep {
  step: number;
  label: string;
  channel: string;
  target: string;
  delaySeconds: number;
  state: 'done' | 'current' | 'waiting' | 'skipped' | 'canceled';
}

export interface IncidentAlert {
  id: string;
  step: number;
  escalationStep: string;
  channel: string;
  contactName: string;
  state: string;
  dueAt: string;
  sentAt: string | null;
  finishedAt: string | null;
  attempts: number;
  errorCode: string | null;
  reply: string | null;
}

export interface TimelineEntry {
  id: string;
  at: string;
  event: string;
  text: string;
}

export interface IncidentDetail extends Incident {
  ladder: LadderStep[];
  alerts: IncidentAlert[];
  timeline: TimelineEntry[];
}

export interface DigestEntry {
  position: number;
  section: 'emergency' | 'booked' | 'callback' | 'spam';
  callId: string;
  leadCardId: string | null;
  incidentId: string | null;
  callerName: string;
  callerPhone: string | null;
  calledAt: string;
  issue: string;
  serviceType: string;
  address: string | null;
  disposition: string;
}

export interface Digest {
  id: string;
  digestDate: string;
  windowStart: string;
  windowEnd: string;
  totalCalls: number;
  emergencies: number;
  routineBooked: number;
  routineCallback: number;
  spam: number;
  abandoned: number;
  channel: 'slack' | 'sms' | 'email';
  content: string;
  entries: DigestEntry[];
  attempts: number;
  lastError: string | null;
  sentAt: string | null;
  headline: string;
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export interface OpenInterval {
  opens: string;
  closes: string;
}

export interface Config {
  version: number;
  accountName: string;
  timeZone: string;
  isActive: boolean;
  alwaysActive: boolean;
  hours: Record<Weekday, OpenInterval[]>;
  closures: { date: string; name: string; intervals: OpenInterval[] }[];
  businessNumber: string | null;
  ringSeconds: number;
  ownerName: string;
  trades: string[];
  serviceArea: string;
  services: string[];
  aiName: string;
  voiceId: string;
  greeting: string;
  additionalInstructions: string;
  faq: { question: string; answer: string }[];
  languages: string[];
  emergencyPhrases: string[];
  recordingNotice: 'on' | 'attested_off';
  aiDisclosure: 'on_request' | 'in_greeting';
  calendarEnabled: boolean;
  digestEnabled: boolean;
  digestChannel: 'slack' | 'sms' | 'email';
  digestTime: string;
  digestSlackWebhookSet: boolean;
  averageEmergencyValueCents: number;
  line: { number: string | null };
}

export interface WhatHappens {
  answeredBy: 'ai' | 'business_line' | 'voicemail';
  explanation: string;
}

export interface Contact {
  id: string;
  name: string;
  phone: string;
  channels: string[];
  verifiedAt: string | null;
  smsOptedOutAt: string | null;
  isActive: boolean;
  /** How the newest test text stands; null when none was sent. */
  testState: 'sent' | 'delivered' | 'failed' | null;
}

export interface OnCall {
  version: number;
  primary: Contact;
  backup: Contact | null;
  owner: Contact;
  warmTransferEnabled: boolean;
  warmTransferTimeoutSeconds: number;
  smsOncallDelaySeconds: number;
  autoDialDelaySeconds: number;
  backupDelaySeconds: number;
  ownerDelaySeconds: number;
  preview: string;
}

/** One line of the journal as the live stream carries it. */
export interface JournalEvent {
  event: string;
  subjectId: string | null;
  callId: string | null;
  at: string;
  data: Record<string, unknown>;
}
