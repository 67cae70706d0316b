import type { CancelTimer, VirtualClock } from '../../clock.js';
import type { Form } from '../call-parameters.js';
import { deferred, orAbort, type Deferred } from '../deferred.js';
import { speakingMs, type Ear } from '../leg.js';
import type { Verb } from './document.js';
import { NEXT_VERB, type Next, type Run } from './run.js';
import { pause, play, say } from './speech.js';
import { goTo, hookOf, secondsOf, wordsOf } from './urls.js';

interface GatherOptions {
  speech: boolean;
  keys: boolean;
  numDigits: number;
  finishOnKey: string;
  timeoutMs: number;
  /** Silence after the last word that ends a sentence. */
  pauseAfterSpeechMs: number;
}

interface Input {
  digits: string;
  finishedOnKey: string;
  speech: string;
}

const DEFAULT_TIMEOUT_SECONDS = 5;
const AUTO_SPEECH_PAUSE_MS = 800;
const CONFIDENCE = '0.94';
const PROMPTS = { Say: say, Play: play, Pause: pause } as const;

/** Prompts, listens, and sends what was said or pressed to `action`; without input the next verb runs. */
export async function gather(verb: Verb, run: Run): Promise<Next> {
  run.leg.answer();
  const collector = new InputCollector(readOptions(verb), run.exchange.world.clock, partialTeller(verb, run));
  const stopListening = run.leg.listen(collector);
  run.exchange.phones.askedForKey(run.leg);
  try {
    await prompt(verb, run, collector);
    collector.promptsAreOver();
    const input = await orAbort(collector.finished, run.signal);
    return afterInput(verb, run, input);
  } finally {
    stopListening();
    collector.close();
  }
}

/**
 * Tells what has been recognised while the caller still speaks: what stands, and the guess at the word that is just being
 * said (vendor: Gather, partialResultCallback).
 */
function partialTeller(verb: Verb, run: Run): (speech: string) => void {
  const hook = hookOf(run, verb, 'partialResultCallback');
  let sequence = 0;
  return (speech) => {
    if (!hook) return;
    const words = speech.split(' ');
    const stable = words.slice(0, -1).join(' ');
    const form = {
      StableSpeechResult: stable,
      UnstableSpeechResult: words.at(-1) ?? '',
      Stability: '0.9',
      SequenceNumber: String(sequence),
    };
    run.exchange.notifyOfCall(run.leg, 'gather-partial', hook, form);
    sequence += 1;
  };
}

/** The first key or word stops the prompts. */
async function prompt(verb: Verb, run: Run, collector: InputCollector): Promise<void> {
  const bargeIn = new AbortController();
  void collector.begun.then(() => bargeIn.abort(new Error('barge-in')));
  const prompts = { ...run, signal: AbortSignal.any([run.signal, bargeIn.signal]) };
  try {
    for (const child of verb.children) await playPrompt(child, prompts);
  } catch (error) {
    if (run.signal.aborted) throw error;
  }
}

async function playPrompt(verb: Verb, run: Run): Promise<void> {
  if (Object.hasOwn(PROMPTS, verb.name)) await PROMPTS[verb.name as keyof typeof PROMPTS](verb, run);
}

function afterInput(verb: Verb, run: Run, input: Input): Next {
  const empty = input.digits === '' && input.speech === '';
  if (empty && verb.attributes.actionOnEmptyResult !== 'true') return NEXT_VERB;
  // Without an action Twilio comes back to the document that asked.
  const url = verb.attributes.action ?? run.url ?? '';
  return goTo(run, 'gather', { url, method: verb.attributes.method }, inputParameters(input));
}

function inputParameters(input: Input): Form {
  if (input.speech !== '') return { SpeechResult: input.speech, Confidence: CONFIDENCE };
  return { Digits: input.digits, ...(input.finishedOnKey && { FinishedOnKey: input.finishedOnKey }) };
}

function readOptions({ attributes }: Verb): GatherOptions {
  const input = wordsOf(attributes.input, 'dtmf');
  const speechTimeout = Number(attributes.speechTimeout);
  return {
    speech: input.includes('speech'),
    keys: input.includes('dtmf'),
    numDigits: Number(attributes.numDigits ?? Infinity),
    finishOnKey: attributes.finishOnKey ?? '#',
    timeoutMs: secondsOf(attributes.timeout, DEFAULT_TIMEOUT_SECONDS),
    pauseAfterSpeechMs: Number.isFinite(speechTimeout) ? speechTimeout * 1000 : AUTO_SPEECH_PAUSE_MS,
  };
}

/** Collects keys and words until the number of digits, the finishing key, the end of a sentence or silence. */
class InputCollector implements Ear {
  private readonly first: Deferred<void> = deferred();
  private readonly last = deferred<Input>();
  private readonly input: Input = { digits: '', finishedOnKey: '', speech: '' };
  private cancelTimer: CancelTimer = () => undefined;

  constructor(
    private readonly options: GatherOptions,
    private readonly clock: VirtualClock,
    private readonly partially: (speech: string) => void,
  ) {}

  get begun(): Promise<void> {
    return this.first.promise;
  }

  get finished(): Promise<Input> {
    return this.last.promise;
  }

  spoken(text: string): void {
    if (!this.options.speech) return;
    this.input.speech = [this.input.speech, text].filter((part) => part !== '').join(' ');
    this.first.resolve();
    this.partially(this.input.speech);
    this.finishIn(speakingMs(text) + this.options.pauseAfterSpeechMs);
  }

  pressed(digits: string): void {
    if (!this.options.keys) return;
    this.first.resolve();
    for (const digit of digits) this.take(digit);
  }

  promptsAreOver(): void {
    const begun = this.input.digits !== '' || this.input.speech !== '';
    if (!begun) this.finishIn(this.options.timeoutMs);
  }

  close(): void {
    this.cancelTimer();
  }

  private take(digit: string): void {
    if (this.options.finishOnKey.includes(digit)) {
      this.input.finishedOnKey = digit;
      return this.finish();
    }
    this.input.digits += digit;
    if (this.input.digits.length >= this.options.numDigits) return this.finish();
    this.finishIn(this.options.timeoutMs);
  }

  private finishIn(ms: number): void {
    this.cancelTimer();
    this.cancelTimer = this.clock.after(ms, () => this.finish());
  }

  /** A copy, because keys pressed after the last one that counts must not change the answer. */
  private finish(): void {
    this.last.resolve({ ...this.input });
  }
}
