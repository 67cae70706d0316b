import { hoursProblems } from '@domain/hours/check-hours';
import type { WeeklyHours } from '@domain/hours/hours.types';
import { Button, Select, TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import type { SpecialDay } from '../../api/types.js';
import stack from '../../components/form-stack.module.css';
import { closureOf, NO_CLOSURE, type ClosureDraft, type ClosureKind } from './closure-draft.js';

const KINDS: { value: ClosureKind; label: string }[] = [
  { value: 'days', label: 'Closed all day' },
  { value: 'hours', label: 'Closed for some hours' },
  { value: 'opening', label: 'Open at other hours' },
];

const NO_WEEK: WeeklyHours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

interface AddClosureProps {
  days: SpecialDay[];
  add: (day: SpecialDay) => void;
}

/** One day or several, whole or from a time to a time. What is wrong is said before it is added. */
export function AddClosure({ days, add }: AddClosureProps) {
  const [draft, setDraft] = useState(NO_CLOSURE);
  const closure = closureOf(draft);
  const [problem] = closure ? hoursProblems(NO_WEEK, [...days, closure]) : [];
  const set = (part: Partial<ClosureDraft>): void => setDraft({ ...draft, ...part });
  const take = (): void => {
    if (closure) add(closure);
    setDraft({ ...NO_CLOSURE, kind: draft.kind });
  };
  return (
    <div className={stack.stack} role="group" aria-label="Add a closure">
      <div className={stack.row}>
        <Select
          label="What"
          data={KINDS}
          w={200}
          value={draft.kind}
          onChange={(kind) => set({ kind: kind as ClosureKind })}
        />
        <Field label="First day" type="date" value={draft.date} change={(date) => set({ date })} />
        <Field
          label="Last day (optional)"
          type="date"
          value={draft.lastDate}
          change={(lastDate) => set({ lastDate })}
        />
        {draft.kind !== 'days' && (
          <>
            <Field label={from(draft)} type="time" value={draft.from} change={(time) => set({ from: time })} />
            <Field label={until(draft)} type="time" value={draft.until} change={(time) => set({ until: time })} />
          </>
        )}
        <Field
          label="Why (optional)"
          placeholder="Company picnic"
          maxLength={80}
          value={draft.name}
          change={(name) => set({ name })}
        />
        <Button variant="default" disabled={!closure || problem !== undefined} onClick={take}>
          Add
        </Button>
      </div>
      <p className={stack.problem} role="status">
        {problem}
      </p>
    </div>
  );
}

/** Hours off run on over the days between; other hours are each day's own. */
const from = ({ kind, lastDate }: ClosureDraft): string =>
  kind === 'opening' ? 'Office opens' : lastDate ? 'Closed from, on the first day' : 'Closed from';
const until = ({ kind, lastDate }: ClosureDraft): string =>
  kind === 'opening' ? 'Office closes' : lastDate ? 'Until, on the last day' : 'Until';

const Field = ({ change, ...props }: TextInputProps & { change: (value: string) => void }) => (
  <TextInput w={200} {...props} onChange={(event) => change(event.currentTarget.value)} />
);
