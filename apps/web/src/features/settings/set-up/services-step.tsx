import { useForm } from '@mantine/form';
import type { SaveConfig } from '../../../api/types.js';
import stack from '../../../components/form-stack.module.css';
import { ServicesFields } from '../services-fields.js';
import { ContinueButton } from './continue-button.js';
import type { StepProps } from './step-props.js';
import { useStep } from './use-step.js';

export function ServicesStep({ config, next }: StepProps) {
  const { keep, isSaving } = useStep(next);
  const form = useForm({
    initialValues: { trades: config.trades, services: config.services },
    validate: {
      trades: (value) => (value.length > 0 ? null : 'Choose at least one trade'),
      services: (value) => (value.length > 0 ? null : 'Choose at least one service'),
    },
  });
  return (
    <form
      className={stack.stack}
      onSubmit={form.onSubmit(({ trades, services }) =>
        keep({ config: { basedOn: config.version, change: { trades: trades as SaveConfig['trades'], services } } }),
      )}
      noValidate
    >
      <ServicesFields
        value={form.values}
        change={(value) => form.setValues(value)}
        problems={{ trades: form.errors.trades, services: form.errors.services }}
      />
      <ContinueButton saving={isSaving} />
    </form>
  );
}
