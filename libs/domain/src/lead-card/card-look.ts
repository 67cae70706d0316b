import type { Priority } from '@domain/triage/triage.types';
import type { CallbackStatus, CardClass } from './lead-card.js';

/** What a colour stands for; the screens map it to a token. PRD §8: emergency red, routine blue, spam gray. */
export type CardTone = 'emergency' | 'same_day' | 'routine' | 'spam';

export interface CardBadge {
  text: string;
  tone: CardTone;
}

/** How a card shows what was done about it (VTCR 2.5, 4.1). */
export interface CardLook {
  badge: CardBadge;
  /** Green check, orange retry arrow, or nothing. */
  icon: 'check' | 'retry' | null;
  dimmed: boolean;
  /** Spam stays folded until somebody wants to review it. */
  collapsed: boolean;
}

interface Looked {
  classification: CardClass;
  priority: Priority;
  callbackStatus: CallbackStatus;
}

/** The visual rules of a card as data: the screens draw them, nothing else decides them. */
export const cardLook = (card: Looked): CardLook => ({
  badge: cardBadge(card),
  icon: iconOf(card.callbackStatus),
  dimmed: card.callbackStatus === 'called_not_interested',
  collapsed: card.classification === 'spam',
});

function cardBadge({ classification, priority }: Looked): CardBadge {
  if (classification === 'routine' && priority === 'same_day') return { text: 'SAME-DAY', tone: 'same_day' };
  return { text: classification.toUpperCase(), tone: classification };
}

function iconOf(status: CallbackStatus): CardLook['icon'] {
  if (status === 'called_booked' || status === 'resolved') return 'check';
  return status === 'called_no_answer' ? 'retry' : null;
}
