import { Select, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { PageCard } from '../../components/page-frame.js';
import type { HoursValues } from './settings-draft.js';
import classes from './settings-page.module.css';

const CHANNELS = [
  { value: 'slack', label: 'Slack' },
  { value: 'sms', label: 'Text message' },
  { value: 'email', label: 'E-mail' },
];

interface DigestCardProps {
  form: UseFormReturnType<HoursValues>;
  hasSlack: boolean;
}

export const DigestCard = ({ form, hasSlack }: DigestCardProps) => (
  <PageCard title="Morning digest">
    <div className={classes.fields}>
      <Switch
        label="Send a digest every morning"
        description="It is always readable in the app, sent or not."
        {...form.getInputProps('digestEnabled', { type: 'checkbox' })}
      />
      <div className={classes.row}>
        <Select label="Channel" data={CHANNELS} w={200} {...form.getInputProps('digestChannel')} />
        <TextInput label="At" type="time" w={140} {...form.getInputProps('digestTime')} />
      </div>
      <DigestPlace form={form} hasSlack={hasSlack} />
    </div>
  </PageCard>
);

/** Where the chosen channel leads. */
function DigestPlace({ form, hasSlack }: DigestCardProps) {
  const { digestChannel, digestEmail, digestPhone, digestSlackWebhook } = form.values;
  if (digestChannel === 'email')
    return (
      <TextInput
        label="E-mail address"
        type="email"
        autoComplete="email"
        maw={420}
        error={form.errors.digestEmail}
        value={digestEmail ?? ''}
        onChange={(event) => form.setFieldValue('digestEmail', event.currentTarget.value || null)}
      />
    );
  if (digestChannel === 'sms')
    return (
      <TextInput
        label="Mobile number"
        description="Gets the counts and a link. The line must be registered for texting."
        type="tel"
        autoComplete="tel"
        maw={260}
        error={form.errors.digestPhone}
        value={digestPhone ?? ''}
        onChange={(event) => form.setFieldValue('digestPhone', event.currentTarget.value || null)}
      />
    );
  return (
    <TextInput
      label="Slack webhook"
      description={
        hasSlack ? 'One is set. Paste another to replace it.' : 'None is set yet, so nothing can be sent there.'
      }
      placeholder="https://hooks.slack.com/services/…"
      maw={520}
      value={digestSlackWebhook ?? ''}
      onChange={(event) => form.setFieldValue('digestSlackWebhook', event.currentTarget.value || undefined)}
    />
  );
}
