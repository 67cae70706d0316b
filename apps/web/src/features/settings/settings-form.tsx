import { Checkbox, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useSaveConfig } from '../../api/config.js';
import { inWords, isStale } from '../../api/problem.js';
import type { Config } from '../../api/types.js';
import { PageCard } from '../../components/page-frame.js';
import { SaveBar } from '../../components/save-bar.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { HoursGrid } from './hours-grid.js';
import { greetingPieces, validateSettings, valuesOf, type SettingsValues } from './settings-draft.js';
import classes from './settings-page.module.css';

type SettingsFormState = UseFormReturnType<SettingsValues>;

export function SettingsForm({ config }: { config: Config }) {
  const { accountId } = useAccount();
  const mayWrite = useCan('config.write');
  const [basedOn, setBasedOn] = useState(config.version);
  const form = useForm<SettingsValues>({ initialValues: valuesOf(config), validate: validateSettings });
  const { mutate, isPending } = useSaveConfig(accountId);
  // Our own switch above moves the version on; as long as nothing is typed here the newest one is the base.
  if (!form.isDirty() && basedOn !== config.version) {
    setBasedOn(config.version);
    form.setInitialValues(valuesOf(config));
    form.setValues(valuesOf(config));
  }
  const save = (change: SettingsValues): void =>
    mutate(
      { version: basedOn, change },
      {
        onSuccess: (saved) => {
          form.setInitialValues(valuesOf(saved));
          form.reset();
          notifications.show({ message: 'Saved. The next call follows the new settings.' });
        },
        onError: (error) =>
          void notifications.show({
            color: 'red',
            title: isStale(error) ? 'Somebody else changed the settings meanwhile' : 'The settings were not saved',
            message: isStale(error)
              ? 'Reload the page to see their version; yours is still in the fields.'
              : inWords(error),
          }),
      },
    );
  return (
    <form onSubmit={form.onSubmit(save)} noValidate>
      <fieldset disabled={!mayWrite} className={classes.stack}>
        <HoursCard form={form} />
        <VoiceCard form={form} />
        <KnowledgeCard form={form} />
        <DigestSettings form={form} config={config} />
        <SaveBar shown={form.isDirty()} saving={isPending} discard={() => form.reset()} />
      </fieldset>
    </form>
  );
}

const HoursCard = ({ form }: { form: SettingsFormState }) => (
  <PageCard title="Office hours">
    <HoursGrid hours={form.values.hours} change={(hours) => form.setFieldValue('hours', hours)} />
    {form.errors.hours && (
      <p className={classes.error} role="alert">
        {form.errors.hours}
      </p>
    )}
    <Checkbox
      mt="md"
      label="Always active (AI answers even during business hours)"
      {...form.getInputProps('alwaysActive', { type: 'checkbox' })}
    />
  </PageCard>
);

const VoiceCard = ({ form }: { form: SettingsFormState }) => (
  <PageCard title="Voice Agent Setup">
    <div className={classes.fields}>
      <TextInput label="Agent Name" maw={240} maxLength={40} {...form.getInputProps('aiName')} />
      <Textarea label="Greeting" autosize minRows={2} maxLength={600} {...form.getInputProps('greeting')} />
      <p className={classes.greeting} aria-label="The greeting with its merge fields">
        {greetingPieces(form.values.greeting).map((piece, index) =>
          piece.isField ? (
            <code key={index} className={classes.field}>
              {piece.text}
            </code>
          ) : (
            piece.text
          ),
        )}
      </p>
    </div>
  </PageCard>
);

const KnowledgeCard = ({ form }: { form: SettingsFormState }) => (
  <PageCard title="Services & Knowledge">
    <div className={classes.fields}>
      <TagsInput label="Services offered" description="Press Enter after each." {...form.getInputProps('services')} />
      <Textarea
        label="Additional instructions"
        description="Specifics the agent should know. Safety instructions cannot be changed here."
        placeholder={'"We don\'t do commercial work", "Our minimum service call is $89"'}
        autosize
        minRows={3}
        maxLength={2000}
        {...form.getInputProps('additionalInstructions')}
      />
      <TagsInput
        label="Your own emergency phrases"
        description="They add to the built-in rules and can never switch one off."
        {...form.getInputProps('emergencyPhrases')}
      />
    </div>
  </PageCard>
);

const CHANNELS = [
  { value: 'slack', label: 'Slack' },
  { value: 'sms', label: 'Text message' },
  { value: 'email', label: 'E-mail' },
];

const DigestSettings = ({ form, config }: { form: SettingsFormState; config: Config }) => (
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
      {form.values.digestChannel === 'slack' && !config.digestSlackWebhookSet && (
        <p className={classes.error}>Slack has no webhook yet, so the digest could not be sent there.</p>
      )}
    </div>
  </PageCard>
);
