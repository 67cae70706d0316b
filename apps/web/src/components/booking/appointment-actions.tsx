import { Button } from '@mantine/core';
import { IconCalendarTime, IconCalendarX, IconCheck, IconPhone } from '@tabler/icons-react';
import type { Appointment } from '../../api/types.js';
import classes from './booking.module.css';
import type { AppointmentWork } from './use-appointment-work.js';

/** What can be done in the state it is in; names say whose it is, for ears that hear one button at a time. */
export function AppointmentActions({ appointment, work }: { appointment: Appointment; work: AppointmentWork }) {
  if (!work.mayDecide) return null;
  if (appointment.state === 'held') return <HeldActions held={appointment} work={work} />;
  if (appointment.state !== 'booked') return null;
  return (
    <div className={classes.actions}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCalendarTime size={15} />}
        onClick={() => work.ask({ kind: 'move', appointment })}
      >
        Move
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCalendarX size={15} />}
        onClick={() => work.cancel(appointment)}
      >
        Cancel appointment
      </Button>
    </div>
  );
}

const HeldActions = ({ held, work }: { held: Appointment; work: AppointmentWork }) => (
  <div className={classes.actions}>
    <Button
      size="xs"
      loading={work.isPending}
      leftSection={<IconCheck size={15} />}
      aria-label={`Approve ${held.customerName}`}
      onClick={() => work.approve(held)}
    >
      Approve
    </Button>
    <Button
      size="xs"
      variant="default"
      leftSection={<IconCalendarTime size={15} />}
      aria-label={`Change time for ${held.customerName}`}
      onClick={() => work.ask({ kind: 'approve', appointment: held })}
    >
      Change time
    </Button>
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPhone size={15} />}
      aria-label={`Decline ${held.customerName}, call back`}
      onClick={() => work.decline(held)}
    >
      Decline
    </Button>
  </div>
);
