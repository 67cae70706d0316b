import type { SpecialDay, WeeklyHours } from '@domain/hours/hours.types';

export type RecordingNotice = 'on' | 'attested_off';
export type AiDisclosure = 'on_request' | 'in_greeting';
export type DigestChannel = 'slack' | 'sms' | 'email';

/** One thing the agent may tell a caller who asks. */
export interface FaqEntry {
  question: string;
  answer: string;
}

/** What a contractor decides about its nights: after_hours_configs, with the account's own name, zone and state. */
export interface AfterHoursConfig {
  version: number;
  accountName: string;
  /** IANA name. */
  timeZone: string;
  /** Two letters, or null when the contractor never said. */
  state: string | null;
  isActive: boolean;
  alwaysActive: boolean;
  hours: WeeklyHours;
  closures: SpecialDay[];
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
  faq: FaqEntry[];
  languages: string[];
  emergencyPhrases: string[];
  recordingNotice: RecordingNotice;
  aiDisclosure: AiDisclosure;
  calendarEnabled: boolean;
  digestEnabled: boolean;
  digestChannel: DigestChannel;
  digestSlackWebhook: string | null;
  digestEmail: string | null;
  digestPhone: string | null;
  /** HH:MM, local. */
  digestTime: string;
  averageEmergencyValueCents: number;
  watchdogEnabled: boolean;
}

/** What a person may change; version, name, zone and state are not among it. */
export type ConfigPatch = Partial<Omit<AfterHoursConfig, 'version' | 'accountName' | 'timeZone' | 'state'>>;

/** A version as it is kept: everything but the Slack address itself. */
export type ConfigSnapshot = Omit<AfterHoursConfig, 'version' | 'digestSlackWebhook'> & {
  digestSlackWebhookSet: boolean;
};
