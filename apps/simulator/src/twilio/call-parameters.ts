import { talkSeconds, type CallRecord, type MessageRecord, type ProgressEvent } from './records.js';

const API_VERSION = '2010-04-01';
const NORTH_AMERICA = /^\+1\d{10}$/;

export type Form = Record<string, string>;

/** What every voice request carries about the call it is for. */
export function callParameters(call: CallRecord): Form {
  return {
    CallSid: call.sid,
    AccountSid: call.accountSid,
    From: call.from,
    To: call.to,
    Caller: call.from,
    Called: call.to,
    CallStatus: call.status,
    Direction: call.direction,
    ApiVersion: API_VERSION,
    ...(call.parentCallSid && { ParentCallSid: call.parentCallSid }),
    ...(call.answeredBy && { AnsweredBy: call.answeredBy }),
  };
}

/** The first request of an inbound call: what the carrier told about the caller comes on top. */
export function incomingCallParameters(call: CallRecord): Form {
  return {
    ...callParameters(call),
    ...country('From', call.from),
    ...country('Caller', call.from),
    ...country('To', call.to),
    ...country('Called', call.to),
    ...(call.forwardedFrom && { ForwardedFrom: call.forwardedFrom }),
    ...(NORTH_AMERICA.test(call.from) && !call.forwardedFrom && { StirVerstat: 'TN-Validation-Passed-A' }),
  };
}

function country(prefix: string, number: string): Form {
  return NORTH_AMERICA.test(number) ? { [`${prefix}Country`]: 'US' } : {};
}

/** One status callback; `sequence` counts up from 0 on each call. */
export function statusParameters(
  call: CallRecord,
  event: ProgressEvent,
  progress: { sequence: number; at: Date },
): Form {
  return {
    ...callParameters(call),
    ...(event === 'initiated' && { CallStatus: 'initiated' }),
    Timestamp: progress.at.toUTCString().replace('GMT', '+0000'),
    CallbackSource: 'call-progress-events',
    SequenceNumber: String(progress.sequence),
    ...(event === 'completed' && durations(call)),
  };
}

function durations(call: CallRecord): Form {
  const seconds = talkSeconds(call);
  return {
    CallDuration: String(seconds),
    Duration: String(Math.ceil(seconds / 60)),
    ...(call.status === 'failed' && { SipResponseCode: '480' }),
  };
}

const GSM7 = /^[A-Za-z0-9 \r\n@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà^{}\\[~\]|€]*$/;

/** SMS segments: 160/153 characters of GSM-7, 70/67 as soon as one character is outside it. */
export function segmentsOf(body: string): number {
  const [single, joined] = GSM7.test(body) ? [160, 153] : [70, 67];
  return body.length <= single ? 1 : Math.ceil(body.length / joined);
}

export function incomingMessageParameters(message: MessageRecord): Form {
  return {
    MessageSid: message.sid,
    SmsSid: message.sid,
    AccountSid: message.accountSid,
    From: message.from,
    To: message.to,
    Body: message.body,
    NumMedia: '0',
    NumSegments: String(segmentsOf(message.body)),
    ...country('From', message.from),
    ...country('To', message.to),
  };
}

export function messageStatusParameters(message: MessageRecord): Form {
  return {
    MessageSid: message.sid,
    SmsSid: message.sid,
    AccountSid: message.accountSid,
    From: message.from,
    To: message.to,
    MessageStatus: message.status,
    ...(message.errorCode !== null && { ErrorCode: String(message.errorCode) }),
  };
}
