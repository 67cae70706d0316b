import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPencil } from '@tabler/icons-react';
import { useCorrectCall } from '../api/calls.js';
import { inWords } from '../api/problem.js';
import { useAccount, useCan } from './use-account.js';

const CLASSES = [
  { value: 'emergency', name: 'Emergency' },
  { value: 'routine', name: 'Routine' },
  { value: 'spam', name: 'Spam' },
] as const;

/** Only a person may lower a class; what a person says here also becomes a test for the rules. */
export function Correction({ callId, now }: { callId: string; now: string | null }) {
  const { accountId } = useAccount();
  const mayCorrect = useCan('calls.correct');
  const { mutate, isPending } = useCorrectCall(accountId, callId);
  if (!mayCorrect) return null;
  const correct = (classification: 'emergency' | 'routine' | 'spam', name: string): void =>
    mutate(classification, {
      onSuccess: () =>
        void notifications.show({ message: `Noted: this should have been ${name}. The rules are checked against it.` }),
      onError: (error) =>
        void notifications.show({ color: 'red', title: 'The correction was not saved', message: inWords(error) }),
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          loading={isPending}
          leftSection={<IconPencil size={13} />}
        >
          Correct it
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>This should have been</Menu.Label>
        {CLASSES.filter(({ value }) => value !== now).map(({ value, name }) => (
          <Menu.Item key={value} onClick={() => correct(value, name)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
