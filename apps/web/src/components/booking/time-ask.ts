import { useApproveAppointment, useCreateAppointment, useMoveAppointment } from '../../api/booking.js';
import type { Appointment, LeadCard, Slot } from '../../api/types.js';
import { useAccount } from '../use-account.js';
import { tradeOf, type CustomerTextKind } from './appointment-words.js';

/** A question that a time answers. */
export type TimeAsk =
  | { kind: 'approve'; appointment: Appointment }
  | { kind: 'move'; appointment: Appointment }
  | { kind: 'book'; card: LeadCard };

interface AskFacts {
  title: string;
  action: string;
  text: CustomerTextKind;
  name: string;
  phone: string | null;
  serviceType: Appointment['serviceType'];
}

export function factsOf(ask: TimeAsk): AskFacts {
  if (ask.kind === 'book') return { ...BOOK, ...customerOfCard(ask.card) };
  const { customerName: name, customerPhone: phone, serviceType, state } = ask.appointment;
  // Who was never told of a time reads a confirmation, not a change.
  const text = state === 'held' ? 'confirmed' : 'moved';
  const words =
    ask.kind === 'approve'
      ? { title: 'Approve at another time', action: 'Approve this time' }
      : { title: 'Move the appointment', action: 'Move it' };
  return { ...words, text, name, phone, serviceType };
}

const BOOK = { title: 'When?', action: 'Book it', text: 'confirmed' as const };

const customerOfCard = (card: LeadCard) => ({
  name: card.callerName,
  phone: card.callbackPhone ?? card.callerPhone,
  serviceType: tradeOf(card),
});

export interface Answer {
  time: Slot;
  textCustomer: boolean;
}

/** Does what was asked about, at the time that was chosen. */
export function useAnswer() {
  const { accountId } = useAccount();
  const [approve, move, create] = [
    useApproveAppointment(accountId),
    useMoveAppointment(accountId),
    useCreateAppointment(accountId),
  ];
  const give = (ask: TimeAsk, { time, textCustomer }: Answer): Promise<Appointment> => {
    if (ask.kind === 'book') return create.mutateAsync({ ...time, cardId: ask.card.id, textCustomer });
    const change = ask.kind === 'approve' ? approve : move;
    return change.mutateAsync({ id: ask.appointment.id, time, textCustomer });
  };
  return { give, isPending: approve.isPending || move.isPending || create.isPending };
}
