import { IconUserShield } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { onCall } from '../../api/on-call.js';
import { Problem } from '../../api/problem.js';
import { Empty } from '../../components/empty.js';
import { LoadingRows } from '../../components/loading-rows.js';
import { PageFrame } from '../../components/page-frame.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAccount } from '../../components/use-account.js';
import { RosterForm } from './roster-form.js';

/** PRD VTCR 1.2: who is woken, in which order, how fast. */
export function OnCallPage() {
  const { accountId } = useAccount();
  const { data, isPending, error, refetch } = useQuery(onCall(accountId));
  const missing = error instanceof Problem && (error.status === 404 || error.code === 'no-on-call-roster');
  return (
    <PageFrame title="On-call" about="Who is woken when a caller has an emergency, and in which order." narrow>
      {isPending && <LoadingRows what="the on-call team" rows={8} />}
      {missing && (
        <Empty icon={IconUserShield} title="Nobody is on call yet">
          Name a primary technician and the owner. Until then an emergency cannot reach anybody, and the voice agent
          stays off.
        </Empty>
      )}
      {error && !missing && <ProblemNotice what="The on-call team" error={error} retry={() => void refetch()} />}
      {data && <RosterForm key={data.version} roster={data} />}
    </PageFrame>
  );
}
