import type { DeskHears } from '@domain/call/desk-hears';
import twilio from 'twilio';

const KEY_WAIT_SECONDS = 8;
const RING_SECONDS = 30;
const LONGEST_CALL_SECONDS = 3600;

/** Absolute addresses: where a key goes, and where the carrier tells how it went with the customer. */
export interface DeskActions {
  connect: string;
  dialled: string;
  /** Where the customer's own phone is told of: also when the office hangs up first, and nothing more is asked of it. */
  customer: string;
}

/** TwiML for the phone of the office. Without a key it hangs up: a mailbox is never connected with a customer. */
export function deskTwiml(hears: DeskHears, actions: DeskActions): string {
  const response = new twilio.twiml.VoiceResponse();
  if (hears.kind === 'ask') {
    const gather = response.gather({
      numDigits: 1,
      timeout: KEY_WAIT_SECONDS,
      action: actions.connect,
      method: 'POST',
    });
    gather.say(hears.words);
    gather.pause({ length: 1 });
    gather.say(hears.words);
  }
  if (hears.kind === 'dial') return dial(response, hears, actions);
  if (hears.kind === 'goodbye') response.say(hears.words);
  response.hangup();
  return response.toString();
}

/** The customer sees the business's number, and calls it back. */
function dial(
  response: InstanceType<typeof twilio.twiml.VoiceResponse>,
  { number, callerId }: Extract<DeskHears, { kind: 'dial' }>,
  { dialled, customer }: DeskActions,
): string {
  const limits = { timeout: RING_SECONDS, timeLimit: LONGEST_CALL_SECONDS };
  const told = { statusCallback: customer, statusCallbackEvent: ['completed' as const], statusCallbackMethod: 'POST' };
  response.dial({ callerId, action: dialled, method: 'POST', ...limits }).number(told, number);
  return response.toString();
}
