import type { CallbackStatus, CardClass, CardFacts, CardNews } from '@domain/lead-card/lead-card';

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
  callbackNotes: string | null;
  callbackBy: string | null;
  callbackAt: Date | null;
  completedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** What a list of cards is narrowed by. `q` is looked for in name, numbers, address and summary. */
export interface LeadCardFilter {
  callbackStatus?: CallbackStatus | undefined;
  classification?: CardClass | undefined;
  q?: string | undefined;
}

export interface CallbackChange {
  status: CallbackStatus;
  /** Left out: the earlier notes stay. */
  notes?: string | undefined;
}
