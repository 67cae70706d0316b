import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { contacts } from '../../api/contacts.js';
import { useAccount } from '../../components/use-account.js';
import classes from './people-in-order.module.css';
import { PersonSelect } from './person-select.js';

interface PeopleInOrderProps {
  label: string;
  people: string[];
  change: (people: string[]) => void;
}

/** An order changed with buttons: nothing needs to be dragged. */
export function PeopleInOrder({ label, people, change }: PeopleInOrderProps) {
  const { accountId } = useAccount();
  const { data } = useQuery(contacts(accountId));
  const nameOf = (id: string): string => data?.find((one) => one.id === id)?.name ?? 'somebody';
  const move = (from: number, to: number): void => {
    const rest = people.filter((_, index) => index !== from);
    change([...rest.slice(0, to), people[from] ?? '', ...rest.slice(to)]);
  };
  return (
    <div role="group" aria-label={label} className={classes.people}>
      <p className={classes.label}>{label}</p>
      <ol>
        {people.map((id, index) => (
          <li key={id} className={classes.person}>
            <span className={classes.place}>{index + 1}</span>
            <span className={classes.name}>{nameOf(id)}</span>
            <Move name={nameOf(id)} isFirst={index === 0} up={() => move(index, index - 1)} />
            <ActionIcon
              variant="default"
              size={30}
              className={classes.button}
              aria-label={`${nameOf(id)} one later`}
              disabled={index === people.length - 1}
              onClick={() => move(index, index + 1)}
            >
              <IconArrowDown size={15} />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size={30}
              className={classes.button}
              aria-label={`Take ${nameOf(id)} out`}
              onClick={() => change(people.filter((one) => one !== id))}
            >
              <IconX size={15} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <PersonSelect
        aria-label="Add somebody"
        placeholder="Add somebody"
        value={null}
        onChange={(id) => id && !people.includes(id) && change([...people, id])}
      />
    </div>
  );
}

function Move({ name, isFirst, up }: { name: string; isFirst: boolean; up: () => void }) {
  return (
    <ActionIcon
      variant="default"
      size={30}
      className={classes.button}
      aria-label={`${name} one earlier`}
      disabled={isFirst}
      onClick={up}
    >
      <IconArrowUp size={15} />
    </ActionIcon>
  );
}
