import type { CancelTimer, VirtualClock } from '../../clock.js';
import type { Form } from '../call-parameters.js';
import { deferred, orAbort } from '../deferred.js';
import { Interruption, speakingMs, type Ear } from '../leg.js';
import type { RunningRecording } from '../recordings.js';
import type { Verb } from './document.js';
import { NEXT_VERB, type Next, type Run } from './run.js';
import { goTo, hookOf, secondsOf, wordsOf } from './urls.js';

const DEFAULT_SILENCE_SECONDS = 5;
const DEFAULT_MAX_SECONDS = 3600;

/** Records the person at the phone until silence, a key, the time limit or hang-up. Silence from the start falls through. */
export async function record(verb: Verb, run: Run): Promise<Next> {
  run.leg.answer();
  if (verb.attributes.playBeep !== 'false') run.leg.hear('[beep]');
  const recording = startRecording(verb, run);
  const ear = new VoicemailEar(verb, run.exchange.world.clock);
  const stopListening = run.leg.listen(ear);
  try {
    const key = await orAbort(ear.finished, run.signal);
    recording.stop();
    return recording.text === '' ? NEXT_VERB : afterRecording(verb, run, actionParameters(run, recording, key));
  } catch (error) {
    recording.stop();
    tellOfHangUp(verb, run, recording, error);
    throw error;
  } finally {
    stopListening();
    ear.close();
  }
}

function startRecording(verb: Verb, run: Run): RunningRecording {
  return run.exchange.recordings.start(run.leg, {
    source: 'RecordVerb',
    channels: 1,
    hears: 'phone',
    callback: hookOf(run, verb, 'recordingStatusCallback'),
    events: wordsOf(verb.attributes.recordingStatusCallbackEvent, 'completed'),
  });
}

function afterRecording(verb: Verb, run: Run, form: Form): Next {
  return goTo(
    run,
    'record-action',
    { url: verb.attributes.action ?? run.url ?? '', method: verb.attributes.method },
    form,
  );
}

function actionParameters(run: Run, recording: RunningRecording, digits: string): Form {
  return {
    RecordingUrl: run.exchange.recordings.mediaUrl(recording.record),
    RecordingDuration: String(recording.record.durationSeconds ?? 0),
    ...(digits !== '' && { Digits: digits }),
  };
}

/** Hanging up is how most people end a voicemail: the action is told, its TwiML is not played any more. */
function tellOfHangUp(verb: Verb, run: Run, recording: RunningRecording, error: unknown): void {
  if (!(error instanceof Interruption) || error.why !== 'call-ended' || recording.text === '') return;
  const next = afterRecording(verb, run, actionParameters(run, recording, 'hangup'));
  if (next.kind !== 'fetch' || next.source.kind !== 'request') return;
  run.exchange.notifyOfCall(run.leg, next.source.webhook, next.source.hook, next.source.form);
}

class VoicemailEar implements Ear {
  private readonly last = deferred<string>();
  private readonly silenceMs: number;
  private readonly finishOnKey: string;
  private readonly cancelLimit: CancelTimer;
  private cancelSilence: CancelTimer;

  constructor(
    { attributes }: Verb,
    private readonly clock: VirtualClock,
  ) {
    this.silenceMs = secondsOf(attributes.timeout, DEFAULT_SILENCE_SECONDS);
    this.finishOnKey = attributes.finishOnKey ?? '1234567890*#';
    this.cancelLimit = clock.after(secondsOf(attributes.maxLength, DEFAULT_MAX_SECONDS), () => this.last.resolve(''));
    this.cancelSilence = clock.after(this.silenceMs, () => this.last.resolve(''));
  }

  /** The key that ended it; empty for silence and the time limit. */
  get finished(): Promise<string> {
    return this.last.promise;
  }

  spoken(text: string): void {
    this.cancelSilence();
    this.cancelSilence = this.clock.after(speakingMs(text) + this.silenceMs, () => this.last.resolve(''));
  }

  pressed(digits: string): void {
    const key = [...digits].find((digit) => this.finishOnKey.includes(digit));
    if (key !== undefined) this.last.resolve(key);
  }

  close(): void {
    this.cancelLimit();
    this.cancelSilence();
  }
}
