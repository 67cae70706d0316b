import { useQuery } from '@tanstack/react-query';
import { contacts } from '../../api/contacts.js';
import { ringGroups } from '../../api/ring-groups.js';
import { schedule } from '../../api/schedule.js';
import { useAccount } from '../../components/use-account.js';

interface TargetGroup {
  group: string;
  items: { value: string; label: string }[];
}

/** Whom a step can page, as a grouped select shows it. */
export function useTargets(): TargetGroup[] {
  const { accountId } = useAccount();
  const plan = useQuery(schedule(accountId));
  const people = useQuery(contacts(accountId));
  const groups = useQuery(ringGroups(accountId));
  const layers = plan.data?.hasLayers ? plan.data.layers : [];
  return [
    {
      group: 'By the schedule',
      items: [
        { value: 'on_call', label: 'Whoever is on call' },
        ...layers.map(({ id, name }) => ({ value: `on_call:${id}`, label: `On call in ${name}` })),
        { value: 'backup', label: 'The backup' },
        { value: 'owner', label: 'The owner' },
      ],
    },
    {
      group: 'By name',
      items: (people.data ?? [])
        .filter(({ isActive }) => isActive)
        .map(({ id, name }) => ({ value: `contact:${id}`, label: name })),
    },
    {
      group: 'Ring groups, one after the other',
      items: (groups.data ?? []).map(({ id, name }) => ({ value: `ring_group:${id}`, label: `Everybody of ${name}` })),
    },
  ].filter(({ items }) => items.length > 0);
}
