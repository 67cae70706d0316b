import type { IntakeQuestion, Spoken } from '@domain/call/caller-hears';
import type twilio from 'twilio';
import { readOut, startRecording } from './spoken-twiml.js';

type VoiceResponse = InstanceType<typeof twilio.twiml.VoiceResponse>;

/** A caller who has run to the shut-off valve needs a moment; the carrier's five seconds are too few. */
const SILENCE_SECONDS = 7;
/** Words that the phone's ear mistakes for others when it does not expect them. */
const HINTS: Record<Spoken['language'], string> = {
  en: 'gas leak, smell gas, carbon monoxide, CO alarm, burst pipe, flooding, sewage backup, sump pump, water heater, furnace, boiler, no heat, no AC, sparking, breaker panel, burning smell, drain, faucet, toilet, quote, estimate, tune-up',
  es: 'fuga de gas, huele a gas, monóxido de carbono, alarma, tubo roto, inundación, drenaje tapado, calentador, calefacción, aire acondicionado, chispas, corto circuito, goteo, presupuesto',
};

/** Key 1 counts during the safety line as well. The wait behind it is the shortest there is: the question must not be late. */
function readFirst(response: VoiceResponse, asked: IntakeQuestion, url: (path: string) => string): void {
  if (asked.first.length === 0) return;
  const action = url(`voice/intake?q=${asked.number}&cut=line`);
  const gather = response.gather({
    input: ['dtmf'],
    numDigits: 1,
    finishOnKey: '',
    timeout: 1,
    action,
    method: 'POST',
  });
  for (const spoken of asked.first) readOut(gather, spoken);
}

/**
 * Speech and keys together, because key 1 counts at any moment. `speechTimeout="auto"` forbids a speech model (Twilio warning
 * 13335); without one the carrier also fails over between recognisers. Silence comes to us as well, never to dead air.
 */
export function askQuestion(response: VoiceResponse, asked: IntakeQuestion, url: (path: string) => string): void {
  if (asked.startsRecording) startRecording(response, url);
  readFirst(response, asked, url);
  const path = `voice/intake?q=${asked.number}`;
  const gather = response.gather({
    input: ['dtmf', 'speech'],
    action: url(path),
    method: 'POST',
    language: asked.language === 'es' ? 'es-MX' : 'en-US',
    speechTimeout: 'auto',
    timeout: SILENCE_SECONDS,
    actionOnEmptyResult: true,
    // A caller who hangs up while speaking sends no result: what was recognised by then is all there will be.
    partialResultCallback: url(`voice/intake-partial?q=${asked.number}`),
    partialResultCallbackMethod: 'POST',
    profanityFilter: false,
    hints: HINTS[asked.language],
    ...(asked.takesNumber ? { finishOnKey: '#' } : { numDigits: 1 }),
  });
  for (const spoken of [asked.apology ?? [], asked.prompt].flat()) readOut(gather, spoken);
  // Reached only if the carrier forgets its own promise above.
  response.redirect({ method: 'POST' }, url(path));
}
