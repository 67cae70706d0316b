import { Button, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { inWords } from '../../api/problem.js';
import { useAddOverride } from '../../api/schedule.js';
import { serverNow } from '../../api/server-clock.js';
import type { Layer } from '../../api/types.js';
import { say } from '../../components/say.js';
import { localInput } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import type { CoverAsk } from './cover-ask.js';
import classes from './on-call-page.module.css';
import { PersonSelect } from './person-select.js';
import { readSpan, Refused, SpanFields, type LocalSpan } from './span-fields.js';

const NIGHT_MS = 12 * 3_600_000;

interface CoverFormProps {
  given: Extract<CoverAsk, { kind: 'cover' }>;
  layers: Layer[];
  done: () => void;
}

/** An override: somebody steps in for a person, or takes a whole layer, until it ends by itself. */
export function CoverForm({ given, layers, done }: CoverFormProps) {
  const { accountId, timeZone } = useAccount();
  const add = useAddOverride(accountId);
  const [span, setSpan] = useState<LocalSpan>(() => spanOf(timeZone, given));
  const [who, setWho] = useState<string | null>(null);
  const [instead, setInstead] = useState<string | null>(given.outContactId ?? null);
  const [layerId, setLayerId] = useState<string | null>(given.layerId ?? null);
  const [reason, setReason] = useState('');
  const times = readSpan(timeZone, span);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!who || typeof times === 'string') return;
    add.mutate(
      {
        inContactId: who,
        ...times,
        ...(instead && { outContactId: instead }),
        ...(layerId && layerId !== 'roster' && { layerId }),
        ...(reason.trim() && { reason: reason.trim() }),
      },
      { onSuccess: () => (done(), say('Saved. Everybody concerned gets a text.')) },
    );
  };
  return (
    <form className={classes.dialog} onSubmit={save}>
      <PersonSelect label="Who covers" value={who} onChange={setWho} required data-autofocus />
      <PersonSelect
        label="For whom"
        placeholder="Whoever is on call"
        clearable
        clearButtonProps={{ 'aria-label': 'Whoever is on call' }}
        value={instead}
        onChange={setInstead}
      />
      {layers.length > 1 && (
        <Select
          label="In which layer"
          placeholder="The one that is paged first"
          clearable
          clearButtonProps={{ 'aria-label': 'The one that is paged first' }}
          data={layers.map(({ id, name }) => ({ value: id, label: name }))}
          value={layerId}
          onChange={setLayerId}
        />
      )}
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

/** What was clicked, but never the past; without anything the next twelve hours. */
function spanOf(zone: string, { startsAt, endsAt }: CoverFormProps['given']): LocalSpan {
  const from = Math.max(serverNow(), startsAt ? Date.parse(startsAt) : 0);
  return { from: localInput(zone, from), to: localInput(zone, endsAt ? Date.parse(endsAt) : from + NIGHT_MS) };
}
