import type { Exchange } from '../exchange.js';
import type { Leg } from '../leg.js';
import type { Form } from '../call-parameters.js';
import type { Hook } from '../records.js';
import type { WebhookKind } from '../webhooks.js';

/** Where the next document comes from. `form` is added to the call's own parameters. */
export type DocumentSource =
  | { kind: 'request'; webhook: WebhookKind; hook: Hook; form: Form }
  /** TwiML given by REST: it has no address, so every URL in it must be absolute. */
  | { kind: 'inline'; twiml: string };

/** How a document, with all that it led to, came to an end. */
export type Ending = 'document-ended' | 'hung-up' | 'interrupted';

/** What happens after a verb. */
export type Next = { kind: 'next-verb' } | { kind: 'fetch'; source: DocumentSource } | { kind: 'hang-up' };

export const NEXT_VERB: Next = { kind: 'next-verb' };
export const HANG_UP: Next = { kind: 'hang-up' };

/** The running document that a verb belongs to. */
export interface Run {
  readonly exchange: Exchange;
  readonly leg: Leg;
  /** The document's own address; null for TwiML given by REST. */
  readonly url: string | null;
  /** Aborted with an `Interruption` when the call ends or gets new TwiML. Every wait of a verb must heed it. */
  readonly signal: AbortSignal;
  /** A whisper runs on the called leg before the two are connected, and must not dial. */
  readonly mode: 'call' | 'whisper';
  /** Runs another document on another leg: a whisper. */
  follow(leg: Leg, source: DocumentSource, mode: Run['mode'], signal: AbortSignal): Promise<Ending>;
}
