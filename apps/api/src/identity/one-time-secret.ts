import { DomainError } from '@domain/errors/domain-error';
import { createHash, randomBytes } from 'node:crypto';

/** SHA-256: all that is stored of a secret too long to guess. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** 256 random bits for a link or a cookie, and what is stored of them. */
export function newSecret(): { secret: string; hash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: digestOf(secret) };
}

/** The same for a link that never was, is over or was used: the difference would help nobody but a guesser. */
export const linkNotValid = (): DomainError =>
  new DomainError('invalid', 'link-not-valid', 'This link has expired or was already used. Ask for a new one.');
