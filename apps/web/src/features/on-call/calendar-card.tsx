import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { shifts as shiftsQuery } from '../../api/schedule.js';
import { serverNow } from '../../api/server-clock.js';
import type { Schedule } from '../../api/types.js';
import { daysOfWeek, endsOf, mondayOf, weekAfter, type CalendarDay } from '../../components/calendar-days.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { PageCard } from '../../components/page-frame.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { dateInWords } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import classes from './calendar.module.css';
import type { CoverAsk } from './cover-ask.js';
import { DayList } from './day-list.js';
import { WeekCalendar } from './week-calendar.js';

const route = getRouteApi('/a/$accountId/on-call');

interface CalendarCardProps {
  schedule: Schedule;
  ask: (ask: CoverAsk) => void;
}

/** One week: a strip per person or layer on a wide screen, a list by day on a phone. */
export function CalendarCard({ schedule, ask }: CalendarCardProps) {
  const { accountId } = useAccount();
  const { week, by } = route.useSearch();
  const isNarrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const days = daysOfWeek(schedule.timeZone, mondayOf(week, schedule.timeZone, serverNow()));
  const { data, isPending, error, refetch } = useQuery(shiftsQuery(accountId, ...endsOf(days)));
  return (
    <PageCard title={titleOf(days)} aside={<WeekButtons monday={days[0]?.date ?? ''} />} flush>
      {isPending && <LoadingRows what="the week" rows={5} />}
      {error && <ProblemNotice what="The week" error={error} retry={() => void refetch()} />}
      {data && isNarrow && <DayList days={days} shifts={data} gaps={schedule.gaps} ask={ask} />}
      {data && !isNarrow && (
        <>
          <ByChoice />
          <WeekCalendar days={days} shifts={data} gaps={schedule.gaps} by={by ?? 'person'} ask={ask} />
        </>
      )}
    </PageCard>
  );
}

const titleOf = (days: CalendarDay[]): string =>
  `${dateInWords(days[0]?.date ?? '')} to ${dateInWords(days.at(-1)?.date ?? '')}`;

function WeekButtons({ monday }: { monday: string }) {
  const navigate = route.useNavigate();
  const go = (week: string | undefined): void =>
    void navigate({ search: (search) => ({ ...search, week }), resetScroll: false });
  return (
    <div className={classes.weeks}>
      <Button variant="default" size="compact-sm" className={classes.today} onClick={() => go(undefined)}>
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

function ByChoice() {
  const { by } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className={classes.by}>
      <SegmentedControl
        aria-label="One row per"
        size="xs"
        data={[
          { value: 'person', label: 'By person' },
          { value: 'layer', label: 'By layer' },
        ]}
        value={by ?? 'person'}
        onChange={(value) =>
          void navigate({
            search: (search) => ({ ...search, by: value === 'layer' ? 'layer' : undefined }),
            resetScroll: false,
          })
        }
      />
    </div>
  );
}
