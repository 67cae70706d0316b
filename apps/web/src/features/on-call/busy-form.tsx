import { Button, Select } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { inWords } from '../../api/problem.js';
import { useAddBusy } from '../../api/schedule.js';
import { serverNow } from '../../api/server-clock.js';
import { say } from '../../components/say.js';
import { useAccount } from '../../components/use-account.js';
import classes from './on-call-page.module.css';
import { PersonSelect } from './person-select.js';
import { Refused } from './span-fields.js';

const HOUR_MS = 3_600_000;
/** As long as a text may say it; longer is time off, for which somebody else has to stand in. */
const LENGTHS = ['1', '2', '4', '8', '12'].map((hours) => ({
  value: hours,
  label: hours === '1' ? '1 hour' : `${hours} hours`,
}));

/** For somebody whose hands are full: they are paged after everybody else for a while, and the plan stays as it is. */
export function BusyForm({ done }: { done: () => void }) {
  const { accountId } = useAccount();
  const add = useAddBusy(accountId);
  const [who, setWho] = useState<string | null>(null);
  const [hours, setHours] = useState('2');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!who) return;
    add.mutate(
      { contactId: who, endsAt: new Date(serverNow() + Number(hours) * HOUR_MS).toISOString() },
      { onSuccess: () => (done(), say('Saved. Emergencies ring the others first.')) },
    );
  };
  return (
    <form className={classes.dialog} onSubmit={save}>
      <p className={classes.sentence}>
        Others are paged first for a while; where nobody else is free, an emergency still rings this person. Technicians
        can say the same by text: BUSY 2H, and BACK.
      </p>
      <PersonSelect label="Who is busy" value={who} onChange={setWho} required data-autofocus />
      <Select
        label="For how long"
        data={LENGTHS}
        value={hours}
        allowDeselect={false}
        onChange={(value) => value && setHours(value)}
      />
      <Refused words={add.error && inWords(add.error)} />
      <div className={classes.dialogButtons}>
        <Button type="submit" loading={add.isPending} disabled={!who}>
          Save
        </Button>
      </div>
    </form>
  );
}
