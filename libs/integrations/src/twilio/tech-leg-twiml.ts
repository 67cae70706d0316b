import type { LegScript } from '@domain/escalation/leg-script';
import twilio from 'twilio';
import { readOut } from './spoken-twiml.js';

type VoiceResponse = InstanceType<typeof twilio.twiml.VoiceResponse>;

const KEY_WAIT_SECONDS = 8;
const LONGEST_BRIDGE_SECONDS = 3600;

/** Absolute addresses of the two questions a leg can be asked. */
export interface LegActions {
  key: string;
  ring: string;
  /** Where whoever presses no key goes on. */
  otherwise?: string;
}

/** TwiML for the technician's leg. Every question ends in a hang-up: no key press means not reached (reference B4). */
export function techLegTwiml(script: LegScript, actions: LegActions): string {
  const response = new twilio.twiml.VoiceResponse();
  write(response, script, actions);
  return response.toString();
}

function write(response: VoiceResponse, script: LegScript, actions: LegActions): void {
  switch (script.kind) {
    case 'page':
      return page(response, script, actions.key);
    case 'menu':
      return menu(response, script, actions);
    case 'join':
      return join(response, script);
    case 'offer_call':
      readOut(
        response.gather({ numDigits: 1, timeout: KEY_WAIT_SECONDS, action: actions.ring, method: 'POST' }),
        script.words,
      );
      response.hangup();
      return;
    case 'dial':
      response.dial({ callerId: script.callerId, timeLimit: LONGEST_BRIDGE_SECONDS }).number(script.number);
      return;
    case 'goodbye':
      readOut(response, script.words);
      response.hangup();
      return;
    case 'hang_up':
      response.hangup();
  }
}

/** Twice, because people wake up during the first time. */
function page(response: VoiceResponse, script: Extract<LegScript, { kind: 'page' }>, action: string): void {
  const gather = response.gather({ numDigits: 1, timeout: KEY_WAIT_SECONDS, action, method: 'POST' });
  const once = [...script.words, script.keys];
  for (const spoken of once) readOut(gather, spoken);
  gather.pause({ length: 1 });
  for (const spoken of once) readOut(gather, spoken);
  response.hangup();
}

function menu(response: VoiceResponse, script: Extract<LegScript, { kind: 'menu' }>, actions: LegActions): void {
  const gather = response.gather({ numDigits: 1, timeout: KEY_WAIT_SECONDS, action: actions.key, method: 'POST' });
  for (const spoken of script.words) readOut(gather, spoken);
  if (actions.otherwise) response.redirect({ method: 'POST' }, actions.otherwise);
  response.hangup();
}

function join(response: VoiceResponse, script: Extract<LegScript, { kind: 'join' }>): void {
  readOut(response, script.words);
  const dial = response.dial({ timeLimit: LONGEST_BRIDGE_SECONDS });
  dial.conference({ beep: 'false', startConferenceOnEnter: true, endConferenceOnExit: true }, script.room);
}
