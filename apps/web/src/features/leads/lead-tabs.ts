import type { CallbackStatus, LeadCard } from '../../api/types.js';

export type LeadTab = 'needs-callback' | 'approvals' | 'no-answer' | 'booked' | 'all';

interface Tab {
  tab: LeadTab;
  name: string;
  status?: CallbackStatus;
  /** Unless another class is asked for. */
  class?: LeadCard['classification'];
  /** Whoever waits is served in order, longest first; the finished ones are read newest first. */
  order: 'newest' | 'waiting';
}

/** An emergency is worked on under Emergencies; the callback list and its counter are about routine calls (PRD section 9). */
export const TABS: Tab[] = [
  { tab: 'needs-callback', name: 'Needs callback', status: 'not_called', class: 'routine', order: 'waiting' },
  // Appointments, not cards: their list asks for them itself.
  { tab: 'approvals', name: 'Approvals', order: 'waiting' },
  { tab: 'no-answer', name: 'No answer', status: 'called_no_answer', order: 'waiting' },
  { tab: 'booked', name: 'Booked', status: 'called_booked', order: 'newest' },
  { tab: 'all', name: 'All', order: 'newest' },
];
