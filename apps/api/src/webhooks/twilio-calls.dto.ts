import { halfHeard, heardAnswer, type HeardAnswer } from '@domain/intake/heard-speech';
import type { TwilioForm } from '@integrations/twilio/twilio-forms';
import type { ArrivingCall, CallNews, FinishedRecording } from '../calls/calls.types.js';

export const arrivingCall = (form: TwilioForm): ArrivingCall => ({
  callSid: form['CallSid'] ?? '',
  to: form['To'] ?? '',
  from: form['From'],
  forwardedFrom: form['ForwardedFrom'] ?? null,
});

export const callNews = (form: TwilioForm): CallNews => ({
  callSid: form['CallSid'] ?? '',
  status: form['CallStatus'] ?? '',
  durationSeconds: seconds(form['CallDuration']),
});

export const finishedRecording = (form: TwilioForm, isVoicemail: boolean): FinishedRecording => ({
  callSid: form['CallSid'] ?? '',
  recordingSid: form['RecordingSid'] ?? '',
  seconds: seconds(form['RecordingDuration']),
  isEmpty: form['RecordingStatus'] !== undefined && form['RecordingStatus'] !== 'completed',
  isVoicemail,
});

export const heardIn = (form: TwilioForm): HeardAnswer =>
  heardAnswer({ speech: form['SpeechResult'], confidence: form['Confidence'], digits: form['Digits'] });

export const halfHeardIn = (form: TwilioForm): string =>
  halfHeard(form['StableSpeechResult'] ?? '', form['UnstableSpeechResult'] ?? '');

/** Null for what is missing or negative: "-1" is the carrier's word for an unknown length. */
const seconds = (given: string | undefined): number | null =>
  given !== undefined && /^\d{1,6}$/.test(given) ? Number(given) : null;
