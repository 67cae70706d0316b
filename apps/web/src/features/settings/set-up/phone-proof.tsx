import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useConfirmCode, useSendCode } from '../../../api/contacts.js';
import { inWords } from '../../../api/problem.js';
import type { Contact, ContactChannel } from '../../../api/types.js';
import { Badge } from '../../../components/badge.js';
import stack from '../../../components/form-stack.module.css';
import { phoneInWords } from '../../../components/phone-link.js';
import { say, sayRefused } from '../../../components/say.js';
import { useAccount } from '../../../components/use-account.js';

/** A phone that was never reached is no plan for a flooded basement: it hears a code and says it back. */
export function PhoneProof({ contact }: { contact: Contact }) {
  const { accountId } = useAccount();
  const [isSent, setSent] = useState(false);
  const send = useSendCode(accountId);
  const ask = (channel: ContactChannel): void =>
    send.mutate(
      { contactId: contact.id, channel },
      {
        onSuccess: () => {
          setSent(true);
          say(
            channel === 'sms' ? `A code was texted to ${contact.name}.` : `We are calling ${contact.name} with a code.`,
          );
        },
        onError: sayRefused('The code was not sent'),
      },
    );
  return (
    <li className={stack.item} style={{ padding: '10px 0' }}>
      <div className={stack.itemMain}>
        <p>{contact.name}</p>
        <p className="nd-num">{phoneInWords(contact.phone)}</p>
      </div>
      {contact.verifiedAt ? (
        <Badge tone="ok">Verified</Badge>
      ) : (
        <>
          <Button
            variant="default"
            size="xs"
            aria-label={`Call ${contact.name} with a code`}
            loading={send.isPending}
            onClick={() => ask('voice')}
          >
            Call with a code
          </Button>
          <Button
            variant="default"
            size="xs"
            aria-label={`Text ${contact.name} a code`}
            loading={send.isPending}
            onClick={() => ask('sms')}
          >
            Text a code
          </Button>
          {isSent && <CodeEntry contact={contact} />}
        </>
      )}
    </li>
  );
}

function CodeEntry({ contact }: { contact: Contact }) {
  const { accountId } = useAccount();
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const { mutate, isPending, error } = useConfirmCode(accountId);
  const confirm = (): void =>
    mutate(
      { contactId: contact.id, code: code.trim() },
      { onSuccess: () => client.invalidateQueries({ queryKey: [accountId, 'onboarding'] }) },
    );
  return (
    <div className={stack.row} style={{ flexBasis: '100%' }}>
      <TextInput
        label={`The code ${contact.name} got`}
        inputMode="numeric"
        autoComplete="one-time-code"
        w={180}
        value={code}
        error={error && inWords(error)}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button
        aria-label={`Confirm the code of ${contact.name}`}
        loading={isPending}
        disabled={code.trim() === ''}
        onClick={confirm}
      >
        Confirm
      </Button>
    </div>
  );
}
