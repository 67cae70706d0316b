import { useState } from 'react';
import { useApproveAppointment, useDeclineAppointment } from '../../api/booking.js';
import { hasCode, inWords } from '../../api/problem.js';
import type { Appointment } from '../../api/types.js';
import { afterConfirming, type Confirmation } from '../confirmation.js';
import { say, sayProblem, sayRefused } from '../say.js';
import { useAccount, useCan } from '../use-account.js';
import { toldWords } from './appointment-words.js';
import type { TimeAsk } from './time-ask.js';

export interface AppointmentWork {
  mayDecide: boolean;
  isPending: boolean;
  approve: (held: Appointment) => void;
  decline: (held: Appointment) => void;
  /** Opens the choice of times. */
  ask: (ask: TimeAsk) => void;
  asked: TimeAsk | null;
  cancel: (standing: Appointment) => void;
  cancelling: Appointment | null;
  close: () => void;
}

/** What a person decides about appointments, wherever one is shown. Refusals are told in words. */
export function useAppointmentWork(): AppointmentWork {
  const { accountId } = useAccount();
  const mayDecide = useCan('appointments.decide');
  const [asked, ask] = useState<TimeAsk | null>(null);
  const [cancelling, cancel] = useState<Appointment | null>(null);
  const [approving, declining] = [useApproveAppointment(accountId), useDeclineAppointment(accountId)];
  const refused = (held: Appointment) => (error: unknown) => {
    if (hasCode(error, 'window-taken')) ask({ kind: 'approve', appointment: held });
    sayWhy(held, error);
  };
  const approve = (held: Appointment): void =>
    void approving
      .mutateAsync({ id: held.id, textCustomer: true })
      .then((booked) => say(`${booked.customerName} is booked for ${booked.when}. ${toldWords(booked, true)}`))
      .catch(refused(held));
  const decline = (held: Appointment): void =>
    afterConfirming(
      declineQuestion(held),
      () =>
        void declining
          .mutateAsync(held.id)
          .then(() => say(`${held.customerName} is first on the callback list.`))
          .catch(refused(held)),
    );
  const close = (): void => (ask(null), cancel(null));
  const isPending = approving.isPending || declining.isPending;
  return { mayDecide, isPending, approve, decline, ask, asked, cancel, cancelling, close };
}

const declineQuestion = ({ customerName, when }: Appointment): Confirmation => ({
  title: `Decline the time of ${customerName}?`,
  consequences: [
    `${when} becomes free again. ${customerName} is not texted and comes first on the callback list, so somebody has to call.`,
  ],
  action: 'Decline and call back',
});

function sayWhy({ customerName }: Appointment, error: unknown): void {
  if (hasCode(error, 'appointment-not-held', 'appointment-over'))
    return sayProblem(
      `Somebody else was faster with ${customerName}`,
      'It has been decided already. Nothing was sent.',
    );
  if (hasCode(error, 'window-taken'))
    return sayProblem(`${customerName}: that time is taken by now`, `${inWords(error)} Nothing was sent.`);
  sayRefused(`${customerName} was not changed`)(error);
}
