import { DomainError } from '@domain/errors/domain-error';
import { createHash } from 'node:crypto';

const KEY = /^[\x21-\x7e]{1,255}$/;

/** What makes two requests the same one. */
export interface RequestShape {
  method: string;
  /** Path and query as they were asked. */
  url: string;
  ifMatch: string | undefined;
  body: unknown;
}

/**
 * The key a client made up, with or without the quotes of draft-ietf-httpapi-idempotency-key-header. Throws
 * `idempotency-key-invalid` for an empty, long or unprintable one.
 */
export function readIdempotencyKey(header: string | string[]): string {
  const text = typeof header === 'string' ? header : '';
  const key = /^"(.*)"$/.exec(text)?.[1] ?? text;
  if (KEY.test(key)) return key;
  throw new DomainError(
    'invalid',
    'idempotency-key-invalid',
    'Idempotency-Key is one text of 1 to 255 printable characters without spaces, e.g. a UUID.',
  );
}

/** SHA-256 over method, address, version and body; the order of a body's fields does not matter. */
export const fingerprintOf = ({ method, url, ifMatch, body }: RequestShape): Buffer =>
  createHash('sha256').update(JSON.stringify([method, url, ifMatch ?? null, canonical(body)])).digest();

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const sorted = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([name, part]) => [name, canonical(part)]);
}
