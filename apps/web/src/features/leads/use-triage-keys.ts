import { useQueryClient } from '@tanstack/react-query';
import { leadCard } from '../../api/lead-cards.js';
import type { CallbackStatus, LeadCard } from '../../api/types.js';
import { useShortcuts, type Shortcut } from '../../components/keyboard.js';
import { currentRowId } from '../../components/rows.js';
import { useAccount, useCan } from '../../components/use-account.js';
import type { CallbackWork } from '../../components/use-callback-work.js';
import { CALLBACK } from '../../components/words.js';

const KEYS: [string, CallbackStatus][] = [
  ['b', 'called_booked'],
  ['n', 'called_no_answer'],
  ['i', 'called_not_interested'],
  ['r', 'resolved'],
];

interface Triage {
  cards: LeadCard[];
  openCard: string | undefined;
  work: CallbackWork;
}

/** One key per outcome, for the open card or the row under the keyboard. */
export function useTriageKeys({ cards, openCard, work }: Triage): void {
  const { accountId } = useAccount();
  const client = useQueryClient();
  const mayUpdate = useCan('lead_cards.update_callback');
  const current = (): LeadCard | undefined => {
    const id = openCard ?? currentRowId();
    return id
      ? (client.getQueryData(leadCard(accountId, id).queryKey) ?? cards.find((card) => card.id === id))
      : undefined;
  };
  const mark = (status: CallbackStatus): void => {
    const card = current();
    if (card && card.callbackStatus !== status) work.change(card, status);
  };
  const call = (): void => {
    const card = current();
    const phone = card?.callbackPhone ?? card?.callerPhone;
    if (phone) window.location.assign(`tel:${phone}`);
  };
  const marks: Shortcut[] = KEYS.map(([keys, status]) => ({ keys, does: CALLBACK[status], run: () => mark(status) }));
  useShortcuts([
    ...(mayUpdate ? [...marks, { keys: 'z', does: 'Undo', run: work.undo }] : []),
    { keys: 'c', does: 'Call this lead', run: call },
    {
      keys: 'm',
      does: 'Write a note',
      run: () => document.querySelector<HTMLElement>('[data-callback-note]')?.focus(),
    },
  ]);
}
