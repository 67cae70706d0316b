import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inWords } from '../../api/problem.js';
import { quietHours, useSaveQuietHours } from '../../api/schedule.js';
import type { QuietHours } from '../../api/types.js';
import { ListStates } from '../../components/list-states.js';
import { PageCard } from '../../components/page-frame.js';
import { say } from '../../components/say.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './on-call-page.module.css';
import { Refused } from './span-fields.js';

/** An emergency rings at any hour; news about the plan does not have to. */
export function QuietHoursCard() {
  const { accountId } = useAccount();
  const query = useQuery(quietHours(accountId));
  return (
    <PageCard title="Quiet hours">
      <p className={classes.sentence}>
        Somebody who does not confirm a shift is reported to the next in line, but not while people sleep: that waits
        until these hours are over. Emergencies are paged at any hour.
      </p>
      <ListStates query={query} what="The quiet hours" rows={1} isEmpty={false} empty={null}>
        {query.data && <Hours saved={query.data} />}
      </ListStates>
    </PageCard>
  );
}

function Hours({ saved }: { saved: QuietHours }) {
  const { accountId } = useAccount();
  const mayWrite = useCan('on_call.write');
  const save = useSaveQuietHours(accountId);
  const [edited, setEdited] = useState<QuietHours | null>(null);
  const hours = edited ?? saved;
  const hasChanged = hours.from !== saved.from || hours.to !== saved.to;
  const set = (side: keyof QuietHours, time: string): void => setEdited({ ...hours, [side]: time });
  const submit = (): void =>
    save.mutate(hours, { onSuccess: () => (setEdited(null), say('The quiet hours are saved.')) });
  return (
    <form className={classes.times} onSubmit={(event) => (event.preventDefault(), submit())}>
      {(['from', 'to'] as const).map((side) => (
        <TextInput
          key={side}
          type="time"
          label={side === 'from' ? 'From' : 'Until'}
          required
          withAsterisk={false}
          readOnly={!mayWrite}
          value={hours[side]}
          onChange={(event) => set(side, event.currentTarget.value)}
        />
      ))}
      {mayWrite && (
        <Button type="submit" variant="default" loading={save.isPending} disabled={!hasChanged}>
          Set quiet hours
        </Button>
      )}
      {hours.from === hours.to && <p className="nd-faint">No quiet hours: the next in line is told at once.</p>}
      <Refused words={save.error && inWords(save.error)} />
    </form>
  );
}
