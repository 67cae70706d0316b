import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { serverNow } from '../../api/server-clock.js';
import { accessGrants, useCloseGrant, useOpenGrant } from '../../api/access.js';
import type { AccessGrant } from '../../api/types.js';
import { Badge } from '../../components/badge.js';
import { afterConfirming, type Confirmation } from '../../components/confirmation.js';
import stack from '../../components/form-stack.module.css';
import { ListStates } from '../../components/list-states.js';
import { PageCard, PageFrame } from '../../components/page-frame.js';
import { say, sayRefused } from '../../components/say.js';
import { SettingsTabs } from '../../components/settings-tabs.js';
import { weekdayTime } from '../../components/times.js';
import { useAccount, useCan } from '../../components/use-account.js';

/** The contractor decides when its agency may read what callers said, and for how long. */
export function AccessPage() {
  const { accountId, agencyName } = useAccount();
  const mayManage = useCan('access_grants.manage');
  const query = useQuery(accessGrants(accountId));
  return (
    <PageFrame title="Access" about="Who outside your team may read what callers said." narrow>
      <SettingsTabs />
      <div className={stack.stack}>
        {agencyName ? (
          mayManage && <OpenGrant agencyName={agencyName} />
        ) : (
          <p className={stack.note}>
            No agency looks after this account, so nobody outside your team can see anything.
          </p>
        )}
        <PageCard title="Grants" flush>
          <ListStates
            query={query}
            what="The grants"
            rows={2}
            isEmpty={query.data?.length === 0}
            empty={<p className={stack.item}>Nobody was ever given access. An agency sees counts and health alone.</p>}
          >
            <ul className={stack.list}>
              {query.data?.map((grant) => (
                <GrantItem key={grant.id} grant={grant} mayClose={mayManage} />
              ))}
            </ul>
          </ListStates>
        </PageCard>
      </div>
    </PageFrame>
  );
}

const LASTING = [
  { value: '4', label: '4 hours' },
  { value: '24', label: 'A day' },
  { value: '168', label: 'A week' },
  { value: '720', label: '30 days' },
];

function OpenGrant({ agencyName }: { agencyName: string }) {
  const { accountId } = useAccount();
  const [hours, setHours] = useState<string | null>('24');
  const { mutate, isPending } = useOpenGrant(accountId);
  const open = (): void =>
    mutate(Number(hours), {
      onSuccess: () => say(`${agencyName} can read your conversations now. You can close it at any time.`),
      onError: sayRefused('No access was given'),
    });
  return (
    <PageCard title={`Let ${agencyName} read conversations`}>
      <div className={stack.stack}>
        <p className={stack.note}>
          Calls, transcripts, recordings, leads and digests, to read and not to change. It ends by itself, and every
          look is in the journal.
        </p>
        <div className={stack.row}>
          <Select label="For" data={LASTING} w={160} value={hours} onChange={setHours} />
          <Button loading={isPending} onClick={open}>
            Give access
          </Button>
        </div>
      </div>
    </PageCard>
  );
}

function GrantItem({ grant, mayClose }: { grant: AccessGrant; mayClose: boolean }) {
  const { accountId, timeZone } = useAccount();
  const { mutate, isPending } = useCloseGrant(accountId);
  const close = (): void => mutate(grant.id, { onError: sayRefused('The access was not closed') });
  const at = (time: string): string => weekdayTime(timeZone, Date.parse(time), serverNow());
  return (
    <li className={stack.item}>
      <div className={stack.itemMain}>
        <p>{grant.agencyName}</p>
        <p>
          Given by {grant.granterName}, {at(grant.createdAt)} ·{' '}
          {grant.revokedAt ? `closed ${at(grant.revokedAt)}` : `until ${at(grant.expiresAt)}`}
        </p>
      </div>
      <Badge tone={grant.isOpen ? 'same_day' : 'neutral'}>{grant.isOpen ? 'Open' : 'Over'}</Badge>
      {grant.isOpen && mayClose && (
        <Button variant="default" size="xs" loading={isPending} onClick={() => afterConfirming(closing(grant), close)}>
          Close now
        </Button>
      )}
    </li>
  );
}

const closing = ({ agencyName }: AccessGrant): Confirmation => ({
  title: `Close the access of ${agencyName}?`,
  consequences: [
    `At once nobody at ${agencyName} can open your calls, transcripts, recordings, leads or digests. They still see counts and health.`,
    'Help that is under way with one of your calls stops there. You can give access again at any time.',
  ],
  action: 'Close the access',
});
