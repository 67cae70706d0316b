import { Button, Modal, Select } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconPhoneOutgoing } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { usePlaceCall, type CallSubject } from '../api/calls.js';
import { contacts } from '../api/contacts.js';
import { say, sayRefused } from './say.js';
import { useAccount, useCan } from './use-account.js';

interface OfficeCallProps {
  /** As people call them; said while their phone rings. */
  name: string;
  subject: CallSubject;
}

/** Click-to-call: my own phone rings first, then theirs, and they see the number of the business. */
export function OfficeCall({ name, subject }: OfficeCallProps) {
  const [isAsking, setAsking] = useState(false);
  if (!useCan('calls.place')) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconPhoneOutgoing size={16} />} onClick={() => setAsking(true)}>
        Call from our number
      </Button>
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={`Call ${name}`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {isAsking && <WhosePhone name={name} subject={subject} done={() => setAsking(false)} />}
      </Modal>
    </>
  );
}

function WhosePhone({ name, subject, done }: OfficeCallProps & { done: () => void }) {
  const { accountId } = useAccount();
  const { data } = useQuery(contacts(accountId));
  const [desk, setDesk] = useLocalStorage<string | null>({ key: `nd-desk-phone/${accountId}`, defaultValue: null });
  const place = usePlaceCall(accountId);
  const proved = (data ?? []).filter((contact) => contact.isActive && contact.verifiedAt);
  const chosen = proved.find(({ id }) => id === desk);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!chosen) return;
    place.mutate(
      { deskContactId: chosen.id, ...subject },
      {
        onSuccess: () => (done(), say(`${chosen.name}'s phone rings now. Press 1 there to be connected with ${name}.`)),
        onError: sayRefused('The call was not placed'),
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Select
        label="Which phone rings first?"
        description="Verified phones of the team. The customer sees your business's number."
        placeholder={data && proved.length === 0 ? 'Verify a phone under On-call, People' : 'Choose yours'}
        data={proved.map(({ id, name: who }) => ({ value: id, label: who }))}
        value={chosen?.id ?? null}
        onChange={setDesk}
      />
      <Button type="submit" mt="md" loading={place.isPending} disabled={!chosen}>
        Call
      </Button>
    </form>
  );
}
