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
      {form.values.digestChannel === 'slack' && !hasSlack && (
        <p className={classes.error}>Slack has no webhook yet, so the digest could not be sent there.</p>
      )}
    </div>
  </PageCard>
);
