import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { openSlots } from '../../api/booking.js';
import { useNow } from '../../api/server-clock.js';
import type { Appointment, BookingSettings } from '../../api/types.js';
import { isKept, STATE_NAME } from '../../components/booking/appointment-words.js';
import type { CalendarDay } from '../../components/calendar-days.js';
import { dateInWords, wallTime } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import { serviceName } from '../../components/words.js';
import classes from './appointments.module.css';
import { weekRows, type WeekCell, type WeekRow } from './week-rows.js';

interface WeekGridProps {
  days: CalendarDay[];
  visits: Appointment[];
  settings: BookingSettings;
  open: string | undefined;
}

/** Days side by side, windows below one another: who comes when, and where a crew is free. */
export function WeekGrid({ days, visits, settings, open }: WeekGridProps) {
  const { accountId, timeZone } = useAccount();
  const now = useNow(60_000);
  const { data } = useQuery(openSlots(accountId));
  const slots = new Set(data?.data.map(({ startsAt }) => Date.parse(startsAt)));
  const rows = weekRows({ days, windows: settings.windows, visits, timeZone });
  return (
    // Beside an open card the week is wider than its place: it slides, and arrow keys slide it too.
    <div className={classes.slide} role="region" aria-label="The week" tabIndex={0}>
      <table className={classes.grid}>
        <thead>
          <tr>
            <td />
            {days.map((day) => (
              <th key={day.date} scope="col" data-today={(day.startsAt <= now && now < day.endsAt) || undefined}>
                {dateInWords(day.date)}
                <DayCount day={day} visits={visits} most={settings.visitsPerDay} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <WindowRow key={keyOf(row)} row={row} crews={settings.crews} slots={slots} open={open} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const keyOf = ({ window }: WeekRow): string => (window ? `${window.from}-${window.to}` : 'outside');

/** "24:00" is midnight to a clock. */
const clockWords = (time: string): string =>
  wallTime(time === '24:00' ? '00:00' : time)
    .replace(':00', '')
    .replace(' ', '\u00a0');

function DayCount({ day, visits, most }: { day: CalendarDay; visits: Appointment[]; most: number }) {
  const count = visits.filter(
    (visit) => isKept(visit) && day.startsAt <= Date.parse(visit.startsAt) && Date.parse(visit.startsAt) < day.endsAt,
  ).length;
  if (count === 0) return null;
  return (
    <span className={classes.dayCount} data-full={count >= most || undefined}>
      {count} of {most}
    </span>
  );
}

interface WindowRowProps {
  row: WeekRow;
  crews: number;
  /** When open windows begin. */
  slots: Set<number>;
  open: string | undefined;
}

function WindowRow({ row, crews, slots, open }: WindowRowProps) {
  return (
    <tr>
      <th scope="row">
        {row.window ? `${clockWords(row.window.from)} to ${clockWords(row.window.to)}` : 'Other times'}
      </th>
      {row.cells.map((cell) => (
        <td key={cell.day.date} data-window={cell.isWindow || undefined}>
          {cell.visits.map((visit) => (
            <VisitLink key={visit.id} visit={visit} isOpen={visit.id === open} />
          ))}
          <Free cell={cell} crews={crews} open={slots} />
        </td>
      ))}
    </tr>
  );
}

/** Only what the agent could offer: not on closed days, not too soon, not where the calendar is busy. */
function Free({ cell, crews, open }: { cell: WeekCell; crews: number; open: Set<number> }) {
  if (!cell.isWindow || cell.startsAt === null || !open.has(cell.startsAt)) return null;
  const free = crews - cell.visits.filter(isKept).length;
  return <span className={classes.free}>{crews === 1 ? 'Free' : `${free} of ${crews} free`}</span>;
}

function VisitLink({ visit, isOpen }: { visit: Appointment; isOpen: boolean }) {
  return (
    <Link
      from="/a/$accountId/appointments"
      search={(search) => ({ ...search, appointment: visit.id })}
      resetScroll={false}
      className={classes.visit}
      data-row={visit.id}
      data-state={visit.state}
      data-open={isOpen || undefined}
    >
      <strong>{visit.customerName}</strong>
      <span>{serviceName(visit.serviceType)}</span>
      <em>{visit.state === 'held' ? 'Needs approval' : STATE_NAME[visit.state]}</em>
    </Link>
  );
}
