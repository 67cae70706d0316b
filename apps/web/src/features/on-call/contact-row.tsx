import { Button } from '@mantine/core';
import { useTestContact, useTextCard } from '../../api/contacts.js';
import { inWords } from '../../api/problem.js';
import type { Contact } from '../../api/types.js';
import { PhoneLink } from '../../components/phone-link.js';
import { say, sayRefused } from '../../components/say.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { TEST_WORDS } from './contact-readiness.js';
import { ReadyMark } from './now-card.js';
import classes from './on-call-page.module.css';

const LINE: Record<Contact['lineType'], string> = {
  mobile: 'mobile',
  landline: 'landline: calls only',
  fixed_voip: 'internet phone',
  non_fixed_voip: 'internet phone',
  toll_free: 'toll-free number',
  unknown: '',
};

interface ContactRowProps {
  contact: Contact;
  edit: () => void;
  verify: () => void;
}

export function ContactRow({ contact, edit, verify }: ContactRowProps) {
  const { accountId } = useAccount();
  const test = useTestContact(accountId);
  const about = [
    ...[channelsOf(contact), LINE[contact.lineType], contact.language === 'es' ? 'in Spanish' : ''],
    contact.isActive ? '' : 'has left the team',
  ];
  return (
    <li className={classes.line}>
      <span className={classes.lineWords}>
        <span className={classes.person}>
          <strong>{contact.name}</strong>
          <PhoneLink phone={contact.phone} />
          <ReadyMark contact={contact} />
        </span>
        <span className="nd-muted">{about.filter(Boolean).join(', ')}</span>
        <span className={classes.result} role="status">
          {test.isError ? `Not sent. ${inWords(test.error)}` : contact.testState && TEST_WORDS[contact.testState]}
        </span>
      </span>
      <ContactButtons
        contact={contact}
        edit={edit}
        verify={verify}
        test={() => test.mutate(contact.id)}
        isTesting={test.isPending}
      />
    </li>
  );
}

/** What is switched on and can arrive; a landline says so by itself. */
function channelsOf({ channels, lineType }: Contact): string {
  if (channels.length === 0) return 'no channel';
  if (lineType === 'landline') return '';
  return channels.map((one) => (one === 'sms' ? 'texts' : 'calls')).join(' and ');
}

interface ContactButtonsProps extends ContactRowProps {
  test: () => void;
  isTesting: boolean;
}

function ContactButtons({ contact, edit, verify, test, isTesting }: ContactButtonsProps) {
  const { accountId } = useAccount();
  const mayWrite = useCan('on_call.write');
  const card = useTextCard(accountId);
  const sendCard = (): void =>
    card.mutate(contact.id, {
      onSuccess: () => say(`${contact.name} gets a text with our number to save.`),
      onError: sayRefused('The card was not sent'),
    });
  if (!mayWrite) return null;
  const small = { variant: 'default', size: 'compact-sm', className: classes.small } as const;
  const mayText = contact.isActive && !contact.smsOptedOutAt && contact.lineType !== 'landline';
  return (
    <div className={classes.buttons}>
      {mayText && (
        <Button {...small} loading={isTesting} aria-label={`Send ${contact.name} a test text`} onClick={test}>
          Test text
        </Button>
      )}
      {contact.isActive && !contact.verifiedAt && (
        <Button {...small} aria-label={`Verify ${contact.name}'s phone`} onClick={verify}>
          Verify
        </Button>
      )}
      {mayText && (
        <Button
          {...small}
          loading={card.isPending}
          aria-label={`Text our number to ${contact.name}`}
          onClick={sendCard}
        >
          Text our number
        </Button>
      )}
      <Button {...small} aria-label={`Change ${contact.name}`} onClick={edit}>
        Change
      </Button>
    </div>
  );
}
