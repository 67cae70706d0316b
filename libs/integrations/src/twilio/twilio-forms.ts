/** The kinds of request Twilio sends us; each has its own list of parameters. */
export type TwilioFormKind =
  | 'incoming-call'
  | 'voice'
  | 'gathered'
  | 'half-heard'
  | 'recorded'
  | 'dialled'
  | 'call-status'
  | 'recording-status'
  | 'sms-incoming'
  | 'message-status'
  | 'conference-status';

/** A request whose signature, names and values were checked. */
export type TwilioForm = Readonly<Partial<Record<string, string>>>;

interface FormRule {
  required: readonly string[];
  allowed: ReadonlySet<string>;
}

const placeOf = (party: string): string[] => ['City', 'State', 'Zip', 'Country'].map((part) => `${party}${part}`);
const PLACES = ['From', 'To', 'Caller', 'Called'].flatMap(placeOf);
const CALL = [
  ...['CallSid', 'AccountSid', 'CallStatus', 'From', 'To', 'Caller', 'Called', 'ApiVersion', 'Direction'],
  ...['ForwardedFrom', 'CallerName', 'CallToken', 'StirVerstat', 'StirPassportToken', 'ParentCallSid'],
  ...['ErrorCode', 'ErrorUrl', 'AnsweredBy', 'MachineDetectionDuration', 'StreamSid', 'ApplicationSid'],
  ...PLACES,
];
const RECORDED = ['RecordingUrl', 'RecordingSid', 'RecordingDuration'];
const SMS = ['MessageSid', 'SmsSid', 'SmsMessageSid', 'AccountSid', 'From', 'To', 'ApiVersion', 'MessagingServiceSid'];
const NUMBERED = Array.from({ length: 10 }, (_, index) => index).flatMap((n) => [
  `MediaUrl${n}`,
  `MediaContentType${n}`,
]);

const rule = (required: string[], allowed: string[]): FormRule => ({ required, allowed: new Set(allowed) });

/**
 * Exact lists, because a Twilio signature joins names and values without a separator: a signed request could be cut
 * elsewhere into other parameters (reference/security-and-reliability WHI-02; sets from vendor-specs twilio_webhook_params).
 */
const TWILIO_FORMS: Record<TwilioFormKind, FormRule> = {
  'incoming-call': rule(['CallSid', 'AccountSid', 'To', 'CallStatus'], CALL),
  voice: rule(['CallSid', 'AccountSid', 'CallStatus'], CALL),
  gathered: rule(
    ['CallSid', 'AccountSid', 'CallStatus'],
    [...CALL, 'Digits', 'FinishedOnKey', 'SpeechResult', 'Confidence', 'Language', 'msg'],
  ),
  'half-heard': rule(
    ['CallSid', 'AccountSid'],
    [
      ...CALL,
      ...['StableSpeechResult', 'UnstableSpeechResult', 'Stability', 'SpeechActivity', 'SequenceNumber', 'Language'],
    ],
  ),
  recorded: rule(['CallSid', 'AccountSid', 'CallStatus'], [...CALL, ...RECORDED, 'Digits']),
  dialled: rule(
    ['CallSid', 'AccountSid', 'CallStatus'],
    [...CALL, ...RECORDED, 'DialCallStatus', 'DialCallSid', 'DialCallDuration', 'DialBridged'],
  ),
  'call-status': rule(
    ['CallSid', 'AccountSid', 'CallStatus'],
    [
      ...CALL,
      ...RECORDED,
      'CallDuration',
      'Duration',
      'SipResponseCode',
      'Timestamp',
      'CallbackSource',
      'SequenceNumber',
    ],
  ),
  'recording-status': rule(
    ['CallSid', 'AccountSid', 'RecordingSid', 'RecordingStatus'],
    [
      ...['CallSid', 'AccountSid', ...RECORDED, 'RecordingStatus', 'RecordingChannels', 'RecordingStartTime'],
      ...['RecordingSource', 'RecordingTrack', 'ErrorCode', 'ConferenceSid', 'EncryptionDetails'],
    ],
  ),
  'sms-incoming': rule(
    ['MessageSid', 'AccountSid', 'From', 'To'],
    [...SMS, ...PLACES, ...NUMBERED, 'Body', 'NumMedia', 'NumSegments', 'SmsStatus', 'OptOutType'],
  ),
  'message-status': rule(
    ['MessageSid', 'AccountSid', 'MessageStatus'],
    [...SMS, 'MessageStatus', 'SmsStatus', 'ErrorCode', 'RawDlrDoneDate', 'ChannelPrefix'],
  ),
  'conference-status': rule(
    ['AccountSid', 'ConferenceSid', 'StatusCallbackEvent'],
    [
      ...[
        'AccountSid',
        'ConferenceSid',
        'FriendlyName',
        'StatusCallbackEvent',
        'SequenceNumber',
        'Timestamp',
        'CallSid',
      ],
      ...['Muted', 'Hold', 'Coaching', 'EndConferenceOnExit', 'StartConferenceOnEnter', 'ReasonConferenceEnded'],
      ...['CallSidEndingConference', 'ReasonParticipantLeft', 'ParticipantCallStatus', 'Reason'],
    ],
  ),
};

const sid = (prefix: string): RegExp => new RegExp(`^(${prefix})[0-9a-f]{32}$`);
const WORD = /^[a-z-]{1,20}$/;
const COUNT = /^\d{1,9}$/;
// Short codes, withheld callers ("anonymous"), a switchboard's extension or SIP address: a caller with an odd name is a caller.
const PARTY = /^((rcs:)?\+?\d{1,15}|[A-Za-z .-]{0,30}|(sips?|client):[\w.+-]{1,64}(@[\w.-]{1,100})?)$/;
const VALUES: Partial<Record<string, RegExp>> = {
  CallSid: sid('CA'),
  ParentCallSid: sid('CA'),
  DialCallSid: sid('CA'),
  AccountSid: sid('AC'),
  RecordingSid: sid('RE'),
  MessageSid: sid('SM|MM'),
  ConferenceSid: sid('CF'),
  To: /^(rcs:)?\+[1-9]\d{6,14}$/,
  From: PARTY,
  CallStatus: WORD,
  DialCallStatus: WORD,
  RecordingStatus: WORD,
  MessageStatus: WORD,
  StatusCallbackEvent: WORD,
  CallDuration: COUNT,
  Duration: COUNT,
  DialCallDuration: COUNT,
  RecordingDuration: /^-?\d{1,9}$/,
  SequenceNumber: COUNT,
  ErrorCode: COUNT,
  Digits: /^([0-9*#A-D]{0,32}|hangup)$/,
};
const LONGEST_VALUE = 4096;

export type FormReading = { kind: 'form'; form: TwilioForm } | { kind: 'refused'; reason: string };

/** Reads a raw form body flat, without trimming. A repeated, unknown, missing or misshapen parameter refuses it whole. */
export function readTwilioForm(kind: TwilioFormKind, rawBody: string): FormReading {
  const { required, allowed } = TWILIO_FORMS[kind];
  const form: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawBody)) {
    if (!allowed.has(name)) return { kind: 'refused', reason: 'unknown-parameter' };
    if (name in form) return { kind: 'refused', reason: 'repeated-parameter' };
    if (!isPlausible(name, value)) return { kind: 'refused', reason: `bad-value:${name}` };
    form[name] = value;
  }
  const missing = required.find((name) => form[name] === undefined);
  return missing ? { kind: 'refused', reason: `missing:${missing}` } : { kind: 'form', form };
}

const isPlausible = (name: string, value: string): boolean =>
  value.length <= LONGEST_VALUE && (VALUES[name]?.test(value) ?? true);
