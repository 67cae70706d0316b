import type { CalendarFailure } from './calendar.js';

/** What is sent along when a person is asked for their permission, so that only the answer to this question is believed. */
export interface ConsentQuestion {
  /** Comes back with the answer. */
  state: string;
  /** Base64url of the SHA-256 of the verifier that redeems the answer (RFC 7636, S256). */
  codeChallenge: string;
}

/** One of a person's calendars that we could write to. */
export interface CalendarChoice {
  id: string;
  name: string;
  /** The person's own; its id is their address. */
  isPrimary: boolean;
}

export type ChoicesOutcome = { kind: 'ok'; calendars: CalendarChoice[] } | CalendarFailure;

/**
 * `not-valid`: the code is unknown, used, too old, or not for this verifier. `incomplete`: the person ticked only a part of
 * what we need, or the provider gave nothing that lasts.
 */
export type RedeemOutcome =
  | { kind: 'granted'; refreshToken: string }
  | { kind: 'not-valid' }
  | { kind: 'incomplete' }
  | { kind: 'unavailable'; reason: string };

/** How a person lets us use their calendar, and takes it back. Implementations own time-outs and never retry (law 7). */
export abstract class CalendarConsent {
  /** False when the operator has registered no application with the provider. */
  abstract readonly isOffered: boolean;

  /** Where the person is asked. The answer arrives at our page of the same name, in the browser. */
  abstract questionUrl(question: ConsentQuestion): string;

  abstract redeem(code: string, codeVerifier: string): Promise<RedeemOutcome>;

  /** The calendars we could write to, the primary one first. */
  abstract calendars(refreshToken: string): Promise<ChoicesOutcome>;

  /** Tells the provider that we are done. False when it could not be told; the person can still do it there. */
  abstract revoke(refreshToken: string): Promise<boolean>;
}
