import { Button, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { IncidentAction } from '../../api/incidents.js';
import classes from './emergency-page.module.css';

interface ResolveValues {
  outcome: string;
  dollars: number | string;
}

interface ResolveFormProps {
  resolve: (action: IncidentAction) => void;
  isPending: boolean;
}

export function ResolveForm({ resolve, isPending }: ResolveFormProps) {
  const form = useForm<ResolveValues>({ initialValues: { outcome: '', dollars: '' } });
  const submit = ({ outcome, dollars }: ResolveValues): void =>
    resolve({
      kind: 'resolve',
      ...(outcome.trim() && { outcome: outcome.trim() }),
      ...(dollars !== '' && { jobValueCents: Math.round(Number(dollars) * 100) }),
    });
  return (
    <form className={classes.form} onSubmit={form.onSubmit(submit)}>
      <TextInput
        label="Outcome"
        placeholder="Burst fitting replaced"
        maxLength={500}
        data-autofocus
        {...form.getInputProps('outcome')}
      />
      <NumberInput
        label="Job value"
        description="Shown in the digest as revenue that can be attributed to this night. Leave it empty if you do not know yet."
        prefix="$"
        thousandSeparator=","
        min={0}
        decimalScale={2}
        hideControls
        {...form.getInputProps('dollars')}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={isPending}>
          Resolve
        </Button>
      </div>
    </form>
  );
}
