import { Button, Modal } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { contacts } from '../../api/contacts.js';
import { ringGroups, useRemoveRingGroup } from '../../api/ring-groups.js';
import type { RingGroup } from '../../api/types.js';
import { ListStates } from '../../components/list-states.js';
import { PageCard } from '../../components/page-frame.js';
import { say, sayRefused } from '../../components/say.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './on-call-page.module.css';
import { RingGroupForm } from './ring-group-form.js';

/** People who are rung one after the other, as one step of a ladder. */
export function RingGroupsCard() {
  const { accountId } = useAccount();
  const list = useQuery(ringGroups(accountId));
  const mayWrite = useCan('on_call.write');
  const [edited, setEdited] = useState<RingGroup | 'new' | null>(null);
  const close = (): void => setEdited(null);
  const add = mayWrite && (
    <Button
      variant="default"
      size="compact-sm"
      className={classes.small}
      leftSection={<IconPlus size={14} />}
      onClick={() => setEdited('new')}
    >
      Add a group
    </Button>
  );
  return (
    <PageCard title="Ring groups" aside={add} flush>
      <ListStates
        query={list}
        what="The ring groups"
        rows={2}
        isEmpty={list.data?.length === 0}
        empty={
          <p className={classes.none}>
            No ring group yet. A group is rung one person after the other, as one step of the ladder.
          </p>
        }
      >
        <ul>
          {list.data?.map((group) => (
            <GroupRow key={group.id} group={group} edit={() => setEdited(group)} />
          ))}
        </ul>
      </ListStates>
      <Modal
        opened={edited !== null}
        onClose={close}
        title={edited === 'new' ? 'Add a ring group' : 'Change the ring group'}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {edited && <RingGroupForm group={edited === 'new' ? null : edited} done={close} />}
      </Modal>
    </PageCard>
  );
}

function GroupRow({ group, edit }: { group: RingGroup; edit: () => void }) {
  const { accountId } = useAccount();
  const mayWrite = useCan('on_call.write');
  const people = useQuery(contacts(accountId));
  const remove = useRemoveRingGroup(accountId);
  const names = group.contactIds.map((id) => people.data?.find((one) => one.id === id)?.name ?? 'somebody');
  const small = { variant: 'default', size: 'compact-sm', className: classes.small } as const;
  return (
    <li className={classes.line}>
      <span className={classes.lineWords}>
        <strong>{group.name}</strong>
        <span className="nd-muted">{names.join(', then ')}</span>
      </span>
      {mayWrite && (
        <div className={classes.buttons}>
          <Button {...small} aria-label={`Change ${group.name}`} onClick={edit}>
            Change
          </Button>
          <Button
            {...small}
            loading={remove.isPending}
            aria-label={`Remove ${group.name}`}
            onClick={() =>
              remove.mutate(group.id, {
                onSuccess: () => say(`${group.name} is removed.`),
                onError: sayRefused('The group was not removed'),
              })
            }
          >
            Remove
          </Button>
        </div>
      )}
    </li>
  );
}
