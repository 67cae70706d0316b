import type { Form } from '../call-parameters.js';
import type { ConferenceOptions } from '../conferences.js';
import { orAbort } from '../deferred.js';
import type { Verb } from './document.js';
import type { Run } from './run.js';
import { hookOf, wordsOf } from './urls.js';

/** Puts the leg into the room until it leaves, is moved, or the conference ends. @returns what the Dial's action is told. */
export async function dialConference(dial: Verb, noun: Verb, run: Run): Promise<Form> {
  run.leg.answer();
  const { clock } = run.exchange.world;
  const joinedAt = clock.now();
  const room = run.exchange.conferences.roomNamed(noun.text, run.leg.record.accountSid);
  const participant = room.join(run.leg, readOptions(noun, run), joinedAt);
  const stopListening = run.leg.listen({
    spoken: (text) => room.spread(run.leg, text),
    pressed: (digits) => {
      if (dial.attributes.hangupOnStar === 'true' && digits.includes('*')) room.leave(participant);
    },
  });
  const recording = noun.attributes.record === 'record-from-start' ? startRecording(noun, run) : null;
  try {
    await orAbort(participant.out.promise, run.signal);
  } finally {
    stopListening();
    recording?.stop();
    room.leave(participant);
  }
  return { DialCallStatus: 'answered', DialCallDuration: String(Math.round((clock.now() - joinedAt) / 1000)) };
}

function readOptions(noun: Verb, run: Run): ConferenceOptions {
  const { attributes } = noun;
  return {
    startOnEnter: attributes.startConferenceOnEnter !== 'false',
    endOnExit: attributes.endConferenceOnExit === 'true',
    muted: attributes.muted === 'true',
    beep: attributes.beep !== 'false',
    callback: hookOf(run, noun, 'statusCallback'),
    events: wordsOf(attributes.statusCallbackEvent, ''),
  };
}

/** One participant hears and says everything that passes through the room, so its tape is the room's. */
function startRecording(noun: Verb, run: Run) {
  return run.exchange.recordings.start(run.leg, {
    source: 'Conference',
    channels: 1,
    hears: 'both',
    callback: hookOf(run, noun, 'recordingStatusCallback'),
    events: wordsOf(noun.attributes.recordingStatusCallbackEvent, 'completed'),
  });
}
