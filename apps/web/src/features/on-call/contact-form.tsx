import { parseE164, spokenForm } from '@domain/phone/e164';
import { Button, Checkbox, Radio, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useSaveContact } from '../../api/contacts.js';
import { inWords } from '../../api/problem.js';
import type { Contact, ContactChannel, PagerLanguage } from '../../api/types.js';
import { say } from '../../components/say.js';
import { useAccount } from '../../components/use-account.js';
import classes from './on-call-page.module.css';
import { phoneError } from './roster-draft.js';
import { Refused } from './span-fields.js';

interface ContactValues {
  name: string;
  phone: string;
  channels: ContactChannel[];
  language: PagerLanguage;
  isActive: boolean;
}

const valuesOf = (contact: Contact | null): ContactValues =>
  contact
    ? {
        name: contact.name,
        phone: spokenForm(contact.phone),
        channels: contact.channels,
        language: contact.language,
        isActive: contact.isActive,
      }
    : { name: '', phone: '', channels: ['voice', 'sms'], language: 'en', isActive: true };

export function ContactForm({ contact, done }: { contact: Contact | null; done: () => void }) {
  const { accountId } = useAccount();
  const save = useSaveContact(accountId);
  const form = useForm<ContactValues>({
    initialValues: valuesOf(contact),
    validate: {
      name: (name) => (name.trim() ? null : 'Write a name'),
      phone: phoneError,
      channels: (channels) => (channels.length > 0 ? null : 'Choose at least one way to reach them'),
    },
  });
  const submit = ({ name, phone, ...rest }: ContactValues): void =>
    save.mutate(
      { id: contact?.id, name: name.trim(), phone: parseE164(phone), ...rest },
      { onSuccess: () => (done(), say(`${name.trim()} is saved.`)) },
    );
  return (
    <form className={classes.dialog} onSubmit={form.onSubmit(submit)} noValidate>
      <TextInput label="Name" autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label="Phone Number"
        type="tel"
        autoComplete="off"
        description={contact ? 'A new number has to be verified again.' : undefined}
        {...form.getInputProps('phone')}
      />
      <Checkbox.Group label="May be reached by" {...form.getInputProps('channels')}>
        <div className={classes.choices}>
          <Checkbox value="voice" label="Calls" />
          <Checkbox value="sms" label="Texts" />
        </div>
      </Checkbox.Group>
      <Radio.Group
        label="Written to and called in"
        description="What they answer is understood in both."
        {...form.getInputProps('language')}
      >
        <div className={classes.choices}>
          <Radio value="en" label="English" />
          <Radio value="es" label="Español" />
        </div>
      </Radio.Group>
      {contact && (
        <Switch
          label="On the team"
          description="Whoever has left is never paged. Past emergencies keep the name."
          {...form.getInputProps('isActive', { type: 'checkbox' })}
        />
      )}
      <Refused words={save.error && inWords(save.error)} />
      <div className={classes.dialogButtons}>
        <Button type="submit" loading={save.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}
