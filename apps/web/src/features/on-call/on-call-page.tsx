import { IconUserShield } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { onCall } from '../../api/on-call.js';
import { Problem } from '../../api/problem.js';
import type { OnCall } from '../../api/types.js';
import { Empty } from '../../components/empty.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { PageFrame } from '../../components/page-frame.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { LadderTab } from './ladder-tab.js';
import { OnCallTabs } from './on-call-tabs.js';
import classes from './on-call-page.module.css';
import { PeopleTab } from './people-tab.js';
import { RehearseTab } from './rehearse-tab.js';
import { RosterForm } from './roster-form.js';
import { ScheduleTab } from './schedule-tab.js';
import { TeamTab } from './team-tab.js';
import thumbs from './thumbs.module.css';

const route = getRouteApi('/a/$accountId/on-call');

/** Who is woken, in which order, how fast. Before the first save it is the PRD's simple form (VTCR 1.2) alone. */
export function OnCallPage() {
  const { accountId } = useAccount();
  const { data, isPending, error, refetch } = useQuery(onCall(accountId));
  const isFirstRun = error instanceof Problem && (error.status === 404 || error.code === 'no-on-call-roster');
  return (
    <PageFrame
      title="On-call"
      about="Who is woken when a caller has an emergency, and in which order."
      narrow={isFirstRun}
    >
      {isPending && <LoadingRows what="the on-call team" rows={8} />}
      {isFirstRun && (
        <div className={thumbs.thumbs}>
          <FirstRun />
        </div>
      )}
      {error && !isFirstRun && <ProblemNotice what="The on-call team" error={error} retry={() => void refetch()} />}
      {data && <Tabbed roster={data} />}
    </PageFrame>
  );
}

function FirstRun() {
  const mayWrite = useCan('on_call.write');
  return (
    <>
      <Empty icon={IconUserShield} title="Nobody is on call yet">
        {mayWrite
          ? 'Name a primary technician and the owner. Until then an emergency cannot reach anybody, and the voice agent stays off. Rotations, layers and ring groups come after that.'
          : 'An owner or a dispatcher names the team. Until then an emergency cannot reach anybody.'}
      </Empty>
      {mayWrite && <RosterForm roster={null} />}
    </>
  );
}

function Tabbed({ roster }: { roster: OnCall }) {
  const { tab = 'schedule' } = route.useSearch();
  return (
    <>
      <OnCallTabs current={tab} />
      <div className={`${classes.stack} ${thumbs.thumbs}`}>
        {tab === 'schedule' && <ScheduleTab />}
        {tab === 'people' && <PeopleTab />}
        {tab === 'team' && <TeamTab roster={roster} />}
        {tab === 'ladder' && <LadderTab />}
        {tab === 'rehearse' && <RehearseTab />}
      </div>
    </>
  );
}
