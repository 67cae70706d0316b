/** What the account's resources are, as the simulator keeps them. Times are virtual epoch milliseconds. */

export type HttpMethod = 'GET' | 'POST';

export interface Hook {
  url: string;
  method: HttpMethod;
}

export interface NumberRecord {
  sid: string;
  /** The account or subaccount it belongs to. */
  accountSid: string;
  phoneNumber: string;
  friendlyName: string;
  voice: Hook | null;
  voiceFallback: Hook | null;
  statusCallback: Hook | null;
  sms: Hook | null;
  smsFallback: Hook | null;
  createdAt: number;
  updatedAt: number;
}

/** An account of its own below the main one, with its own token and numbers. */
export interface SubaccountRecord {
  sid: string;
  authToken: string;
  friendlyName: string;
  status: 'active' | 'suspended' | 'closed';
  createdAt: number;
  updatedAt: number;
}

export type CallStatus =
  'queued' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'failed' | 'no-answer' | 'canceled';
export type CallDirection = 'inbound' | 'outbound-api' | 'outbound-dial';
export const PROGRESS_EVENTS = ['initiated', 'ringing', 'answered', 'completed'] as const;
export type ProgressEvent = (typeof PROGRESS_EVENTS)[number];

/** One thing that happened on a leg, as the person at the phone or a developer with a debugger would tell it. */
export interface CallLine {
  at: string;
  kind: 'heard' | 'said' | 'pressed' | 'state' | 'verb' | 'error';
  text: string;
}

export interface CallRecord {
  sid: string;
  /** The account or subaccount it belongs to. */
  accountSid: string;
  direction: CallDirection;
  parentCallSid: string | null;
  /** As Twilio reports it; a withheld caller id is one of its pseudo numbers. */
  from: string;
  to: string;
  phoneNumberSid: string | null;
  forwardedFrom: string | null;
  status: CallStatus;
  answeredBy: string | null;
  createdAt: number;
  updatedAt: number;
  startedAt: number | null;
  endedAt: number | null;
  lines: CallLine[];
}

export const CALL_OVER: readonly CallStatus[] = ['completed', 'busy', 'failed', 'no-answer', 'canceled'];

export function isOver(call: CallRecord): boolean {
  return CALL_OVER.includes(call.status);
}

/** Whole seconds between answer and end; 0 for a call that was never answered. */
export function talkSeconds(call: CallRecord): number {
  if (call.startedAt === null || call.endedAt === null) return 0;
  return Math.max(0, Math.round((call.endedAt - call.startedAt) / 1000));
}

export type MessageStatus =
  'queued' | 'sending' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'received' | 'canceled';

export interface MessageRecord {
  sid: string;
  /** The account or subaccount it belongs to. */
  accountSid: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  from: string;
  to: string;
  body: string;
  status: MessageStatus;
  errorCode: number | null;
  statusCallback: string | null;
  /** A carrier that has not delivered it by then drops it. */
  validForSeconds: number;
  createdAt: number;
  updatedAt: number;
  sentAt: number | null;
}

export type RecordingSource =
  'RecordVerb' | 'DialVerb' | 'Conference' | 'OutboundAPI' | 'StartCallRecordingAPI' | 'StartCallRecordingTwiML';

export interface RecordingRecord {
  sid: string;
  /** The account or subaccount it belongs to. */
  accountSid: string;
  callSid: string;
  status: 'in-progress' | 'completed' | 'absent';
  source: RecordingSource;
  channels: 1 | 2;
  startedAt: number;
  updatedAt: number;
  durationSeconds: number | null;
  /** What was spoken: the sound itself. */
  text: string;
}
