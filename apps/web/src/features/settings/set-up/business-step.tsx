import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { OwnerNameField, PlaceFields } from '../../../components/business-fields.js';
import stack from '../../../components/form-stack.module.css';
import { ContinueButton } from './continue-button.js';
import { dialled, isPhone, shownPhone } from './phone-entry.js';
import type { StepProps } from './step-props.js';
import { useStep } from './use-step.js';

export function BusinessStep({ config, profile, next }: StepProps) {
  const { keep, isSaving } = useStep(next);
  const form = useForm({
    initialValues: {
      name: profile.name,
      ownerName: config.ownerName,
      businessNumber: shownPhone(config.businessNumber),
      state: profile.state ?? '',
      timeZone: profile.timeZone,
      serviceArea: config.serviceArea,
    },
    validate: {
      name: (value) => (value.trim() ? null : 'Write the name callers know'),
      ownerName: (value) => (value.trim() ? null : "Write the owner's first name"),
      businessNumber: (value) => (isPhone(value) ? null : 'Write ten digits, such as (312) 555-0100'),
      state: (value) => (value ? null : 'Choose your state'),
    },
  });
  const save = ({ name, state, timeZone, ownerName, businessNumber, serviceArea }: typeof form.values): void =>
    keep({
      config: {
        basedOn: config.version,
        change: { ownerName: ownerName.trim(), businessNumber: dialled(businessNumber), serviceArea },
      },
      profile: { name: name.trim(), timeZone, state },
    });
  return (
    <form className={stack.stack} onSubmit={form.onSubmit(save)} noValidate>
      <TextInput label="Business name" autoComplete="organization" maxLength={120} {...form.getInputProps('name')} />
      <OwnerNameField input={form.getInputProps('ownerName')} />
      <TextInput
        label="The number your customers call today"
        type="tel"
        autoComplete="tel"
        placeholder="(312) 555-0100"
        {...form.getInputProps('businessNumber')}
      />
      <PlaceFields
        state={form.getInputProps('state')}
        timeZone={form.getInputProps('timeZone')}
        currentZone={profile.timeZone}
      />
      <TextInput
        label="Service area (optional)"
        placeholder="Chicago and the western suburbs"
        maxLength={200}
        {...form.getInputProps('serviceArea')}
      />
      <ContinueButton saving={isSaving} />
    </form>
  );
}
