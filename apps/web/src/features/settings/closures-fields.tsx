import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { holidays } from '../../api/agent.js';
import { serverNow } from '../../api/server-clock.js';
import type { SpecialDay } from '../../api/types.js';
import stack from '../../components/form-stack.module.css';
import { say } from '../../components/say.js';
import { localInput, longDateInWords } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';

interface ClosuresFieldsProps {
  days: SpecialDay[];
  change: (days: SpecialDay[]) => void;
}

/** Days that do not follow the week: the office is closed, and the agent answers all day. */
export function ClosuresFields({ days, change }: ClosuresFieldsProps) {
  const ordered = days.toSorted((one, other) => one.date.localeCompare(other.date));
  return (
    <div className={stack.stack}>
      {ordered.length > 0 && (
        <ul className={stack.list}>
          {ordered.map((day) => (
            <li key={day.date} className={stack.item} style={{ padding: '7px 0' }}>
              <div className={stack.itemMain}>
                <p>{day.name}</p>
                <p>
                  {longDateInWords(day.date)} · {day.intervals.length === 0 ? 'closed' : 'other hours'}
                </p>
              </div>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Remove ${day.name}`}
                onClick={() => change(days.filter(({ date }) => date !== day.date))}
              >
                <IconX size={15} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <AddClosure days={days} change={change} />
      <HolidayButton days={days} change={change} />
    </div>
  );
}

function HolidayButton({ days, change }: ClosuresFieldsProps) {
  const { accountId, timeZone } = useAccount();
  const year = Number(localInput(timeZone, serverNow()).slice(0, 4));
  const { data } = useQuery(holidays(accountId, year));
  const there = new Set(days.map(({ date }) => date));
  const missing = (data?.closures ?? []).filter(({ date }) => !there.has(date));
  const add = (): void => {
    change([...days, ...missing]);
    say(`${missing.length} holidays of ${year} are added. Remove those you work on.`);
  };
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconCalendarPlus size={16} />}
        disabled={missing.length === 0}
        onClick={add}
      >
        Add the federal holidays of {year}
      </Button>
    </div>
  );
}

function AddClosure({ days, change }: ClosuresFieldsProps) {
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const isThere = days.some((day) => day.date === date);
  const add = (): void => {
    change([...days, { date, name: name.trim() || 'Closed', intervals: [] }]);
    setDate('');
    setName('');
  };
  return (
    <div className={stack.row}>
      <TextInput
        type="date"
        label="Closed on"
        w={170}
        value={date}
        error={isThere && 'This day is in the list'}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <TextInput
        label="Why (optional)"
        placeholder="Company picnic"
        maxLength={80}
        w={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button variant="default" disabled={date === '' || isThere} onClick={add}>
        Add
      </Button>
    </div>
  );
}
