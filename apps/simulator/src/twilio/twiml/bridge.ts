import { deferred, orAbort, type Deferred } from '../deferred.js';
import type { Ear, Leg } from '../leg.js';
import type { RunningRecording } from '../recordings.js';
import type { Verb } from './document.js';
import type { Run } from './run.js';
import { hookOf, secondsOf, wordsOf } from './urls.js';

const FOUR_HOURS_S = 14_400;

/** Lets the two legs talk until one hangs up, is moved elsewhere, or the time is over. @returns the recording's URL, if one was made. */
export async function bridge(dial: Verb, child: Leg, run: Run): Promise<string | null> {
  const { clock } = run.exchange.world;
  run.leg.answer();
  const over: Deferred<void> = deferred();
  const cancelLimit = clock.after(secondsOf(dial.attributes.timeLimit, FOUR_HOURS_S), () => over.resolve());
  const hearEachOther = [
    run.leg.listen(mouthTo(child, dial.attributes.hangupOnStar === 'true' ? over.resolve : undefined)),
    child.listen(mouthTo(run.leg)),
  ];
  const recording = startRecording(dial, run);
  child.follow((signal) => holdUntilMoved(signal, over.resolve));
  try {
    await orAbort(over.promise, run.signal);
  } finally {
    cancelLimit();
    hearEachOther.forEach((stop) => stop());
    recording?.stop();
  }
  return recording && run.exchange.recordings.mediaUrl(recording.record);
}

function mouthTo(other: Leg, onStar?: () => void): Ear {
  return {
    spoken: (text) => other.hear(text),
    pressed: (digits) => {
      if (digits.includes('*')) onStar?.();
    },
  };
}

/** The child is ours until it hangs up or REST gives it other TwiML. */
function holdUntilMoved(signal: AbortSignal, over: () => void): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      over();
      resolve();
    });
  });
}

function startRecording(dial: Verb, run: Run): RunningRecording | null {
  const wish = dial.attributes.record ?? 'do-not-record';
  if (wish === 'do-not-record' || wish === 'false') return null;
  return run.exchange.recordings.start(run.leg, {
    source: 'DialVerb',
    channels: wish.endsWith('-dual') ? 2 : 1,
    hears: 'both',
    callback: hookOf(run, dial, 'recordingStatusCallback'),
    events: wordsOf(dial.attributes.recordingStatusCallbackEvent, 'completed'),
  });
}
