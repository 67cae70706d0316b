import { Button } from '@mantine/core';
import { IconAddressBook, IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { appointment as appointmentQuery } from '../../api/booking.js';
import type { Appointment } from '../../api/types.js';
import { AppointmentActions } from '../../components/booking/appointment-actions.js';
import { AppointmentDialogs } from '../../components/booking/appointment-dialogs.js';
import { AppointmentFacts, AppointmentHead } from '../../components/booking/appointment-facts.js';
import { customerText } from '../../components/booking/appointment-words.js';
import { TextWords } from '../../components/booking/text-preview.js';
import { useAppointmentWork } from '../../components/booking/use-appointment-work.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { PanelSection, SidePanel } from '../../components/side-panel.js';
import { useAccount } from '../../components/use-account.js';
import classes from './appointments.module.css';

interface AppointmentPanelProps {
  id: string;
  close: () => void;
  /** Shows the appointment that took this one's place. */
  follow: (booked: Appointment) => void;
}

/** One appointment with everything there is to know and to do about it. */
export function AppointmentPanel({ id, close, follow }: AppointmentPanelProps) {
  const { accountId } = useAccount();
  const { data, isPending, error, refetch } = useQuery(appointmentQuery(accountId, id));
  return (
    <SidePanel
      of={id}
      title={data?.customerName ?? 'Appointment'}
      close={close}
      header={data && <AppointmentHead appointment={data} />}
    >
      {isPending && <LoadingRows what="the appointment" rows={8} />}
      {error && <ProblemNotice what="This appointment" error={error} retry={() => void refetch()} />}
      {data && <PanelBody appointment={data} follow={follow} />}
    </SidePanel>
  );
}

function PanelBody({ appointment, follow }: Pick<AppointmentPanelProps, 'follow'> & { appointment: Appointment }) {
  const { name: businessName, timeZone } = useAccount();
  const work = useAppointmentWork();
  const { state, customerPhone, serviceType } = appointment;
  return (
    <>
      <div className={classes.actionBar}>
        <AppointmentActions appointment={appointment} work={work} />
        {state === 'held' && customerPhone && (
          <>
            <p className={classes.label}>On approval the caller is texted</p>
            <TextWords text={customerText('confirmed', appointment, { businessName, serviceType, timeZone })} />
          </>
        )}
        <Origins appointment={appointment} />
      </div>
      <PanelSection title="Appointment">
        <AppointmentFacts appointment={appointment} />
      </PanelSection>
      <AppointmentDialogs work={work} follow={follow} />
    </>
  );
}

/** Where it came from. */
function Origins({ appointment: { callId, cardId } }: { appointment: Appointment }) {
  const { accountId } = useAccount();
  if (!callId && !cardId) return null;
  return (
    <div className={classes.origins}>
      {cardId && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconAddressBook size={15} />}
          renderRoot={(props) => (
            <Link to="/a/$accountId/leads" params={{ accountId }} search={{ tab: 'all', card: cardId }} {...props} />
          )}
        >
          Lead card
        </Button>
      )}
      {callId && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPhone size={15} />}
          renderRoot={(props) => (
            <Link to="/a/$accountId/calls" params={{ accountId }} search={{ call: callId }} {...props} />
          )}
        >
          The call
        </Button>
      )}
    </div>
  );
}
