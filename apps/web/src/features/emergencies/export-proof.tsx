import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconFileCertificate } from '@tabler/icons-react';
import { useProof, type ProofFormat } from '../../api/incidents.js';
import { inWords } from '../../api/problem.js';
import type { IncidentDetail } from '../../api/types.js';
import { saveFile } from '../../components/save-file.js';
import { useAccount } from '../../components/use-account.js';

/** Everything that was done and when, with a checksum: what an owner hands to an insurer or an angry customer. */
export function ExportProof({ incident }: { incident: IncidentDetail }) {
  const { accountId } = useAccount();
  const { mutate, isPending } = useProof(accountId, incident.id);
  const take = (format: ProofFormat): void =>
    mutate(format, {
      onSuccess: (file) => saveFile(file, `emergency-${incident.code}-${incident.openedAt.slice(0, 10)}.${format}`),
      onError: (error) =>
        void notifications.show({ color: 'red', title: 'The proof was not saved', message: inWords(error) }),
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={isPending}
          leftSection={<IconFileCertificate size={16} />}
          rightSection={<IconChevronDown size={14} />}
        >
          Export proof
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => take('pdf')}>PDF to print or send</Menu.Item>
        <Menu.Item onClick={() => take('json')}>JSON with its checksum</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
