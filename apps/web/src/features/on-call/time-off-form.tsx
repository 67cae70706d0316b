import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { inWords } from '../../api/problem.js';
import { useAddTimeOff } from '../../api/schedule.js';
import { serverNow } from '../../api/server-clock.js';
import { say } from '../../components/say.js';
import { localInput } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import classes from './on-call-page.module.css';
import { PersonSelect } from './person-select.js';
import { readSpan, Refused, SpanFields, type LocalSpan } from './span-fields.js';

const DAY_MS = 86_400_000;

/** While somebody is away the next of the layer stands in; nobody has to rewrite the rotation. */
export function TimeOffForm({ done }: { done: () => void }) {
  const { accountId, timeZone } = useAccount();
  const add = useAddTimeOff(accountId);
  const [who, setWho] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [span, setSpan] = useState<LocalSpan>(() => ({
    from: localInput(timeZone, serverNow()),
    to: localInput(timeZone, serverNow() + DAY_MS),
  }));
  const times = readSpan(timeZone, span);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!who || typeof times === 'string') return;
    add.mutate(
      { contactId: who, ...times, ...(reason.trim() && { reason: reason.trim() }) },
      { onSuccess: () => (done(), say('Saved. The next person of the layer stands in.')) },
    );
  };
  return (
    <form className={classes.dialog} onSubmit={save}>
      <PersonSelect label="Who is away" value={who} onChange={setWho} required data-autofocus />
      <SpanFields span={span} change={setSpan} error={typeof times === 'string' ? times : null} />
      <TextInput
        label="Reason"
        description="Optional. The team sees it in the calendar."
        maxLength={200}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Refused words={add.error && inWords(add.error)} />
      <div className={classes.dialogButtons}>
        <Button type="submit" loading={add.isPending} disabled={!who || typeof times === 'string'}>
          Save
        </Button>
      </div>
    </form>
  );
}
