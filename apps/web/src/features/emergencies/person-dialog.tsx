import { Button, Modal, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { contacts } from '../../api/contacts.js';
import type { Contact, IncidentDetail } from '../../api/types.js';
import { phoneInWords } from '../../components/phone-link.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAccount } from '../../components/use-account.js';
import classes from './emergency-page.module.css';

interface PersonDialogProps {
  opened: boolean;
  close: () => void;
  title: string;
  /** What choosing somebody does, said before it is done. */
  says: string;
  action: string;
  incident: IncidentDetail;
  choose: (contactId: string) => void;
}

/** Chooses one person of the team: to page them, or to write down that they have it. */
export function PersonDialog({ opened, close, title, says, action, incident, choose }: PersonDialogProps) {
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <p className={classes.sentence}>{says}</p>
      <PersonForm action={action} incident={incident} choose={choose} />
    </Modal>
  );
}

function PersonForm({ action, incident, choose }: Pick<PersonDialogProps, 'action' | 'incident' | 'choose'>) {
  const { accountId } = useAccount();
  const { data, error, refetch } = useQuery(contacts(accountId));
  const [chosen, setChosen] = useState<string | null>(null);
  const paged = new Set(incident.alerts.filter(({ sentAt }) => sentAt !== null).map(({ contactId }) => contactId));
  if (error) return <ProblemNotice what="The team" error={error} retry={() => void refetch()} />;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) choose(chosen);
      }}
    >
      <Select
        label="Person"
        placeholder={data ? 'Choose somebody' : 'Loading the team'}
        data={(data ?? [])
          .filter(({ isActive }) => isActive)
          .map((one) => ({ value: one.id, label: labelOf(one, paged.has(one.id)) }))}
        value={chosen}
        onChange={setChosen}
        searchable
        data-autofocus
      />
      <div className={classes.buttons}>
        <Button type="submit" disabled={!chosen}>
          {action}
        </Button>
      </div>
    </form>
  );
}

function labelOf(contact: Contact, wasPaged: boolean): string {
  const notes = [...(wasPaged ? ['already paged'] : []), ...contact.missing];
  return `${contact.name}, ${phoneInWords(contact.phone)}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}
