import { speakingMs } from '../leg.js';
import { NEXT_VERB, type Next, type Run } from './run.js';
import type { Verb } from './document.js';
import { secondsOf } from './urls.js';

const PLAYED_FILE_MS = 2000;
/** loop="0" plays until the caller hangs up; here for about half an hour. */
const ENDLESS = 500;

type SpeechRun = Pick<Run, 'leg' | 'exchange' | 'signal'>;

export async function say(verb: Verb, run: SpeechRun): Promise<Next> {
  run.leg.answer();
  return repeat(verb, () => speak(run, verb.text));
}

export async function play(verb: Verb, run: SpeechRun): Promise<Next> {
  run.leg.answer();
  if (verb.attributes.digits) {
    await speak(run, `[tones ${verb.attributes.digits}]`);
    return NEXT_VERB;
  }
  return repeat(verb, async () => {
    run.leg.hear(`[sound ${verb.text}]`);
    await run.exchange.world.clock.wait(PLAYED_FILE_MS, run.signal);
  });
}

/** As a first verb it lets the phone ring on: it does not answer. */
export async function pause(verb: Verb, run: SpeechRun): Promise<Next> {
  await run.exchange.world.clock.wait(secondsOf(verb.attributes.length, 1), run.signal);
  return NEXT_VERB;
}

/** The person at the phone hears the text; returns when it has been said. */
export async function speak(run: SpeechRun, text: string): Promise<void> {
  if (text === '') return;
  run.leg.hear(text);
  await run.exchange.world.clock.wait(speakingMs(text), run.signal);
}

async function repeat(verb: Verb, once: () => Promise<void>): Promise<Next> {
  const times = Number(verb.attributes.loop ?? 1) || ENDLESS;
  for (let left = times; left > 0; left -= 1) await once();
  return NEXT_VERB;
}
