import { notifications } from '@mantine/notifications';
import { useCorrectCall, type CorrectClass, type Correction } from '../api/corrections.js';
import { inWords } from '../api/problem.js';
import { useAccount } from './use-account.js';

export const CORRECT_CLASSES: { value: CorrectClass; name: string }[] = [
  { value: 'emergency', name: 'Emergency' },
  { value: 'routine', name: 'Routine' },
  { value: 'spam', name: 'Spam' },
];

const nameOf = (wanted: CorrectClass): string => CORRECT_CLASSES.find(({ value }) => value === wanted)?.name ?? wanted;

/** Corrects calls and says of each what came of it. A person's word cannot be deleted, only replaced by the next one. */
export function useCorrection() {
  const { accountId } = useAccount();
  const { mutateAsync, isPending } = useCorrectCall(accountId);
  const correct = (correction: Correction): void =>
    void mutateAsync(correction).then(() => sayNoted(nameOf(correction.classification)), sayRefused);
  return { correct, isPending };
}

function sayNoted(name: string): void {
  notifications.hide('correction');
  notifications.show({
    id: 'correction',
    message: `Noted: this should have been ${name}. The card says so too, and nobody was paged. To take it back, choose another class.`,
  });
}

const sayRefused = (error: unknown): void =>
  void notifications.show({ color: 'red', title: 'The correction was not saved', message: inWords(error) });
