import type { Alert } from './alert.entity.js';

/** What has become of the text that carries an alert's code. */
export type BundleFate =
  { kind: 'delivered' } | { kind: 'sent'; sid: string } | { kind: 'failed'; code: string } | { kind: 'open' };

/** An acceptance or a refusal of the carrier's own emergency says nothing about its text: its receipts do. */
export function bundleFate(carrier: Alert | null): BundleFate {
  if (!carrier) return { kind: 'failed', code: 'bundle_lost' };
  if (isDelivered(carrier)) return { kind: 'delivered' };
  if (carrier.state === 'failed') return { kind: 'failed', code: carrier.errorCode ?? 'undelivered' };
  if (carrier.sentAt === null || carrier.state === 'pending') return { kind: 'open' };
  return { kind: 'sent', sid: carrier.providerSid ?? '' };
}

const isDelivered = ({ providerStatus }: Alert): boolean => providerStatus === 'delivered' || providerStatus === 'read';
