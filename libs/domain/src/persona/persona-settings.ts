import type { OfficeHours } from '@domain/hours/hours.types';

/** The part of a contractor's settings that shapes the agent. */
export interface PersonaSettings {
  businessName: string;
  ownerName: string;
  trades: string[];
  serviceArea: string;
  services: string[];
  hours: OfficeHours;
  aiName: string;
  voiceId: string;
  /** Template with merge fields, e.g. DEFAULT_GREETING. */
  greeting: string;
  additionalInstructions: string;
  faq: { question: string; answer: string }[];
  languages: string[];
  emergencyPhrases: string[];
  aiDisclosure: 'on_request' | 'in_greeting';
  state: string | null;
  calendarEnabled: boolean;
}

/** PRD section 4, stage 1. GREETING_WORD follows the hour of each call. */
export const DEFAULT_GREETING =
  "Hi, thanks for calling {{BUSINESS_NAME}}. This is {{AI_NAME}}, {{OWNER_NAME}}'s after-hours assistant. How can I help you {{GREETING_WORD}}?";
