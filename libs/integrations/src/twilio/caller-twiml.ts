import type { CallerHears, IntakeQuestion, Spoken } from '@domain/call/caller-hears';
import twilio from 'twilio';
import { askQuestion } from './intake-twiml.js';
import { readOut, startRecording } from './spoken-twiml.js';

type VoiceResponse = InstanceType<typeof twilio.twiml.VoiceResponse>;

const KEY_WAIT_SECONDS = 4;
const LONGEST_VOICEMAIL_SECONDS = 180;
const SILENCE_ENDS_VOICEMAIL_SECONDS = 6;
const LONGEST_BRIDGE_SECONDS = 3600;

/** TwiML for the caller's leg. Addresses are absolute: a relative one is refused when a live call is moved (reference B4). */
export function callerTwiml(hears: CallerHears, publicUrl: string): string {
  const response = new twilio.twiml.VoiceResponse();
  const url = (path: string) => `${publicUrl.replace(/\/$/, '')}/api/twilio/${path}`;
  if (hears.kind === 'intake-question') askQuestion(response, hears, url);
  else write(response, hears, url);
  return response.toString();
}

type Url = (path: string) => string;

function write(response: VoiceResponse, hears: Exclude<CallerHears, IntakeQuestion>, url: Url): void {
  switch (hears.kind) {
    case 'ring-business':
      return ringBusiness(response, hears, url);
    case 'voice-agent':
      return connectAgent(response, hears, url);
    case 'voicemail':
      return takeVoicemail(response, hears, url);
    case 'conference':
      return joinConference(response, hears, url);
    case 'go-on-at':
      return goOn(response, hears, url);
    case 'goodbye':
    case 'hang-up':
      return end(response, hears);
  }
}

type Heard<Kind extends CallerHears['kind']> = Extract<CallerHears, { kind: Kind }>;

/** With an action: whatever happens there, we hear of it and the caller is not dropped (reference C3 39). */
function ringBusiness(response: VoiceResponse, hears: Heard<'ring-business'>, url: Url): void {
  const dial = response.dial({
    timeout: hears.ringSeconds,
    answerOnBridge: true,
    action: url('transfer-status?of=business'),
    method: 'POST',
    timeLimit: LONGEST_BRIDGE_SECONDS,
  });
  dial.number(hears.number);
}

/** When the stream closes, for whatever reason, the caller's line goes on with the next verb: never dead air (reference B1). */
function connectAgent(response: VoiceResponse, hears: Heard<'voice-agent'>, url: Url): void {
  if (hears.notice) response.say(hears.notice);
  startRecording(response, url);
  const stream = response.connect().stream({ url: hears.stream.url });
  for (const [name, value] of Object.entries(hears.stream.parameters)) stream.parameter({ name, value });
  response.redirect({ method: 'POST' }, url('voice/after-agent'));
}

function end(response: VoiceResponse, hears: Heard<'goodbye' | 'hang-up'>): void {
  if (hears.kind === 'goodbye') readOut(response, { language: 'en', ...hears });
  response.hangup();
}

function goOn(response: VoiceResponse, hears: Heard<'go-on-at'>, url: Url): void {
  if (hears.first) readOut(response, hears.first);
  if (hears.afterSeconds) response.pause({ length: hears.afterSeconds });
  response.redirect({ method: 'POST' }, url(hears.path));
}

/** The address carries the language: what follows is said in it even when nothing can be looked up. */
function takeVoicemail(response: VoiceResponse, hears: Heard<'voicemail'>, url: Url): void {
  const { words, language = 'en' } = hears;
  readOut(response, { words, language });
  if (hears.offersKey) offerKey(response, language, url);
  response.record({
    action: url(inLanguage('voice/voicemail-done', language)),
    method: 'POST',
    maxLength: LONGEST_VOICEMAIL_SECONDS,
    timeout: SILENCE_ENDS_VOICEMAIL_SECONDS,
    finishOnKey: '#',
    playBeep: true,
    trim: 'trim-silence',
    recordingStatusCallback: url('recording-status?of=voicemail'),
    recordingStatusCallbackEvent: ['completed', 'absent'],
    recordingStatusCallbackMethod: 'POST',
  });
  // Reached only when nothing was recorded.
  readOut(response, { words: VOICEMAIL[language].nothing, language });
  response.hangup();
}

const inLanguage = (path: string, language: Spoken['language']): string => (language === 'es' ? `${path}?l=es` : path);

const VOICEMAIL = {
  en: {
    key: 'If this is an emergency, press 1 now.',
    otherwise: 'Otherwise, please leave your name, your number, the address and what is going on after the beep.',
    nothing: 'We did not hear anything. Goodbye.',
  },
  es: {
    key: 'Si es una emergencia, oprima el uno ahora.',
    otherwise: 'Si no, deje su nombre, su número, la dirección y qué está pasando después del tono.',
    nothing: 'No escuchamos nada. Adiós.',
  },
};

function offerKey(response: VoiceResponse, language: Spoken['language'], url: Url): void {
  const action = url(inLanguage('voice/voicemail-key', language));
  const gather = response.gather({ numDigits: 1, timeout: KEY_WAIT_SECONDS, action, method: 'POST' });
  readOut(gather, { words: VOICEMAIL[language].key, language });
  readOut(response, { words: VOICEMAIL[language].otherwise, language });
}

function joinConference(response: VoiceResponse, hears: Heard<'conference'>, url: Url): void {
  response.say(hears.words);
  const dial = response.dial({ action: url('transfer-status?of=conference'), method: 'POST' });
  dial.conference({ beep: 'false', startConferenceOnEnter: true, endConferenceOnExit: true }, hears.name);
}
