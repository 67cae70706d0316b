import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useCancelAppointment } from '../../api/booking.js';
import { inWords } from '../../api/problem.js';
import type { Appointment } from '../../api/types.js';
import { say } from '../say.js';
import { useAccount } from '../use-account.js';
import { customerText, toldWords } from './appointment-words.js';
import classes from './booking.module.css';
import { TextPreview } from './text-preview.js';

/** Calling off is told to the customer, in words that are shown first. */
export function CancelDialog({ appointment, close }: { appointment: Appointment | null; close: () => void }) {
  return (
    <Modal
      opened={appointment !== null}
      onClose={close}
      title={`Cancel the appointment of ${appointment?.customerName ?? ''}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      zIndex={380}
    >
      {appointment && <CancelForm appointment={appointment} close={close} />}
    </Modal>
  );
}

function CancelForm({ appointment, close }: { appointment: Appointment; close: () => void }) {
  const { accountId, name: businessName, timeZone } = useAccount();
  const [wanted, setWanted] = useState(true);
  const { mutate, isPending, error } = useCancelAppointment(accountId);
  const { customerPhone, serviceType } = appointment;
  const cancel = (): void =>
    mutate(
      { id: appointment.id, textCustomer: wanted },
      {
        onSuccess: (ended) => {
          close();
          say(`${ended.customerName}'s appointment is cancelled. ${toldWords(ended, wanted)}`);
        },
      },
    );
  return (
    <div className={classes.form}>
      <p className={classes.note}>
        {appointment.when} becomes free, and {appointment.customerName} is first on the callback list.
      </p>
      <TextPreview
        phone={customerPhone}
        text={customerText('called_off', appointment, { businessName, serviceType, timeZone })}
        wanted={wanted}
        want={setWanted}
      />
      <p className={classes.problem} role="alert">
        {error && inWords(error)}
      </p>
      <div className={classes.buttons}>
        <Button variant="default" data-autofocus onClick={close}>
          Keep it
        </Button>
        <Button color="red" loading={isPending} onClick={cancel}>
          Cancel the appointment
        </Button>
      </div>
    </div>
  );
}
