/**
 * Why a provider did not do what it was asked. `refused`: it answered no, and asking again changes nothing; `silent`: it
 * may or may not have done it (a time-out, a reset, a 5xx, a rate limit), so it has to be looked at before anything is repeated.
 */
export class ProviderFailure extends Error {
  constructor(
    readonly kind: 'refused' | 'silent',
    /** The vendor's error code, or our own word for it. */
    readonly code: string,
  ) {
    super(`${kind}: ${code}`);
  }
}
