import type { E164 } from '@domain/phone/e164';

/** Something that is sent at most once. */
interface Departure {
  /**
   * Asked at the last moment, when the connection to the provider stands. No: nothing leaves, and the outcome is `unknown`,
   * because whoever took over meanwhile asks the provider. Always, when left out.
   */
  mayLeave?: () => boolean;
  /** The account at the carrier that holds `from`, null for the main one. Left out: it is looked up, while the page waits. */
  holder?: string | null;
}

export interface OutgoingSms extends Departure {
  from: E164;
  to: E164;
  /** GSM-7, at most two segments; carries the incident's code, by which `findSms` recognises it. */
  body: string;
  statusUrl: string;
  /** The carrier drops the text after this: a ten-hour-old page at breakfast is worse than none. */
  validForSeconds: number;
}

export interface OutgoingCall extends Departure {
  from: E164;
  to: E164;
  /** Absolute URL that says what the person who answers hears. */
  answerUrl: string;
  statusUrl: string;
  ringSeconds: number;
  /** The carrier ends the call this long after it was answered; an hour when left out. */
  limitSeconds?: number;
}

/**
 * `unknown`: the provider may or may not have taken it; it has to be asked before anything is sent again. `isOver`: it ended
 * the request itself, so nothing of it is still under way.
 */
export type SendOutcome =
  | { kind: 'accepted'; sid: string }
  | { kind: 'refused'; code: string; permanent: boolean }
  | { kind: 'unknown'; reason: string; isOver: boolean };

/** What the provider knows of a text or call of ours. */
export interface SentTrace {
  sid: string;
  status: string;
}

/** `unreachable`: the provider could not be asked. */
export type TraceOutcome = { kind: 'found'; trace: SentTrace } | { kind: 'none' } | { kind: 'unreachable' };

export interface Recording {
  contentType: string;
  bytes: Uint8Array;
}

/** A finished call that came in on one of our numbers, as the provider keeps it. */
export interface ArrivedCall {
  callSid: string;
  from: string;
  arrivedAt: Date;
  endedAt: Date | null;
  /** The provider's own word. */
  status: string;
  durationSeconds: number | null;
}

/** What a caller said after the beep. */
export interface LeftMessage {
  recordingSid: string;
  seconds: number | null;
}

/** The telephone network: texts, calls, recordings. Implementations own time-outs and never retry (law 7). */
export abstract class Telephony {
  abstract sendSms(sms: OutgoingSms): Promise<SendOutcome>;
  abstract placeCall(call: OutgoingCall): Promise<SendOutcome>;
  /** A text to `to` since `since` whose body contains `tag`. */
  abstract findSms(query: { from: E164; to: E164; tag: string; since: Date }): Promise<TraceOutcome>;
  /** A call to `to` placed since `since`. */
  abstract findCall(query: { from: E164; to: E164; since: Date }): Promise<TraceOutcome>;
  /** Replaces what a live leg hears. `gone`: the other side has hung up. */
  abstract moveCall(callSid: string, url: string): Promise<'moved' | 'gone'>;
  abstract hangUp(callSid: string): Promise<void>;
  /** Status of a call by our reference, or null when the provider does not know it. */
  abstract callStatus(callSid: string): Promise<string | null>;
  /** Finished calls that came in on `to` since `since`, oldest first, at most 500. Throws when the provider cannot be asked. */
  abstract arrivals(query: { to: E164; since: Date }): Promise<ArrivedCall[]>;
  /** The longest message left in a call, or null. `to`: its line, for a call we have no row of. Throws like `arrivals`. */
  abstract messageIn(callSid: string, to?: E164): Promise<LeftMessage | null>;
  /** Audio of a finished recording, or null while the provider still prepares it. */
  abstract recording(recordingSid: string, callSid: string): Promise<Recording | null>;
}
