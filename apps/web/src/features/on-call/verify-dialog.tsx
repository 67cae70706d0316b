import { Button, Modal, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useConfirmCode, useSendCode } from '../../api/contacts.js';
import { inWords } from '../../api/problem.js';
import type { Contact, ContactChannel } from '../../api/types.js';
import { phoneInWords } from '../../components/phone-link.js';
import { say } from '../../components/say.js';
import { useAccount } from '../../components/use-account.js';
import classes from './on-call-page.module.css';
import { Refused } from './span-fields.js';

/** Six digits prove that the phone is theirs and that our pages arrive on it. */
export function VerifyDialog({ contact, close }: { contact: Contact | null; close: () => void }) {
  return (
    <Modal
      opened={contact !== null}
      onClose={close}
      title={contact && `Verify ${contact.name}'s phone`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {contact && <VerifyForm contact={contact} done={close} />}
    </Modal>
  );
}

function VerifyForm({ contact, done }: { contact: Contact; done: () => void }) {
  const { accountId } = useAccount();
  const confirm = useConfirmCode(accountId);
  const [sentBy, setSentBy] = useState<ContactChannel | null>(null);
  const [code, setCode] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate(
      { contactId: contact.id, code },
      { onSuccess: () => (done(), say(`${contact.name}'s phone is verified.`)) },
    );
  };
  return (
    <form className={classes.dialog} onSubmit={submit}>
      <p className={classes.sentence}>
        {contact.name} gets six digits on {phoneInWords(contact.phone)} and reads them to you, or texts them back to the
        line. They work for 15 minutes.
      </p>
      <SendButtons contact={contact} sentBy={sentBy} sent={setSentBy} />
      <TextInput
        label="The six digits"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={11}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <Refused words={confirm.error && inWords(confirm.error)} />
      <div className={classes.dialogButtons}>
        <Button type="submit" loading={confirm.isPending} disabled={code.replaceAll(/\D/g, '').length !== 6}>
          Verify
        </Button>
      </div>
    </form>
  );
}

interface SendButtonsProps {
  contact: Contact;
  sentBy: ContactChannel | null;
  sent: (channel: ContactChannel) => void;
}

function SendButtons({ contact, sentBy, sent }: SendButtonsProps) {
  const { accountId } = useAccount();
  const send = useSendCode(accountId);
  const by = (channel: ContactChannel): void =>
    send.mutate({ contactId: contact.id, channel }, { onSuccess: () => sent(channel) });
  return (
    <>
      <div className={classes.buttons}>
        {!contact.smsOptedOutAt && contact.lineType !== 'landline' && (
          <Button variant="default" loading={send.isPending} onClick={() => by('sms')}>
            {sentBy ? 'Text another code' : 'Text the code'}
          </Button>
        )}
        <Button variant="default" loading={send.isPending} onClick={() => by('voice')}>
          Call and read it out
        </Button>
      </div>
      <p className={classes.sentence} role="status">
        {sentBy && !send.error && (sentBy === 'sms' ? 'The code is on its way.' : 'The phone rings now.')}
      </p>
      <Refused words={send.error && inWords(send.error)} />
    </>
  );
}
