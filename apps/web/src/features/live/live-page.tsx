import { isLive } from '@domain/call/call-status';
import { IconPhoneIncoming } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { liveCalls, recentCalls } from '../../api/calls.js';
import { overview } from '../../api/overview.js';
import { CallPanel } from '../../components/call-panel.js';
import { CallList, CallRow } from '../../components/call-row.js';
import { Empty } from '../../components/empty.js';
import { ListStates } from '../../components/list-states.js';
import { PageCard, PageFrame } from '../../components/page-frame.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useRowKeys } from '../../components/rows.js';
import { SetUpChecklist } from '../../components/set-up-checklist.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { plural } from '../../components/words.js';
import { CountsOnly } from './counts-only.js';
import { DigestCard } from './digest-card.js';
import classes from './live-page.module.css';
import { OpenEmergencies } from './open-emergencies.js';
import { TonightCards } from './tonight-cards.js';

const route = getRouteApi('/a/$accountId/live');

/** The home of the night: is the line alive, what is happening now, what is left to do. */
export function LivePage() {
  const { accountId } = useAccount();
  const { call } = route.useSearch();
  const navigate = route.useNavigate();
  const mayReadCalls = useCan('calls.read');
  const now = useQuery(overview(accountId));
  useRowKeys(call !== undefined);
  const panel = call && <CallPanel callId={call} close={() => void navigate({ search: {}, resetScroll: false })} />;
  return (
    <PageFrame title="Live" about={now.data && headline(now.data.liveCalls)} panel={panel}>
      {now.isError && <ProblemNotice what="The overview" error={now.error} retry={() => void now.refetch()} />}
      <div className={classes.columns} data-single={!mayReadCalls || undefined}>
        <div className={classes.stack}>
          {/* What happens now stands above what can wait. */}
          {mayReadCalls && <CallsNow open={call} />}
          <OpenEmergencies />
          <SetUpChecklist />
          {!mayReadCalls && now.data && <CountsOnly overview={now.data} />}
          {now.data?.lastDigest && <DigestCard digest={now.data.lastDigest} />}
          {mayReadCalls && <CallsBefore open={call} />}
        </div>
        <aside className={classes.stack} aria-label="Tonight">
          <TonightCards />
        </aside>
      </div>
    </PageFrame>
  );
}

const headline = (count: number): string =>
  count === 0
    ? 'The line is quiet. A call appears here the moment it rings.'
    : `${plural(count, 'call')} on the line now.`;

function CallsNow({ open }: { open?: string }) {
  const { accountId } = useAccount();
  const { data } = useQuery(liveCalls(accountId));
  const calls = (data?.data ?? []).filter((call) => isLive(call.status));
  if (calls.length === 0) return null;
  return (
    <PageCard title="On the line now" flush>
      <CallList>
        {calls.map((call) => (
          <CallRow key={call.id} call={call} open={call.id === open} to="/a/$accountId/live" />
        ))}
      </CallList>
    </PageCard>
  );
}

function CallsBefore({ open }: { open?: string }) {
  const { accountId } = useAccount();
  const recent = useQuery(recentCalls(accountId));
  const ended = (recent.data?.data ?? []).filter((call) => !isLive(call.status));
  const all = (
    <Link to="/a/$accountId/calls" params={{ accountId }} search={{}} className={classes.more}>
      All calls
    </Link>
  );
  return (
    <PageCard title="Latest calls" aside={all} flush>
      <ListStates query={recent} what="The calls" rows={5} isEmpty={ended.length === 0} empty={<NoCalls />}>
        <CallList>
          {ended.map((call) => (
            <CallRow key={call.id} call={call} open={call.id === open} to="/a/$accountId/live" />
          ))}
        </CallList>
      </ListStates>
    </PageCard>
  );
}

const NoCalls = () => (
  <Empty icon={IconPhoneIncoming} title="No finished calls yet">
    Call your own number to hear the voice agent. The call shows up above while you are still talking, and here
    afterwards.
  </Empty>
);
