import { segmentsOf } from '../call-parameters.js';
import type { Conference, Participant } from '../conferences.js';
import {
  isOver,
  talkSeconds,
  type CallRecord,
  type Hook,
  type MessageRecord,
  type NumberRecord,
  type RecordingRecord,
  type SubaccountRecord,
} from '../records.js';
import { messageOf } from './errors.js';

const API_VERSION = '2010-04-01';

/** Path of a resource, as every `uri` field gives it. */
function uriOf(accountSid: string, path: string): string {
  return `/${API_VERSION}/Accounts/${accountSid}/${path}.json`;
}

/** RFC 2822, e.g. `Sat, 21 Nov 2026 02:22:00 +0000`. */
function rfc2822(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}

function rfc2822OrNull(at: number | null): string | null {
  return at === null ? null : rfc2822(at);
}

/** `+15558870002` as `(555) 887-0002`; other numbers as they are. */
export function friendly(number: string): string {
  return number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');
}

export function accountView(account: SubaccountRecord, ownerSid: string) {
  const uri = `/${API_VERSION}/Accounts/${account.sid}.json`;
  return {
    sid: account.sid,
    owner_account_sid: ownerSid,
    auth_token: account.authToken,
    friendly_name: account.friendlyName,
    status: account.status,
    type: 'Full',
    date_created: rfc2822(account.createdAt),
    date_updated: rfc2822(account.updatedAt),
    uri,
    subresource_uris: subresources(uri, ['calls', 'messages', 'incoming_phone_numbers', 'recordings']),
  };
}

export function numberView(number: NumberRecord, accountSid: string) {
  return {
    sid: number.sid,
    account_sid: accountSid,
    phone_number: number.phoneNumber,
    friendly_name: number.friendlyName,
    api_version: API_VERSION,
    ...hookFields('voice', number.voice),
    ...hookFields('voice_fallback', number.voiceFallback),
    ...hookFields('sms', number.sms),
    ...hookFields('sms_fallback', number.smsFallback),
    status_callback: number.statusCallback?.url ?? null,
    status_callback_method: number.statusCallback?.method ?? 'POST',
    date_created: rfc2822(number.createdAt),
    date_updated: rfc2822(number.updatedAt),
    uri: uriOf(accountSid, `IncomingPhoneNumbers/${number.sid}`),
    ...NUMBER_CONSTANTS,
  };
}

function hookFields(name: string, hook: Hook | null) {
  return { [`${name}_url`]: hook?.url ?? null, [`${name}_method`]: hook?.method ?? 'POST' };
}

const NUMBER_CONSTANTS = {
  address_requirements: 'none',
  address_sid: null,
  beta: false,
  bundle_sid: null,
  capabilities: { fax: false, mms: true, sms: true, voice: true },
  emergency_address_sid: null,
  emergency_address_status: 'unregistered',
  emergency_status: 'Inactive',
  identity_sid: null,
  origin: 'twilio',
  sms_application_sid: null,
  status: 'in-use',
  trunk_sid: null,
  type: 'local',
  voice_application_sid: null,
  voice_caller_id_lookup: false,
  voice_receive_mode: 'voice',
};

export function callView(call: CallRecord, accountSid: string) {
  const uri = uriOf(accountSid, `Calls/${call.sid}`);
  return {
    sid: call.sid,
    account_sid: accountSid,
    parent_call_sid: call.parentCallSid,
    phone_number_sid: call.phoneNumberSid,
    from: call.from,
    from_formatted: friendly(call.from),
    to: call.to,
    to_formatted: friendly(call.to),
    forwarded_from: call.forwardedFrom,
    status: call.status,
    direction: call.direction,
    answered_by: call.answeredBy,
    ...callTimes(call),
    ...CALL_CONSTANTS,
    uri,
    subresource_uris: subresources(uri, [
      'events',
      'notifications',
      'payments',
      'recordings',
      'siprec',
      'streams',
      'transcriptions',
    ]),
  };
}

function callTimes(call: CallRecord) {
  return {
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.updatedAt),
    start_time: rfc2822OrNull(call.startedAt),
    end_time: rfc2822OrNull(call.endedAt),
    duration: isOver(call) ? String(talkSeconds(call)) : null,
  };
}

const CALL_CONSTANTS = {
  api_version: API_VERSION,
  price: null,
  price_unit: 'USD',
  caller_name: null,
  group_sid: null,
  queue_time: '0',
  trunk_sid: null,
};

export function messageView(message: MessageRecord, accountSid: string) {
  const uri = uriOf(accountSid, `Messages/${message.sid}`);
  return {
    sid: message.sid,
    account_sid: accountSid,
    from: message.from,
    to: message.to,
    body: message.body,
    direction: message.direction,
    status: message.status,
    error_code: message.errorCode,
    error_message: message.errorCode === null ? null : messageOf(message.errorCode),
    num_segments: String(segmentsOf(message.body)),
    num_media: '0',
    messaging_service_sid: null,
    date_created: rfc2822(message.createdAt),
    date_updated: rfc2822(message.updatedAt),
    date_sent: rfc2822OrNull(message.sentAt),
    api_version: API_VERSION,
    price: null,
    price_unit: 'USD',
    uri,
    subresource_uris: subresources(uri, ['media']),
  };
}

export function recordingView(recording: RecordingRecord, accountSid: string, mediaUrl: string) {
  const uri = uriOf(accountSid, `Recordings/${recording.sid}`);
  return {
    sid: recording.sid,
    account_sid: accountSid,
    call_sid: recording.callSid,
    conference_sid: null,
    status: recording.status,
    // REST knows one name for recordings started by API and by TwiML.
    source: recording.source === 'StartCallRecordingTwiML' ? 'StartCallRecordingAPI' : recording.source,
    channels: recording.channels,
    duration: recording.durationSeconds === null ? '-1' : String(recording.durationSeconds),
    date_created: rfc2822(recording.startedAt),
    date_updated: rfc2822(recording.updatedAt),
    start_time: rfc2822(recording.startedAt),
    error_code: null,
    encryption_details: null,
    media_url: mediaUrl,
    api_version: API_VERSION,
    price: null,
    price_unit: 'USD',
    uri,
    subresource_uris: subresources(uri, ['transcriptions', 'add_on_results']),
  };
}

export function conferenceView(room: Conference, accountSid: string) {
  const uri = uriOf(accountSid, `Conferences/${room.sid}`);
  return {
    sid: room.sid,
    account_sid: accountSid,
    friendly_name: room.friendlyName,
    status: room.status,
    region: 'us1',
    reason_conference_ended: room.endedBy,
    call_sid_ending_conference: room.callSidEnding,
    date_created: rfc2822(room.createdAt),
    date_updated: rfc2822(room.updatedAt),
    api_version: API_VERSION,
    uri,
    subresource_uris: subresources(uri, ['participants', 'recordings']),
  };
}

export function participantView(room: Conference, participant: Participant, accountSid: string) {
  const { leg, options } = participant;
  return {
    account_sid: accountSid,
    conference_sid: room.sid,
    call_sid: leg.callSid,
    label: null,
    call_sid_to_coach: null,
    coaching: false,
    muted: participant.muted,
    hold: participant.hold,
    start_conference_on_enter: options.startOnEnter,
    end_conference_on_exit: options.endOnExit,
    status: 'connected',
    queue_time: '0',
    date_created: rfc2822(participant.joinedAt),
    date_updated: rfc2822(participant.joinedAt),
    uri: uriOf(accountSid, `Conferences/${room.sid}/Participants/${leg.callSid}`),
  };
}

function subresources(uri: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, uri.replace('.json', `/${pascal(name)}.json`)]));
}

function pascal(name: string): string {
  return name.replace(/(^|_)([a-z])/g, (_all, _gap, letter: string) => letter.toUpperCase());
}
