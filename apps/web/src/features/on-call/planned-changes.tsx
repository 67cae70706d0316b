import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { contacts } from '../../api/contacts.js';
import { useEndBusy, useEndOverride, useEndTimeOff } from '../../api/schedule.js';
import type { Override, Schedule, TimeOff } from '../../api/types.js';
import { PageCard } from '../../components/page-frame.js';
import { say, sayRefused } from '../../components/say.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './on-call-page.module.css';
import { spanWords } from './span-words.js';

/** What stands against the plan: who steps in for whom, and who is away. */
export function PlannedChanges({ schedule }: { schedule: Schedule }) {
  const { accountId, timeZone } = useAccount();
  const people = useQuery(contacts(accountId));
  const endOverride = useEndOverride(accountId);
  const endTimeOff = useEndTimeOff(accountId);
  const nameOf = (id: string): string => people.data?.find((one) => one.id === id)?.name ?? 'somebody';
  const endBusy = useEndBusy(accountId);
  const count = schedule.overrides.length + schedule.timeOff.length + schedule.busy.length;
  // "Somebody covers for somebody" tells nobody anything: the names come a moment later.
  if (count === 0 || people.isPending) return null;
  const done = {
    onSuccess: () => say('Ended. Everybody concerned gets a text.'),
    onError: sayRefused('Nothing was changed'),
  };
  const when = ({ startsAt, endsAt, reason }: Override | TimeOff): string =>
    `${spanWords(timeZone, startsAt, endsAt)}${reason ? `. ${reason}` : ''}`;
  return (
    <PageCard title="Changes and time off" flush>
      <ul>
        {schedule.busy.map((one) => (
          <Planned
            key={one.id}
            what={`${nameOf(one.contactId)} is busy`}
            when={`${spanWords(timeZone, one.startsAt, one.endsAt)}. Paged after everybody else.`}
            end={() => endBusy.mutate(one.id, done)}
            words="Back now"
          />
        ))}
        {schedule.overrides.map((one) => (
          <Planned
            key={one.id}
            what={`${nameOf(one.inContactId)} covers${one.outContactId ? ` for ${nameOf(one.outContactId)}` : ''}`}
            when={when(one)}
            end={() => endOverride.mutate(one.id, done)}
          />
        ))}
        {schedule.timeOff.map((one) => (
          <Planned
            key={one.id}
            what={`${nameOf(one.contactId)} is away`}
            when={when(one)}
            end={() => endTimeOff.mutate(one.id, done)}
          />
        ))}
      </ul>
    </PageCard>
  );
}

interface PlannedProps {
  what: string;
  when: string;
  end: () => void;
  words?: string;
}

function Planned({ what, when, end, words = 'End it' }: PlannedProps) {
  const mayWrite = useCan('on_call.write');
  return (
    <li className={classes.line}>
      <span className={classes.lineWords}>
        <strong>{what}</strong>
        <span className="nd-muted">{when}</span>
      </span>
      {mayWrite && (
        <Button
          variant="default"
          size="compact-sm"
          className={classes.small}
          aria-label={`${words}: ${what}`}
          onClick={end}
        >
          {words}
        </Button>
      )}
    </li>
  );
}
