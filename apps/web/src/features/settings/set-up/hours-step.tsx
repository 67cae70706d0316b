import { hoursProblems } from '@domain/hours/check-hours';
import { Checkbox } from '@mantine/core';
import { useForm } from '@mantine/form';
import stack from '../../../components/form-stack.module.css';
import { ClosuresFields } from '../closures-fields.js';
import { HoursGrid } from '../hours-grid.js';
import { ContinueButton } from './continue-button.js';
import type { StepProps } from './step-props.js';
import { useStep } from './use-step.js';

export function HoursStep({ config, profile, next }: StepProps) {
  const { keep, isSaving } = useStep(next);
  const { hours, closures, alwaysActive } = config;
  const form = useForm({ initialValues: structuredClone({ hours, closures, alwaysActive }) });
  const problems = hoursProblems(form.values.hours, form.values.closures);
  const save = (change: typeof form.values): void =>
    keep({ config: { basedOn: config.version, change }, confirms: 'hours' });
  return (
    <form
      className={stack.stack}
      onSubmit={form.onSubmit((values) => {
        if (problems.length === 0) save(values);
      })}
      noValidate
    >
      <p className={stack.note}>
        All times are {profile.timeZone.replaceAll('_', ' ')} time; change the zone under Business.
      </p>
      <HoursGrid hours={form.values.hours} change={(value) => form.setFieldValue('hours', value)} />
      {problems.length > 0 && (
        <ul className={stack.problem} role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <Checkbox
        label="Always active (AI answers even during business hours)"
        {...form.getInputProps('alwaysActive', { type: 'checkbox' })}
      />
      <ClosuresFields days={form.values.closures} change={(value) => form.setFieldValue('closures', value)} />
      <ContinueButton saving={isSaving}>These are right, continue</ContinueButton>
    </form>
  );
}
