import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { inWords } from '../../api/problem.js';
import { useTakePager } from '../../api/schedule.js';
import { serverNow } from '../../api/server-clock.js';
import { say } from '../../components/say.js';
import { instantOf, localInput } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import classes from './on-call-page.module.css';
import { PersonSelect } from './person-select.js';
import { Refused } from './span-fields.js';

const DAY_MS = 86_400_000;

/** The next 6 AM: what TAKE UNTIL 6AM means in a text. */
function nextMorning(zone: string): string {
  const now = serverNow();
  const today = `${localInput(zone, now).slice(0, 10)}T06:00`;
  return (instantOf(zone, today) ?? 0) > now ? today : `${localInput(zone, now + DAY_MS).slice(0, 10)}T06:00`;
}

/** From this minute on, one person is paged first; afterwards the plan goes on as it was. */
export function TakeForm({ done }: { done: () => void }) {
  const { accountId, timeZone } = useAccount();
  const take = useTakePager(accountId);
  const [who, setWho] = useState<string | null>(null);
  const [until, setUntil] = useState(() => nextMorning(timeZone));
  const end = instantOf(timeZone, until);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!who || end === null) return;
    take.mutate(
      { contactId: who, until: new Date(end).toISOString() },
      { onSuccess: (now) => (done(), say(`${now.primary.name} has the pager.`)) },
    );
  };
  return (
    <form className={classes.dialog} onSubmit={save}>
      <p className={classes.sentence}>
        From now on this person is paged first. Technicians can do the same by text: TAKE UNTIL 6AM.
      </p>
      <PersonSelect label="Who takes it" value={who} onChange={setWho} required data-autofocus />
      <TextInput
        type="datetime-local"
        label="Until"
        required
        value={until}
        onChange={({ currentTarget }) => setUntil(currentTarget.value)}
      />
      <Refused words={take.error && inWords(take.error)} />
      <div className={classes.dialogButtons}>
        <Button type="submit" loading={take.isPending} disabled={!who || end === null}>
          Take the pager
        </Button>
      </div>
    </form>
  );
}
