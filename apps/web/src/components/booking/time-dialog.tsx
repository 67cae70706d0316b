import { Button, Modal } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { hasCode, inWords } from '../../api/problem.js';
import type { Appointment, Slot } from '../../api/types.js';
import { say } from '../say.js';
import { useAccount } from '../use-account.js';
import { customerText, toldWords } from './appointment-words.js';
import classes from './booking.module.css';
import { SlotChoice } from './slot-choice.js';
import { TextPreview } from './text-preview.js';
import { factsOf, useAnswer, type TimeAsk } from './time-ask.js';

interface TimeDialogProps {
  ask: TimeAsk | null;
  close: () => void;
  /** At a new time it is another appointment, which whoever shows the old one goes on to. */
  follow?: (booked: Appointment) => void;
}

/** Chooses the time of an appointment, and shows the words its customer will read before anything is sent. */
export function TimeDialog({ ask, close, follow }: TimeDialogProps) {
  return (
    <Modal
      opened={ask !== null}
      onClose={close}
      size="lg"
      title={ask && factsOf(ask).title}
      closeButtonProps={{ 'aria-label': 'Close' }}
      zIndex={380}
    >
      {ask && <TimeForm ask={ask} close={close} follow={follow} />}
    </Modal>
  );
}

function TimeForm({ ask, close, follow }: TimeDialogProps & { ask: TimeAsk }) {
  const { name: businessName, timeZone } = useAccount();
  const { action, text, name, phone, serviceType } = factsOf(ask);
  const [slot, setSlot] = useState<Slot | null>(null);
  const [wanted, setWanted] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const { give, isPending } = useAnswer();
  const refused = (error: unknown): void => {
    // The open times are being asked anew: what was chosen is not among them any more.
    if (hasCode(error, 'window-taken')) setSlot(null);
    setProblem(inWords(error));
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!slot) return;
    setProblem(null);
    void give(ask, { time: slot, textCustomer: wanted }).then((booked) => {
      close();
      follow?.(booked);
      say(`${booked.customerName} is booked for ${booked.when}. ${toldWords(booked, wanted)}`);
    }, refused);
  };
  return (
    <form className={classes.form} onSubmit={save}>
      <p className={classes.note}>{ask.kind === 'book' ? `An appointment for ${name}.` : nowWords(ask)}</p>
      <SlotChoice slot={slot} choose={setSlot} />
      <TextPreview
        phone={phone}
        text={slot && customerText(text, slot, { businessName, serviceType, timeZone })}
        wanted={wanted}
        want={setWanted}
      />
      <p className={classes.problem} role="alert">
        {problem}
      </p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" loading={isPending} disabled={!slot}>
          {action}
        </Button>
      </div>
    </form>
  );
}

const nowWords = ({ appointment }: Exclude<TimeAsk, { kind: 'book' }>): string =>
  `${appointment.customerName} ${appointment.state === 'held' ? 'asked for' : 'has'} ${appointment.when}.`;
