import { Button, Modal } from '@mantine/core';
import { IconAddressBook, IconDownload, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { contacts, useDownloadCard } from '../../api/contacts.js';
import type { Contact } from '../../api/types.js';
import { Empty } from '../../components/empty.js';
import { ListStates } from '../../components/list-states.js';
import { PageCard } from '../../components/page-frame.js';
import { saveFile } from '../../components/save-file.js';
import { sayRefused } from '../../components/say.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { ContactForm } from './contact-form.js';
import { ContactRow } from './contact-row.js';
import classes from './on-call-page.module.css';
import { VerifyDialog } from './verify-dialog.js';

type Asked = { kind: 'edit'; contact: Contact | null } | { kind: 'verify'; contact: Contact } | null;

/** Contacts are phones to wake, not logins. The ones who have left stay at the end: old emergencies name them. */
export function ContactsCard() {
  const { accountId } = useAccount();
  const list = useQuery(contacts(accountId));
  const [asked, setAsked] = useState<Asked>(null);
  const close = (): void => setAsked(null);
  const people = [...(list.data ?? [])].sort((a, b) => Number(b.isActive) - Number(a.isActive));
  return (
    <PageCard title="Contacts" aside={<CardButtons add={() => setAsked({ kind: 'edit', contact: null })} />} flush>
      <ListStates query={list} what="The contacts" rows={4} isEmpty={people.length === 0} empty={<NoContacts />}>
        <ul>
          {people.map((contact) => (
            <ContactRow
              key={contact.id}
              contact={contact}
              edit={() => setAsked({ kind: 'edit', contact })}
              verify={() => setAsked({ kind: 'verify', contact })}
            />
          ))}
        </ul>
      </ListStates>
      <Modal
        opened={asked?.kind === 'edit'}
        onClose={close}
        title={asked?.contact ? `Change ${asked.contact.name}` : 'Add a contact'}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {asked?.kind === 'edit' && <ContactForm contact={asked.contact} done={close} />}
      </Modal>
      <VerifyDialog contact={asked?.kind === 'verify' ? asked.contact : null} close={close} />
    </PageCard>
  );
}

const NoContacts = () => (
  <Empty icon={IconAddressBook} title="No contacts yet">
    Whoever is named in the team stands here, with the state of their phone.
  </Empty>
);

function CardButtons({ add }: { add: () => void }) {
  const { accountId } = useAccount();
  const mayWrite = useCan('on_call.write');
  const { mutate, isPending } = useDownloadCard(accountId);
  const download = (): void =>
    mutate(undefined, {
      onSuccess: (file) => saveFile(file, 'nightdesk.vcf'),
      onError: sayRefused('The contact card was not saved'),
    });
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        size="compact-sm"
        loading={isPending}
        leftSection={<IconDownload size={14} />}
        onClick={download}
      >
        Our number (vCard)
      </Button>
      {mayWrite && (
        <Button variant="default" size="compact-sm" leftSection={<IconUserPlus size={14} />} onClick={add}>
          Add a contact
        </Button>
      )}
    </div>
  );
}
