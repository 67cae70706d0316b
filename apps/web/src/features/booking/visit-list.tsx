import { Link } from '@tanstack/react-router';
import type { Appointment } from '../../api/types.js';
import { AppointmentBadge } from '../../components/booking/appointment-badge.js';
import { slotHours } from '../../components/booking/appointment-words.js';
import type { CalendarDay } from '../../components/calendar-days.js';
import { dateInWords } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import { serviceName } from '../../components/words.js';
import classes from './appointments.module.css';

interface VisitListProps {
  days: CalendarDay[];
  visits: Appointment[];
  open: string | undefined;
}

/** The week for a thumb: the days on which somebody comes. */
export function VisitList({ days, visits, open }: VisitListProps) {
  return (
    <ol>
      {days.map((day) => {
        const ofDay = visits.filter(
          ({ startsAt }) => day.startsAt <= Date.parse(startsAt) && Date.parse(startsAt) < day.endsAt,
        );
        return (
          ofDay.length > 0 && (
            <li key={day.date} className={classes.listDay}>
              <h3>{dateInWords(day.date)}</h3>
              <ul>
                {ofDay.map((visit) => (
                  <VisitRow key={visit.id} visit={visit} isOpen={visit.id === open} />
                ))}
              </ul>
            </li>
          )
        );
      })}
    </ol>
  );
}

function VisitRow({ visit, isOpen }: { visit: Appointment; isOpen: boolean }) {
  const { timeZone } = useAccount();
  return (
    <li>
      <Link
        from="/a/$accountId/appointments"
        search={(search) => ({ ...search, appointment: visit.id })}
        resetScroll={false}
        className={classes.listRow}
        data-row={visit.id}
        data-open={isOpen || undefined}
      >
        <span className={classes.listTime}>{slotHours(visit, timeZone)}</span>
        <span className={classes.listWho}>
          <strong>{visit.customerName}</strong>
          <span>
            {serviceName(visit.serviceType)}: {visit.issue}
          </span>
        </span>
        <AppointmentBadge state={visit.state} />
      </Link>
    </li>
  );
}
