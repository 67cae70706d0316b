import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheckFilled, IconMessageOff, IconPhone } from '@tabler/icons-react';
import { useTestContact } from '../../api/contacts.js';
import { inWords } from '../../api/problem.js';
import type { Contact } from '../../api/types.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './on-call-page.module.css';

export const TEST_WORDS: Record<NonNullable<Contact['testState']>, string> = {
  sent: 'Test text sent, not confirmed by the carrier yet. It asks for the reply OK.',
  delivered: 'Test text delivered. It asks for the reply OK.',
  failed: 'Test text failed: it did not reach this phone.',
};

/** Can this person really be reached? A number nobody has tested is a hope, not a plan. */
export function ContactReadiness({ contact }: { contact: Contact }) {
  const { accountId } = useAccount();
  const mayWrite = useCan('on_call.write');
  const test = useTestContact(accountId);
  return (
    <div className={classes.readiness}>
      <Readiness contact={contact} />
      {mayWrite && !contact.smsOptedOutAt && contact.lineType !== 'landline' && (
        <Button variant="default" size="compact-xs" loading={test.isPending} onClick={() => test.mutate(contact.id)}>
          Send a test text
        </Button>
      )}
      <p className={classes.result} role="status">
        {test.isError ? `Not sent. ${inWords(test.error)}` : contact.testState && TEST_WORDS[contact.testState]}
      </p>
    </div>
  );
}

function Readiness({ contact }: { contact: Contact }) {
  if (contact.smsOptedOutAt)
    return (
      <span className={classes.ready} data-ready="no">
        <IconMessageOff size={15} aria-hidden /> Texts are blocked: {contact.name} replied STOP. Calls still go out.
      </span>
    );
  if (contact.lineType === 'landline')
    return (
      <span className={classes.ready} data-ready={contact.verifiedAt ? 'yes' : 'maybe'}>
        <IconPhone size={15} aria-hidden /> Landline: calls only
        {contact.verifiedAt ? ', confirmed' : '. Never confirmed'}
      </span>
    );
  return contact.verifiedAt ? (
    <span className={classes.ready} data-ready="yes">
      <IconCircleCheckFilled size={15} aria-hidden /> Confirmed
    </span>
  ) : (
    <span className={classes.ready} data-ready="maybe">
      <IconAlertTriangle size={15} aria-hidden /> Never confirmed
    </span>
  );
}
