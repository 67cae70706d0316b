import { Button } from '@mantine/core';
import { IconBeach, IconHandGrab, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { schedule as scheduleQuery } from '../../api/schedule.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { CalendarCard } from './calendar-card.js';
import type { CoverAsk } from './cover-ask.js';
import { CoverDialog } from './cover-dialog.js';
import { GapList } from './gap-list.js';
import { NowCard } from './now-card.js';
import classes from './on-call-page.module.css';
import { PlannedChanges } from './planned-changes.js';

/** Who has it now, this week, and where nobody has it. */
export function ScheduleTab() {
  const { accountId } = useAccount();
  const { data, isPending, error, refetch } = useQuery(scheduleQuery(accountId));
  const [ask, setAsk] = useState<CoverAsk | null>(null);
  if (isPending) return <LoadingRows what="the schedule" rows={8} />;
  if (error) return <ProblemNotice what="The schedule" error={error} retry={() => void refetch()} />;
  return (
    <>
      <NowCard />
      <ChangeButtons ask={setAsk} />
      <GapList gaps={data.gaps} fix={(gap) => setAsk({ kind: 'cover', startsAt: gap.startsAt, endsAt: gap.endsAt })} />
      <CalendarCard schedule={data} ask={setAsk} />
      <PlannedChanges schedule={data} />
      <CoverDialog ask={ask} close={() => setAsk(null)} schedule={data} askOn={setAsk} />
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
    </div>
  );
}
