import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { useSetCallback, type CallbackChange } from '../api/lead-cards.js';
import { inWords, isStale } from '../api/problem.js';
import type { CallbackStatus, LeadCard } from '../api/types.js';
import { useAccount } from './use-account.js';
import { CALLBACK } from './words.js';

const UNDO_MS = 10_000;

export interface CallbackWork {
  change: (card: LeadCard, status: CallbackStatus, notes?: string) => void;
  undo: () => void;
  /** A change that came too late: somebody else had changed the card. */
  conflict: CallbackChange | null;
  forget: () => void;
}

/** Marks cards, offers ten seconds to undo, and keeps a refused change so that a person can decide about it. */
export function useCallbackWork(): CallbackWork {
  const { accountId } = useAccount();
  const { mutate } = useSetCallback(accountId);
  const [conflict, setConflict] = useState<CallbackChange | null>(null);
  const last = useRef<CallbackChange | null>(null);
  const apply = (change: CallbackChange, done: (saved: LeadCard) => void): void => {
    setConflict(null);
    mutate(change, {
      onSuccess: done,
      onError: (error) => (isStale(error) ? setConflict(change) : sayRefused(error, change)),
    });
  };
  const undo = (): void => {
    if (!last.current) return;
    const back = last.current;
    last.current = null;
    notifications.hide('callback-undo');
    apply(back, () => undefined);
  };
  const change = (card: LeadCard, status: CallbackStatus, notes?: string): void =>
    apply({ card, status, notes }, (saved) => {
      if (saved.callbackStatus === card.callbackStatus) return;
      last.current = { card: saved, status: card.callbackStatus };
      sayMarked(saved, undo);
    });
  return { change, undo, conflict, forget: () => setConflict(null) };
}

function sayMarked(card: LeadCard, undo: () => void): void {
  notifications.hide('callback-undo');
  notifications.show({
    id: 'callback-undo',
    autoClose: UNDO_MS,
    withBorder: true,
    message: (
      <>
        {card.callerName}: {CALLBACK[card.callbackStatus]}{' '}
        <Button variant="subtle" color="blue" size="compact-xs" onClick={undo}>
          Undo (Z)
        </Button>
      </>
    ),
  });
}

const sayRefused = (error: unknown, { card, status }: CallbackChange): void =>
  void notifications.show({
    color: 'red',
    title: `${card.callerName} was not marked "${CALLBACK[status]}"`,
    message: inWords(error),
  });
