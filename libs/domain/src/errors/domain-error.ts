/** What went wrong, in the words of the wire: each kind is one HTTP status (RFC 9110) and one problem type (RFC 9457). */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'unprocessable'
  | 'limited'
  | 'unavailable';

/** A refusal. Expected outcomes are return values; this is for what must not go on (architecture, law 9). */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    /** For `limited`: when the next try may succeed. */
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }
}

/** The same answer for a missing row and for another account's: the difference would be an oracle. */
export const notFound = (what: string): DomainError =>
  new DomainError('not-found', `${what.replace(/ /g, '-')}-not-found`, `No such ${what}`);

/** Somebody saved in between; the caller must look at the newer state first. */
export const stale = (what: string): DomainError =>
  new DomainError(
    'stale',
    `${what.replace(/ /g, '-')}-changed`,
    `This ${what} was changed by somebody else. Reload and try again.`,
  );
