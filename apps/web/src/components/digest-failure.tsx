import { Button } from '@mantine/core';
import { useRetryDigest } from '../api/digests.js';
import type { Digest } from '../api/types.js';
import { say, sayRefused } from './say.js';
import { useAccount, useCan } from './use-account.js';

const TRIES_BY_ITSELF = 3;

const WHY: Record<string, string> = {
  'no-slack-webhook': 'No Slack webhook is set.',
  'no-email-address': 'No e-mail address is set for it.',
  'no-phone-number': 'No mobile number is set for it.',
  'line-may-not-text': 'Your line is not registered for texting yet.',
  'mail-not-configured': 'This server cannot send e-mail.',
  'phone-not-allowed': 'That number cannot be texted.',
};

/** A digest that was tried and did not get through. */
export const hasFailed = ({ sentAt, attempts }: Digest): boolean => sentAt === null && attempts > 0;

/** Why, and what happens by itself: a channel that is set wrong is not tried again. */
export function failureInWords({ attempts, lastError }: Digest): string {
  const known = lastError === null ? undefined : WHY[lastError];
  if (known) return known;
  const why = lastError ? `The channel answered “${lastError}”.` : '';
  const next =
    attempts < TRIES_BY_ITSELF ? 'It is tried every 15 minutes, three times in all.' : 'It was tried three times.';
  return `${why} ${next}`.trim();
}

/** VTCR 3.2: re-attempts delivery, by the channel that is set now. */
export function RetryDigest({ digest }: { digest: Digest }) {
  const { accountId } = useAccount();
  const mayRetry = useCan('digests.retry');
  const { mutate, isPending } = useRetryDigest(accountId);
  if (!mayRetry) return null;
  const retry = (): void =>
    mutate(digest.id, {
      onSuccess: () => say('The digest is being sent again.'),
      onError: sayRefused('The digest was not sent again'),
    });
  return (
    <Button variant="white" size="xs" loading={isPending} onClick={retry}>
      Retry
    </Button>
  );
}
