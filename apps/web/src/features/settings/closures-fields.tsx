import { specialOn } from '@domain/hours/hours.types';
import { ActionIcon, Button } from '@mantine/core';
import { IconCalendarPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { holidays } from '../../api/agent.js';
import { serverNow } from '../../api/server-clock.js';
import type { SpecialDay } from '../../api/types.js';
import stack from '../../components/form-stack.module.css';
import { say } from '../../components/say.js';
import { localInput } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import { AddClosure } from './add-closure.js';
import { closureInWords, keyOf } from './closure-draft.js';

interface ClosuresFieldsProps {
  days: SpecialDay[];
  change: (days: SpecialDay[]) => void;
}

/** Days and hours that do not follow the week: while the office is closed, the agent answers. */
export function ClosuresFields({ days, change }: ClosuresFieldsProps) {
  const ordered = days.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));
  return (
    <div className={stack.stack}>
      {ordered.length > 0 && (
        <ul className={stack.list}>
          {ordered.map((day) => (
            <li key={keyOf(day)} className={stack.item} style={{ padding: '7px 0' }}>
              <div className={stack.itemMain}>
                <p>{day.name}</p>
                <p>{closureInWords(day)}</p>
              </div>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Remove ${day.name}`}
                onClick={() => change(days.filter((other) => other !== day))}
              >
                <IconX size={15} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <AddClosure days={days} add={(day) => change([...days, day])} />
      <HolidayButton days={days} change={change} />
    </div>
  );
}

function HolidayButton({ days, change }: ClosuresFieldsProps) {
  const { accountId, timeZone } = useAccount();
  const year = Number(localInput(timeZone, serverNow()).slice(0, 4));
  const { data } = useQuery(holidays(accountId, year));
  const missing = (data?.closures ?? []).filter(({ date }) => !specialOn(days, date));
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
