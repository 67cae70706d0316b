import { numberField, textField } from '../http-bodies.js';

/** What a phone does by itself when it rings. Seconds are virtual. */
export type Behaviour =
  /** Rings until somebody answers through the control API, or the network gives up. */
  | { kind: 'by-hand' }
  /** Somebody picks up; keys are pressed `pressAfterSeconds` after a menu begins to listen for them. */
  | { kind: 'answers'; afterSeconds: number; press: string | null; pressAfterSeconds: number }
  | { kind: 'busy' }
  | { kind: 'no-answer' }
  | { kind: 'declines'; afterSeconds: number }
  /** The carrier's voicemail picks up, talks, records, and never presses a key. */
  | { kind: 'voicemail'; afterSeconds: number; greeting: string }
  /** Rings for a while, then the carrier forwards the call, as a business line does after hours. */
  | { kind: 'forwards'; afterSeconds: number; to: string }
  /** Switched off: calls fail, texts end as 30003. */
  | { kind: 'off' };

export const BY_HAND: Behaviour = { kind: 'by-hand' };
const PICK_UP_AFTER_SECONDS = 4;
const PRESS_AFTER_SECONDS = 3;
const VOICEMAIL_AFTER_SECONDS = 18;
const CARRIER_GREETING =
  'The person you are trying to reach is not available. At the tone, please record your message. When you have finished recording, you may hang up.';

/** @returns undefined when `kind` is none of the behaviours. Missing seconds get a usual person's. */
export function readBehaviour(body: unknown): Behaviour | undefined {
  const kind = textField(body, 'kind');
  return kind !== undefined && Object.hasOwn(READERS, kind) ? READERS[kind as Behaviour['kind']](body) : undefined;
}

const READERS: { [K in Behaviour['kind']]: (body: unknown) => Behaviour } = {
  'by-hand': () => BY_HAND,
  busy: () => ({ kind: 'busy' }),
  'no-answer': () => ({ kind: 'no-answer' }),
  off: () => ({ kind: 'off' }),
  declines: (body) => ({ kind: 'declines', afterSeconds: readAfter(body, PICK_UP_AFTER_SECONDS) }),
  forwards: (body) => ({
    kind: 'forwards',
    afterSeconds: readAfter(body, PICK_UP_AFTER_SECONDS),
    to: textField(body, 'to') ?? '',
  }),
  answers: (body) => ({
    kind: 'answers',
    afterSeconds: readAfter(body, PICK_UP_AFTER_SECONDS),
    press: textField(body, 'press') ?? null,
    pressAfterSeconds: numberField(body, 'pressAfterSeconds') ?? PRESS_AFTER_SECONDS,
  }),
  voicemail: (body) => ({
    kind: 'voicemail',
    afterSeconds: readAfter(body, VOICEMAIL_AFTER_SECONDS),
    greeting: textField(body, 'greeting') ?? CARRIER_GREETING,
  }),
};

function readAfter(body: unknown, usual: number): number {
  return numberField(body, 'afterSeconds') ?? usual;
}
