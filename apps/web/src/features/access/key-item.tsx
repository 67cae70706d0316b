import { Button } from '@mantine/core';
import { useRevokeKey, useRotateKey } from '../../api/access.js';
import { serverNow } from '../../api/server-clock.js';
import type { ApiKey, NewApiKey } from '../../api/types.js';
import { Badge } from '../../components/badge.js';
import { afterConfirming, type Confirmation } from '../../components/confirmation.js';
import stack from '../../components/form-stack.module.css';
import { say, sayRefused } from '../../components/say.js';
import { ago, shortDay } from '../../components/times.js';
import { useAccount, useCan } from '../../components/use-account.js';

const STATE = {
  active: { word: 'In use', tone: 'ok' },
  replaced: { word: 'Being replaced', tone: 'same_day' },
  revoked: { word: 'Revoked', tone: 'neutral' },
  expired: { word: 'Ran out', tone: 'neutral' },
} as const;

export function KeyItem({ apiKey, show }: { apiKey: ApiKey; show: (fresh: NewApiKey) => void }) {
  const { timeZone } = useAccount();
  const mayManage = useCan('api_keys.manage');
  const { word, tone } = STATE[apiKey.state];
  return (
    <li className={stack.item}>
      <div className={stack.itemMain}>
        <p>{apiKey.name}</p>
        <p>
          <code>{apiKey.start}…</code> · made by {apiKey.makerName} · until{' '}
          {shortDay(timeZone, Date.parse(apiKey.expiresAt))}
        </p>
        <p>
          {apiKey.lastUsedAt ? `Last used ${ago(Date.parse(apiKey.lastUsedAt), serverNow())}` : 'Never used'} ·{' '}
          {apiKey.scopes.join(', ')}
        </p>
      </div>
      <Badge tone={tone}>{word}</Badge>
      {mayManage && apiKey.state === 'active' && <KeyActs apiKey={apiKey} show={show} />}
    </li>
  );
}

function KeyActs({ apiKey, show }: { apiKey: ApiKey; show: (fresh: NewApiKey) => void }) {
  const { accountId } = useAccount();
  const rotate = useRotateKey(accountId);
  const revoke = useRevokeKey(accountId);
  const end = (): void =>
    revoke.mutate(apiKey.keyId, {
      onSuccess: () => say(`“${apiKey.name}” is revoked. It stops working within seconds.`),
      onError: sayRefused('The key was not revoked'),
    });
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-label={`Rotate ${apiKey.name}`}
        loading={rotate.isPending}
        onClick={() => rotate.mutate(apiKey.keyId, { onSuccess: show, onError: sayRefused('The key was not rotated') })}
      >
        Rotate
      </Button>
      <Button
        variant="default"
        size="xs"
        aria-label={`Revoke ${apiKey.name}`}
        loading={revoke.isPending}
        onClick={() => afterConfirming(revoking(apiKey), end)}
      >
        Revoke
      </Button>
    </>
  );
}

const revoking = ({ name, lastUsedAt }: ApiKey): Confirmation => ({
  title: `Revoke “${name}”?`,
  consequences: [
    `Every program that uses it is refused within seconds, and it cannot be brought back. ${
      lastUsedAt ? `It was last used ${ago(Date.parse(lastUsedAt), serverNow())}.` : 'Nobody has used it so far.'
    }`,
    'To replace a key without an interruption, rotate it instead.',
  ],
  action: 'Revoke the key',
});
