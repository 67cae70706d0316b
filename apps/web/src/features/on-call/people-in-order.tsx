import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { contacts } from '../../api/contacts.js';
import { useAccount } from '../../components/use-account.js';
import classes from './people-in-order.module.css';
import { PersonSelect } from './person-select.js';

interface PeopleInOrderProps {
  label: string;
  people: string[];
  change: (people: string[]) => void;
}

/** An order changed with buttons or with Alt and the arrow keys: nothing needs to be dragged. */
export function PeopleInOrder({ label, people, change }: PeopleInOrderProps) {
  const { accountId } = useAccount();
  const { data } = useQuery(contacts(accountId));
  const [news, setNews] = useState('');
  const nameOf = (id: string): string => data?.find((one) => one.id === id)?.name ?? 'somebody';
  const move = (from: number, to: number): void => {
    const moved = people[from];
    if (moved === undefined || to < 0 || to >= people.length) return;
    const rest = people.filter((_, index) => index !== from);
    change([...rest.slice(0, to), moved, ...rest.slice(to)]);
    setNews(`${nameOf(moved)} is now ${to + 1} of ${people.length}.`);
  };
  return (
    <div role="group" aria-label={label} className={classes.people}>
      <ol>
        {people.map((id, index) => (
          <PersonInOrder
            key={id}
            name={nameOf(id)}
            index={index}
            count={people.length}
            move={move}
            remove={() => change(people.filter((one) => one !== id))}
          />
        ))}
      </ol>
      <PersonSelect
        aria-label="Add somebody"
        placeholder="Add somebody"
        value={null}
        onChange={(id) => id && !people.includes(id) && change([...people, id])}
      />
      <VisuallyHidden role="status">{news}</VisuallyHidden>
    </div>
  );
}

interface PersonInOrderProps {
  name: string;
  index: number;
  count: number;
  move: (from: number, to: number) => void;
  remove: () => void;
}

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

function PersonInOrder({ name, index, count, move, remove }: PersonInOrderProps) {
  const byKey = (event: KeyboardEvent): void => {
    const step = event.altKey ? STEPS[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    move(index, index + step);
  };
  return (
    <li className={classes.person} onKeyDown={byKey}>
      <span className={classes.place}>{index + 1}</span>
      <span className={classes.name}>{name}</span>
      <OrderButton label={`${name} one earlier`} isOff={index === 0} act={() => move(index, index - 1)}>
        <IconArrowUp size={15} />
      </OrderButton>
      <OrderButton label={`${name} one later`} isOff={index === count - 1} act={() => move(index, index + 1)}>
        <IconArrowDown size={15} />
      </OrderButton>
      <OrderButton label={`Take ${name} out`} isOff={false} act={remove}>
        <IconX size={15} />
      </OrderButton>
    </li>
  );
}

interface OrderButtonProps {
  label: string;
  isOff: boolean;
  act: () => void;
  children: ReactNode;
}

/** Stays focusable at the ends: a button that goes dead under the finger would throw the keyboard out of the list. */
function OrderButton({ label, isOff, act, children }: OrderButtonProps) {
  return (
    <ActionIcon
      variant="default"
      size={30}
      className={classes.button}
      aria-label={label}
      aria-disabled={isOff}
      data-disabled={isOff || undefined}
      onClick={() => !isOff && act()}
    >
      {children}
    </ActionIcon>
  );
}
