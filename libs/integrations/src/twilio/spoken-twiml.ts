import type { Spoken } from '@domain/call/caller-hears';
import type twilio from 'twilio';

type VoiceResponse = InstanceType<typeof twilio.twiml.VoiceResponse>;

/** Anything that can hold a `<Say>`: a response, or the gather whose question it is. */
interface Speaker {
  say(attributes: { language?: 'es-MX' }, message: string): unknown;
}

export function readOut(speaker: Speaker, { words, language }: Spoken): void {
  speaker.say(language === 'es' ? { language: 'es-MX' } : {}, words);
}

/** Both sides, from here to the end of the call; the caller has been told, or is being told now. */
export function startRecording(response: VoiceResponse, url: (path: string) => string): void {
  response.start().recording({
    recordingStatusCallback: url('recording-status?of=call'),
    recordingStatusCallbackEvent: ['completed', 'absent'],
    recordingStatusCallbackMethod: 'POST',
    channels: 'dual',
  });
}
