import { Button } from '@mantine/core';
import { IconBeach, IconClockPause, IconHandGrab, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { schedule as scheduleQuery } from '../../api/schedule.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { CalendarCard } from './calendar-card.js';
import type { CoverAsk } from './cover-ask.js';
import { CoverDialog } from './cover-dialog.js';
import { gapNamed } from './gap-ask.js';
import { GapList } from './gap-list.js';
import { NowCard } from './now-card.js';
import classes from './on-call-page.module.css';
import { PlannedChanges } from './planned-changes.js';

const route = getRouteApi('/a/$accountId/on-call');

/** Who has it now, this week, and where nobody has it. */
export function ScheduleTab() {
  const { accountId } = useAccount();
  const mayWrite = useCan('on_call.write');
  const { data, isPending, error, refetch } = useQuery(scheduleQuery(accountId));
  const [asked, setAsk] = useState<CoverAsk | null>(null);
  const { gap: key } = route.useSearch();
  const navigate = route.useNavigate();
  if (isPending) return <LoadingRows what="the schedule" rows={8} />;
  if (error) return <ProblemNotice what="The schedule" error={error} retry={() => void refetch()} />;
  const linked = gapNamed(key, data.gaps);
  const ask = asked ?? (mayWrite && linked ? ({ kind: 'gap', gap: linked } as const) : null);
  const close = (): void => {
    setAsk(null);
    if (key) void navigate({ search: (search) => ({ ...search, gap: undefined }), replace: true, resetScroll: false });
  };
  return (
    <>
      <NowCard />
      <ChangeButtons ask={setAsk} />
      <GapList gaps={data.gaps} fix={(gap) => setAsk({ kind: 'gap', gap })} />
      <CalendarCard schedule={data} ask={setAsk} />
      <PlannedChanges schedule={data} />
      <CoverDialog ask={ask} close={close} schedule={data} askOn={setAsk} />
    </>
  );
}

function ChangeButtons({ ask }: { ask: (ask: CoverAsk) => void }) {
  if (!useCan('on_call.write')) return null;
  return (
    <div className={classes.buttons}>
      <Button variant="default" leftSection={<IconHandGrab size={16} />} onClick={() => ask({ kind: 'take' })}>
        Take the pager
      </Button>
      <Button variant="default" leftSection={<IconUserPlus size={16} />} onClick={() => ask({ kind: 'cover' })}>
        Somebody covers
      </Button>
      <Button variant="default" leftSection={<IconBeach size={16} />} onClick={() => ask({ kind: 'time-off' })}>
        Time off
      </Button>
      <Button variant="default" leftSection={<IconClockPause size={16} />} onClick={() => ask({ kind: 'busy' })}>
        Busy for a while
      </Button>
    </div>
  );
}
