import type { CallbackReason } from '@domain/booking/appointment';
import type { CallbackStatus, CardClass, CardFacts, CardNews } from '@domain/lead-card/lead-card';
import type { AppointmentOfCall } from '../booking/booking.types.js';
import type { IncidentOutcome } from '../escalation/escalation.types.js';
import type { Actor } from '@platform/journal/journal';

/** What is known of a call so far; blank fields erase nothing (see CardNews). */
export interface CardDraft extends CardNews {
  callId: string;
  calledAt: Date;
  /** The end-of-call report has been worked in: the card is final. */
  completed?: boolean | undefined;
}

/** One lead_cards row. */
export interface LeadCardRow extends CardFacts {
  accountId: string;
  id: string;
  callId: string;
  version: number;
  calledAt: Date;
  callbackStatus: CallbackStatus;
  /** Why it comes before cards that wait longer; null for most. */
  callbackReason: CallbackReason | null;
  callbackNotes: string | null;
  callbackBy: string | null;
  callbackAt: Date | null;
  completedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** What there is to hear and read of a card's call. */
export interface CallMedia {
  callId: string;
  hasRecording: boolean;
  hasTranscript: boolean;
}

/** A card with what belongs to it elsewhere: its emergency, if it was one, and its call's recording. */
export interface ShownCard {
  card: LeadCardRow;
  outcome: IncidentOutcome | undefined;
  media: CallMedia | undefined;
  calledBack: CalledBack | undefined;
  appointment: ShownAppointment;
}

/** The appointment of a card's call, and PRD §8's words for it, also where there is none. */
export interface ShownAppointment {
  appointment: AppointmentOfCall | null;
  label: string;
}

/** Somebody of the office has spoken with the customer. */
export interface CalledBack {
  at: Date;
  byName: string;
}

export interface LeadCardPage {
  cards: ShownCard[];
  nextCursor: string | null;
}

/** What a list of cards is narrowed by. `q` is looked for in name, numbers, address and summary. */
export const CARD_ORDERS = ['newest', 'waiting'] as const;
export type CardOrder = (typeof CARD_ORDERS)[number];

export interface LeadCardFilter {
  limit: number;
  after?: string | undefined;
  callbackStatus?: CallbackStatus | undefined;
  class?: CardClass | undefined;
  order?: CardOrder | undefined;
  q?: string | undefined;
}

export interface CallbackChange {
  status: CallbackStatus;
  /** Left out: the earlier notes stay. */
  notes?: string | undefined;
  /** The version the person was looking at. */
  version: number;
  userId: string;
  /** Who the journal names: the person, or the key that acted for them. */
  actor: Actor;
}
