import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { contacts } from '../../api/contacts.js';
import { useAccount } from '../../components/use-account.js';

/** One person of the team; those who have left it are not offered. */
export function PersonSelect(props: Omit<SelectProps, 'data'> & { value: string | null }) {
  const { accountId } = useAccount();
  const { data } = useQuery(contacts(accountId));
  return (
    <Select
      placeholder="Choose somebody"
      searchable
      nothingFoundMessage="Nobody of this name"
      {...props}
      data={(data ?? [])
        .filter(({ id, isActive }) => isActive || id === props.value)
        .map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
