import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useExportCorrections } from '../../api/corrections.js';
import { inWords } from '../../api/problem.js';
import { saveFile } from '../../components/save-file.js';
import { useAccount } from '../../components/use-account.js';

/** Your corrections as labelled cases, to keep or to test any triage engine with. */
export function ExportCorrections() {
  const { accountId } = useAccount();
  const { mutate, isPending } = useExportCorrections(accountId);
  const take = (): void =>
    mutate(undefined, {
      onSuccess: (file) => (file.size > 0 ? saveFile(file, 'corrections.jsonl') : sayNone()),
      onError: (error) =>
        void notifications.show({ color: 'red', title: 'The corrections were not saved', message: inWords(error) }),
    });
  return (
    <Button variant="default" loading={isPending} leftSection={<IconDownload size={16} />} onClick={take}>
      Export corrections
    </Button>
  );
}

const sayNone = (): void =>
  void notifications.show({ message: 'There is nothing to export yet: nobody has corrected a call.' });
