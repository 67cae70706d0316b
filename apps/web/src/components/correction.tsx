import { Button, Menu } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { CORRECT_CLASSES, useCorrection } from './use-correction.js';
import { useCan } from './use-account.js';

/** Only a person may lower a class; what a person says here also becomes a test for the rules. */
export function Correction({ callId, now }: { callId: string; now: string | null }) {
  const mayCorrect = useCan('calls.correct');
  const { correct, isPending } = useCorrection();
  if (!mayCorrect) return null;
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
        {CORRECT_CLASSES.filter(({ value }) => value !== now).map(({ value, name }) => (
          <Menu.Item key={value} onClick={() => correct({ callId, classification: value })}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
