import { IconFlask } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { drills } from '../../api/drills.js';
import { Empty } from '../../components/empty.js';
import { ListStates } from '../../components/list-states.js';
import { PageCard } from '../../components/page-frame.js';
import { useAccount } from '../../components/use-account.js';
import { DrillReport } from './drill-report.js';
import { StartDrill } from './start-drill.js';

/** A rehearsal of the whole ladder on the real phones, with the times it took. */
export function RehearseTab() {
  const { accountId } = useAccount();
  const list = useQuery(drills(accountId));
  const running = list.data?.find((one) => one.state === 'running');
  const past = list.data?.filter((one) => one.state !== 'running') ?? [];
  return (
    <>
      {running ? <DrillReport drill={running} /> : <StartDrill />}
      <PageCard title="Earlier rehearsals" flush>
        <ListStates
          query={list}
          what="The rehearsals"
          rows={3}
          isEmpty={past.length === 0}
          empty={
            <Empty icon={IconFlask} title="Not rehearsed yet">
              Whoever was woken by a rehearsal once knows what an emergency sounds like. The times of each person stand
              here afterwards.
            </Empty>
          }
        >
          {past.map((drill) => (
            <DrillReport key={drill.id} drill={drill} inList />
          ))}
        </ListStates>
      </PageCard>
    </>
  );
}
