import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import type { LeadCard } from '../../api/types.js';
import classes from './lead-panel.module.css';

/** PRD VTCR 4.1: "Called - Booked" asks for the appointment. The calendar is not connected yet, and it says so. */
export function AppointmentPrompt({ card }: { card: LeadCard }) {
  if (card.appointmentBooked) return null;
  const write = (): void => document.querySelector<HTMLElement>('[data-callback-note]')?.focus();
  return (
    <div className={classes.notice} role="status">
      <p>
        <strong>Create the appointment for {card.callerName}</strong>
        Booking from here opens once a calendar is connected. Until then put it in your own calendar and write day and
        time in the note, so that the next shift knows.
      </p>
      <div className={classes.noticeActions}>
        <Button size="xs" variant="default" leftSection={<IconCalendarPlus size={15} />} onClick={write}>
          Write day and time
        </Button>
      </div>
    </div>
  );
}
