import type { Appointment } from '../../api/types.js';
import { Fact, Facts } from '../facts.js';
import { PhoneLink } from '../phone-link.js';
import { When } from '../when.js';
import { serviceName } from '../words.js';
import { AppointmentBadge } from './appointment-badge.js';
import { HOLD_WORDS } from './appointment-words.js';
import classes from './booking.module.css';
import { Expiry } from './expiry.js';

/** An appointment in full. */
export const AppointmentFacts = ({ appointment }: { appointment: Appointment }) => (
  <Facts>
    <Fact label="When">{appointment.when}</Fact>
    <Fact label="Customer">{appointment.customerName}</Fact>
    <Fact label="Phone">
      <PhoneLink phone={appointment.customerPhone} />
    </Fact>
    <Fact label="Address">{appointment.address ?? <span className="nd-faint">Address not provided</span>}</Fact>
    <Fact label="Service">{serviceName(appointment.serviceType)}</Fact>
    <Fact label="Job">{appointment.issue}</Fact>
    {appointment.notes && <Fact label="Notes">{appointment.notes}</Fact>}
    <Standing appointment={appointment} />
  </Facts>
);

/** How it came about, and who knows of it. */
export const Standing = ({ appointment }: { appointment: Appointment }) => (
  <>
    {appointment.state === 'held' && appointment.holdReason && (
      <Fact label="Why it waits">{HOLD_WORDS[appointment.holdReason]}</Fact>
    )}
    <Fact label="Made by">
      {appointment.bookedBy === 'agent' ? 'The voice agent' : 'The team'}, <When at={appointment.createdAt} />
    </Fact>
    {appointment.customerText && (
      <Fact label="Text to customer">
        {TEXT_STATE[appointment.customerText.state] ?? appointment.customerText.state}
      </Fact>
    )}
    {appointment.calendarState && <Fact label="Google Calendar">{CALENDAR_STATE[appointment.calendarState]}</Fact>}
    {appointment.replies.map((reply) => (
      <Fact key={reply.receivedAt} label="Customer texted">
        "{reply.body}", <When at={reply.receivedAt} />
      </Fact>
    ))}
  </>
);

const TEXT_STATE: Record<string, string> = {
  waiting: 'On its way',
  sending: 'On its way',
  sent: 'Sent',
  refused: 'The carrier refused it: please call',
  unsendable: 'Could not be sent: please call',
};

const CALENDAR_STATE: Record<NonNullable<Appointment['calendarState']>, string> = {
  wanted: 'Being written',
  written: 'Written',
  conflict: 'Something else stands there at this time: look and move one of them',
  failed: 'Could not be written: put it in by hand',
};

/** State, and how long it still waits. */
export const AppointmentHead = ({ appointment }: { appointment: Appointment }) => (
  <div className={classes.head}>
    <AppointmentBadge state={appointment.state} />
    {appointment.state === 'held' && appointment.heldUntil && <Expiry at={appointment.heldUntil} />}
  </div>
);
