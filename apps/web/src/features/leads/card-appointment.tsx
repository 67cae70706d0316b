import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { appointment as appointmentQuery } from '../../api/booking.js';
import type { LeadCard } from '../../api/types.js';
import { AppointmentActions } from '../../components/booking/appointment-actions.js';
import { AppointmentDialogs } from '../../components/booking/appointment-dialogs.js';
import { AppointmentHead, Standing } from '../../components/booking/appointment-facts.js';
import { useAppointmentWork } from '../../components/booking/use-appointment-work.js';
import { Fact, Facts } from '../../components/facts.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { PanelSection } from '../../components/side-panel.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './lead-panel.module.css';

/** The appointment that a call led to, where it is worked on anyway. */
export function CardAppointment({ card }: { card: LeadCard }) {
  const mayRead = useCan('appointments.read');
  const { accountId } = useAccount();
  const { id } = card.appointment;
  if (!id || !mayRead) return null;
  const whole = (
    <Link
      to="/a/$accountId/appointments"
      params={{ accountId }}
      search={{ appointment: id, at: card.appointment.startsAt ?? undefined }}
    >
      Open it in the week
    </Link>
  );
  return (
    <PanelSection title="Appointment" aside={whole}>
      <AppointmentOfCard id={id} />
    </PanelSection>
  );
}

function AppointmentOfCard({ id }: { id: string }) {
  const { accountId } = useAccount();
  const { data, isPending, error, refetch } = useQuery(appointmentQuery(accountId, id));
  const work = useAppointmentWork();
  if (isPending) return <LoadingRows what="the appointment" rows={2} />;
  if (error) return <ProblemNotice what="The appointment" error={error} retry={() => void refetch()} />;
  return (
    <div className={classes.appointment}>
      <AppointmentHead appointment={data} />
      <Facts>
        <Fact label="When">{data.when}</Fact>
        <Standing appointment={data} />
      </Facts>
      <AppointmentActions appointment={data} work={work} />
      <AppointmentDialogs work={work} />
    </div>
  );
}
