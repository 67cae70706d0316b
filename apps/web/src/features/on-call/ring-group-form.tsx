import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { inWords } from '../../api/problem.js';
import { useSaveRingGroup } from '../../api/ring-groups.js';
import type { RingGroup } from '../../api/types.js';
import { say } from '../../components/say.js';
import { useAccount } from '../../components/use-account.js';
import classes from './on-call-page.module.css';
import { PeopleInOrder } from './people-in-order.js';
import { Refused } from './span-fields.js';

export function RingGroupForm({ group, done }: { group: RingGroup | null; done: () => void }) {
  const { accountId } = useAccount();
  const save = useSaveRingGroup(accountId);
  const [name, setName] = useState(group?.name ?? '');
  const [people, setPeople] = useState(group?.contactIds ?? []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(
      { id: group?.id, name: name.trim(), contactIds: people },
      { onSuccess: () => (done(), say(`${name.trim()} is saved.`)) },
    );
  };
  return (
    <form className={classes.dialog} onSubmit={submit}>
      <TextInput
        label="Name"
        placeholder="Plumbers"
        maxLength={60}
        required
        data-autofocus
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <PeopleInOrder label="People, in the order they are rung" people={people} change={setPeople} />
      <Refused words={save.error && inWords(save.error)} />
      <div className={classes.dialogButtons}>
        <Button type="submit" loading={save.isPending} disabled={!name.trim() || people.length === 0}>
          Save
        </Button>
      </div>
    </form>
  );
}
