import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { LeadCard } from '../../api/types.js';
import { isKept } from '../../components/booking/appointment-words.js';
import type { TimeAsk } from '../../components/booking/time-ask.js';
import { TimeDialog } from '../../components/booking/time-dialog.js';
import { useCan } from '../../components/use-account.js';
import classes from './lead-panel.module.css';

/** PRD VTCR 4.1: "Called - Booked" asks for the appointment. */
export function AppointmentPrompt({ card }: { card: LeadCard }) {
  const mayCreate = useCan('appointments.create');
  const [ask, setAsk] = useState<TimeAsk | null>(null);
  if (isKept(card.appointment) || !mayCreate) return null;
  return (
    <div className={classes.notice} role="status">
      <p>
        <strong>Create the appointment for {card.callerName}</strong>
        Choose the time you agreed on. The customer gets the confirmation by text, and the next shift sees it.
      </p>
      <div className={classes.noticeActions}>
        <Button size="xs" leftSection={<IconCalendarPlus size={15} />} onClick={() => setAsk({ kind: 'book', card })}>
          Choose the time
        </Button>
      </div>
      <TimeDialog ask={ask} close={() => setAsk(null)} />
    </div>
  );
}
