import type { Verb } from './document.js';
import { HANG_UP, NEXT_VERB, type Next, type Run } from './run.js';
import { goTo, hookOf, wordsOf } from './urls.js';

export async function hangup(_verb: Verb, run: Run): Promise<Next> {
  run.leg.answer();
  return Promise.resolve(HANG_UP);
}

/** Refuses a call that has not been answered; later it does nothing. */
export async function reject(verb: Verb, run: Run): Promise<Next> {
  if (run.leg.record.status !== 'ringing') return Promise.resolve(NEXT_VERB);
  run.leg.refuse(verb.attributes.reason === 'busy' ? 'busy' : 'no-answer');
  return HANG_UP;
}

export async function redirect(verb: Verb, run: Run): Promise<Next> {
  return Promise.resolve(
    goTo(run, 'redirect', { url: verb.text || (run.url ?? ''), method: verb.attributes.method }, {}),
  );
}

/** Starts what runs beside the next verbs: of its nouns, the recording is played. */
export async function start(verb: Verb, run: Run): Promise<Next> {
  for (const noun of verb.children) {
    if (noun.name === 'Recording') startRecording(noun, run);
    else run.leg.complain('twiml', `<Start><${noun.name}> is valid TwiML that the simulator does not play`);
  }
  return Promise.resolve(NEXT_VERB);
}

function startRecording(noun: Verb, run: Run): void {
  run.exchange.recordings.start(run.leg, {
    source: 'StartCallRecordingTwiML',
    channels: noun.attributes.channels === 'dual' ? 2 : 1,
    hears: 'both',
    callback: hookOf(run, noun, 'recordingStatusCallback'),
    events: wordsOf(noun.attributes.recordingStatusCallbackEvent, 'completed'),
  });
}
