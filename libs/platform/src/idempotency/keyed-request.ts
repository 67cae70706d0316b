import { DomainError } from '@domain/errors/domain-error';
import { AsyncLocalStorage } from 'node:async_hooks';
import { markEffect, wroteSomething, type Query } from './idempotent-requests.queries.js';

// The id of the request that carries an Idempotency-Key. A correlation id and nothing more: no code below decides by it,
// it is only written into the transaction, which is the one place that knows whether an effect has happened.
const current = new AsyncLocalStorage<string>();

/** Runs a request so that its transactions carry its id. */
export const asKeyedRequest = <T>(requestId: string, work: () => Promise<T>): Promise<T> =>
  current.run(requestId, work);

/**
 * Called last in every transaction, before it commits: what was written and the mark "this request has had an effect"
 * become true together, so that a crash at any line leaves no doubt. Throws `request-taken-over` when a retry has taken
 * the request over meanwhile; the transaction then ends without an effect.
 */
export async function stampEffect(query: Query): Promise<void> {
  const requestId = current.getStore();
  if (requestId === undefined || !(await wroteSomething(query))) return;
  if (await markEffect(query, requestId)) return;
  throw new DomainError('conflict', 'request-taken-over', 'This took too long; a retry with the same key goes on with it.');
}
