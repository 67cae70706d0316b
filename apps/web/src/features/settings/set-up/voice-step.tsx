import { useForm } from '@mantine/form';
import stack from '../../../components/form-stack.module.css';
import { GreetingFields, type Persona } from '../greeting-fields.js';
import { validatePersona } from '../settings-draft.js';
import { ContinueButton } from './continue-button.js';
import type { StepProps } from './step-props.js';
import { useStep } from './use-step.js';

export function VoiceStep({ config, next }: StepProps) {
  const { keep, isSaving } = useStep(next);
  const { aiName, voiceId, greeting } = config;
  const form = useForm<Persona>({ initialValues: { aiName, voiceId, greeting }, validate: validatePersona });
  return (
    <form
      className={stack.stack}
      onSubmit={form.onSubmit((change) => keep({ config: { basedOn: config.version, change }, confirms: 'voice' }))}
      noValidate
    >
      <GreetingFields value={form.values} change={(value) => form.setValues(value)} problems={form.errors} />
      <ContinueButton saving={isSaving}>This is how we greet, continue</ContinueButton>
    </form>
  );
}
