import { useSaveStep, type StepSave } from '../../../api/onboarding.js';
import { isStale } from '../../../api/problem.js';
import { sayRefused } from '../../../components/say.js';
import { useAccount } from '../../../components/use-account.js';

/** Keeps what a step was given, then goes on; a refusal stays on the step and says why. */
export function useStep(next: () => void): { keep: (save: StepSave) => void; isSaving: boolean } {
  const { accountId } = useAccount();
  const { mutate, isPending } = useSaveStep(accountId);
  const keep = (save: StepSave): void =>
    mutate(save, {
      onSuccess: next,
      onError: (error) =>
        sayRefused(
          isStale(error) ? 'Somebody else changed the settings meanwhile; save once more' : 'This step was not saved',
        )(error),
    });
  return { keep, isSaving: isPending };
}
