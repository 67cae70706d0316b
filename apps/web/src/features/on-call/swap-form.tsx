import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { inWords } from '../../api/problem.js';
import { shifts as shiftsQuery, useSwapShifts } from '../../api/schedule.js';
import { serverNow } from '../../api/server-clock.js';
import type { Shift } from '../../api/types.js';
import { say } from '../../components/say.js';
import { dayAndTime } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import classes from './on-call-page.module.css';
import { Refused } from './span-fields.js';
import { spanWords } from './span-words.js';

const WEEKS_MS = 28 * 86_400_000;
const HOUR_MS = 3_600_000;

/** Two people trade shifts: each takes the other's, and the rotation behind it does not change. */
export function SwapForm({ shift, done }: { shift: Shift; done: () => void }) {
  const { accountId, timeZone } = useAccount();
  // To the hour, so that a second drawing asks for the same span again.
  const [from] = useState(() => Math.floor(serverNow() / HOUR_MS) * HOUR_MS);
  const { data } = useQuery(
    shiftsQuery(accountId, new Date(from).toISOString(), new Date(from + WEEKS_MS).toISOString()),
  );
  const swap = useSwapShifts(accountId);
  const [chosen, setChosen] = useState<string | null>(null);
  const others = (data ?? []).filter((one) => one.contactId !== shift.contactId);
  const other = others.find((one) => keyOf(one) === chosen);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!other) return;
    swap.mutate(
      { one: sideOf(shift), other: sideOf(other) },
      { onSuccess: () => (done(), say('Swapped. Both get a text.')) },
    );
  };
  return (
    <form className={classes.dialog} onSubmit={save}>
      <p className={classes.sentence}>
        {shift.personName} gives away {spanWords(timeZone, shift.startsAt, shift.endsAt)} and takes the shift you
        choose.
      </p>
      <Select
        label="In exchange for"
        placeholder={data ? 'Choose a shift' : 'Loading the next four weeks'}
        nothingFoundMessage="Nobody else has a shift in the next four weeks"
        searchable
        data={others.map((one) => ({
          value: keyOf(one),
          label: `${one.personName}: ${dayAndTime(timeZone, Date.parse(one.startsAt), serverNow())} to ${dayAndTime(timeZone, Date.parse(one.endsAt), serverNow())}`,
        }))}
        value={chosen}
        onChange={setChosen}
        data-autofocus
      />
      {data && others.length === 0 && (
        <p className={classes.sentence}>
          Nobody else has a shift in the next four weeks. Let somebody cover this one instead.
        </p>
      )}
      <Refused words={swap.error && inWords(swap.error)} />
      <div className={classes.dialogButtons}>
        <Button type="submit" loading={swap.isPending} disabled={!other}>
          Swap
        </Button>
      </div>
    </form>
  );
}

const keyOf = ({ layerId, contactId, startsAt }: Shift): string => `${layerId}/${contactId}/${startsAt}`;

/** What has begun is swapped from now on. */
const sideOf = ({ contactId, startsAt, endsAt }: Shift) => ({
  contactId,
  startsAt: new Date(Math.max(Date.parse(startsAt), serverNow())).toISOString(),
  endsAt,
});
