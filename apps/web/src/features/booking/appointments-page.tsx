import { ActionIcon, Button } from '@mantine/core';
import { useElementSize, useMediaQuery } from '@mantine/hooks';
import { IconCalendarEvent, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { appointments, bookingSettings } from '../../api/booking.js';
import { serverNow } from '../../api/server-clock.js';
import type { Appointment, AppointmentState, BookingSettings } from '../../api/types.js';
import {
  daysOfWeek,
  endsOf,
  localDate,
  mondayOf,
  weekAfter,
  type CalendarDay,
} from '../../components/calendar-days.js';
import { Empty } from '../../components/empty.js';
import { FilterChips } from '../../components/filter-chips.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { PageCard, PageFrame } from '../../components/page-frame.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useRowKeys } from '../../components/rows.js';
import { dateInWords } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import { AppointmentPanel } from './appointment-panel.js';
import classes from './appointments.module.css';
import { VisitList } from './visit-list.js';
import { WeekGrid } from './week-grid.js';

const route = getRouteApi('/a/$accountId/appointments');

type Shown = 'held' | 'booked' | 'over';

const STATES: Record<Shown, AppointmentState[]> = {
  held: ['held'],
  booked: ['booked'],
  over: ['declined', 'expired', 'cancelled', 'moved'],
};

const SHOWN: { value: Shown; label: string }[] = [
  { value: 'held', label: 'Waiting for approval' },
  { value: 'booked', label: 'Booked' },
  { value: 'over', label: 'Called off or moved' },
];

/** Who is visited when: what the agent booked, what waits, and what the team wrote down. */
export function AppointmentsPage() {
  const { show, appointment } = route.useSearch();
  const navigate = route.useNavigate();
  useRowKeys(appointment !== undefined);
  const close = (): void =>
    void navigate({ search: (search) => ({ ...search, appointment: undefined }), resetScroll: false });
  const follow = ({ id, startsAt }: Appointment): void =>
    void navigate({ search: { show, appointment: id, at: startsAt }, resetScroll: false });
  return (
    <PageFrame
      title="Appointments"
      about="What was booked in calls and by the team. The agent offers only what is free here."
      panel={appointment && <AppointmentPanel id={appointment} close={close} follow={follow} />}
    >
      <FilterChips
        label="State"
        options={SHOWN}
        value={show}
        change={(value) => void navigate({ search: (search) => ({ ...search, show: value }) })}
      />
      <WeekCard />
    </PageFrame>
  );
}

function WeekCard() {
  const { timeZone } = useAccount();
  const { week, at } = route.useSearch();
  const days = daysOfWeek(timeZone, mondayOf(week ?? dateOf(timeZone, at), timeZone, serverNow()));
  return (
    <PageCard title={titleOf(days)} aside={<WeekButtons monday={days[0]?.date ?? ''} />} flush>
      <WeekOfVisits days={days} />
    </PageCard>
  );
}

function WeekOfVisits({ days }: { days: CalendarDay[] }) {
  const { accountId } = useAccount();
  const { show } = route.useSearch();
  const [from, to] = endsOf(days);
  const visits = useQuery(appointments(accountId, { from, to, state: show && STATES[show] }));
  const settings = useQuery(bookingSettings(accountId));
  const error = visits.error ?? settings.error;
  const retry = (): void => void Promise.all([visits.refetch(), settings.refetch()]);
  if (error) return <ProblemNotice what="The week" error={error} retry={retry} />;
  if (!visits.data || !settings.data) return <LoadingRows what="the week" rows={6} />;
  return <Visits days={days} visits={visits.data} settings={settings.data} />;
}

const GRID_WIDTH = 640;

interface VisitsProps {
  days: CalendarDay[];
  visits: Appointment[];
  settings: BookingSettings;
}

/** Side by side where there is room for seven days, also beside an open card; otherwise below one another. */
function Visits({ days, visits, settings }: VisitsProps) {
  const { appointment } = route.useSearch();
  const isPhone = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const { ref, width } = useElementSize();
  const isList = isPhone || (width > 0 && width < GRID_WIDTH);
  return (
    <div ref={ref}>
      {isList ? (
        <VisitList days={days} visits={visits} open={appointment} />
      ) : (
        <WeekGrid days={days} visits={visits} settings={settings} open={appointment} />
      )}
      {visits.length === 0 && <NoVisits offers={settings.offersTimes} />}
    </div>
  );
}

const dateOf = (zone: string, at: string | undefined): string | undefined =>
  at && !Number.isNaN(Date.parse(at)) ? localDate(zone, Date.parse(at)) : undefined;

const titleOf = (days: CalendarDay[]): string =>
  `${dateInWords(days[0]?.date ?? '')} to ${dateInWords(days.at(-1)?.date ?? '')}`;

function NoVisits({ offers }: { offers: boolean }) {
  const { accountId } = useAccount();
  return (
    <Empty
      icon={IconCalendarEvent}
      title="No appointment here"
      action={
        !offers && (
          <Link to="/a/$accountId/settings/booking" params={{ accountId }}>
            Let the agent offer times
          </Link>
        )
      }
    >
      {offers
        ? 'What the agent books or holds for a caller appears here at once.'
        : 'The agent only takes preferences down so far. Mark a lead "Called - Booked" to write an appointment down.'}
    </Empty>
  );
}

function WeekButtons({ monday }: { monday: string }) {
  const navigate = route.useNavigate();
  const go = (week: string | undefined): void =>
    void navigate({ search: (search) => ({ ...search, week, at: undefined }), resetScroll: false });
  return (
    <div className={classes.weeks}>
      <Button variant="default" size="compact-sm" onClick={() => go(undefined)}>
        This week
      </Button>
      <ActionIcon variant="default" size={30} aria-label="The week before" onClick={() => go(weekAfter(monday, -1))}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <ActionIcon variant="default" size={30} aria-label="The week after" onClick={() => go(weekAfter(monday, 1))}>
        <IconChevronRight size={16} />
      </ActionIcon>
    </div>
  );
}
