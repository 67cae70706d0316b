import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import stack from '../../../components/form-stack.module.css';
import { STATES, timeZonesWith } from '../../../components/places-of-america.js';
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
      <TextInput
        label="Owner's first name"
        description="The greeting says it: “… Dave's after-hours assistant”."
        maxLength={80}
        {...form.getInputProps('ownerName')}
      />
      <TextInput
        label="The number your customers call today"
        type="tel"
        autoComplete="tel"
        placeholder="(312) 555-0100"
        {...form.getInputProps('businessNumber')}
      />
      <div className={stack.row}>
        <Select label="State" placeholder="Choose" data={STATES} searchable w={220} {...form.getInputProps('state')} />
        <Select
          label="Time zone"
          data={timeZonesWith(profile.timeZone)}
          searchable
          w={250}
          {...form.getInputProps('timeZone')}
        />
      </div>
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
