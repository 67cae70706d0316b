import { useForm } from '@mantine/form';
import stack from '../../../components/form-stack.module.css';
import { ComplianceFields, type ComplianceValues } from '../compliance-fields.js';
import { ContinueButton } from './continue-button.js';
import type { StepProps } from './step-props.js';
import { useStep } from './use-step.js';

export function ComplianceStep({ config, next }: StepProps) {
  const { keep, isSaving } = useStep(next);
  const { recordingNotice, aiDisclosure } = config;
  const form = useForm<ComplianceValues>({ initialValues: { recordingNotice, aiDisclosure } });
  return (
    <form
      className={stack.stack}
      onSubmit={form.onSubmit((change) =>
        keep({ config: { basedOn: config.version, change }, confirms: 'compliance' }),
      )}
      noValidate
    >
      <ComplianceFields value={form.values} change={(value) => form.setValues(value)} />
      <ContinueButton saving={isSaving}>I have read this, continue</ContinueButton>
    </form>
  );
}
