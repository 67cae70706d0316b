import type { CallbackStatus, LeadCard } from '../../api/types.js';

export type LeadTab = 'needs-callback' | 'no-answer' | 'booked' | 'all';

interface Tab {
  tab: LeadTab;
  name: string;
  status?: CallbackStatus;
  /** Unless another class is asked for. */
  class?: LeadCard['classification'];
}

/** An emergency is worked on under Emergencies; the callback list and its counter are about routine calls (PRD section 9). */
export const TABS: Tab[] = [
  { tab: 'needs-callback', name: 'Needs callback', status: 'not_called', class: 'routine' },
  { tab: 'no-answer', name: 'No answer', status: 'called_no_answer' },
  { tab: 'booked', name: 'Booked', status: 'called_booked' },
  { tab: 'all', name: 'All' },
];

/**
 * Emergencies and same-day calls first, spam last in any view (PRD VTCR 2.5). Whoever waits is served in order, longest first;
 * the finished ones are read newest first.
 */
export function orderLeads(cards: LeadCard[], tab: LeadTab): LeadCard[] {
  const oldestFirst = tab === 'needs-callback' || tab === 'no-answer' ? 1 : -1;
  return cards.toSorted(
    (a, b) => rank(a, tab) - rank(b, tab) || oldestFirst * (Date.parse(a.calledAt) - Date.parse(b.calledAt)),
  );
}

function rank(card: LeadCard, tab: LeadTab): number {
  if (card.classification === 'spam') return 9;
  if (tab === 'all' || tab === 'booked') return 0;
  return ['emergency', 'same_day', 'routine'].indexOf(card.priority);
}
