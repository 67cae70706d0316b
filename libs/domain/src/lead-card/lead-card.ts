import type { CallerTone, Priority, ServiceType } from '@domain/triage/triage.types';

/** A card's class. `ambiguous` never reaches a card: by the end of the call somebody has decided (PRD §10). */
export const CARD_CLASSES = ['emergency', 'routine', 'spam'] as const;
export type CardClass = (typeof CARD_CLASSES)[number];

/** What the CSR did about a card, in the order of the drop-down (VTCR 4.1); the last one is for cards nobody has to call. */
export const CALLBACK_STATUSES = [
  'not_called',
  'called_booked',
  'called_no_answer',
  'called_not_interested',
  'resolved',
  'no_callback_needed',
] as const;
export type CallbackStatus = (typeof CALLBACK_STATUSES)[number];

/** What a card says of the problem (PRD §8); the transcript and the recording stay on the call. */
export interface CardFacts {
  classification: CardClass;
  priority: Priority;
  callerPhone: string | null;
  /** 'Unknown' until the caller has said it. */
  callerName: string;
  /** Where to call back, when it is not the number they called from. */
  callbackPhone: string | null;
  address: string | null;
  /** One or two sentences; empty while nothing was captured. */
  issueSummary: string;
  issueDetail: string | null;
  serviceType: ServiceType;
  classificationReasoning: string | null;
  safetyInstructionGiven: string | null;
  callerTone: CallerTone;
  notes: string | null;
  callDurationSeconds: number | null;
  appointmentBooked: boolean;
  appointmentAt: Date | null;
}

/** What has just been learned of a call. What is left out, blank or 'unknown' erases nothing. */
export interface CardNews {
  classification: CardClass;
  priority: Priority;
  callerPhone: string | null;
  callerName?: string | null | undefined;
  callbackPhone?: string | null | undefined;
  address?: string | null | undefined;
  issueSummary?: string | null | undefined;
  issueDetail?: string | null | undefined;
  serviceType?: ServiceType | undefined;
  reasoning?: string | null | undefined;
  safetyInstructionGiven?: string | null | undefined;
  callerTone?: CallerTone | undefined;
  notes?: string | null | undefined;
  callDurationSeconds?: number | null | undefined;
  appointmentBooked?: boolean | undefined;
  appointmentAt?: Date | null | undefined;
  /** A person decided the class: only then may it go down (decision 1). */
  decidedByHuman?: boolean | undefined;
}
