import type { CallClass } from '@domain/triage/triage.types';

/** What is known of a finished call when it is decided whether it leaves a card behind. */
export interface EndedCall {
  /** From pick-up to hang-up; null when the provider never said. */
  durationSeconds: number | null;
  /** What the caller said, final transcript lines only. */
  callerWords: string[];
  classification: CallClass | null;
  /** A hazard was recognised, or an incident was opened, at any time of the call. */
  hazard: boolean;
}

export type CallRemains = 'card' | 'spam' | 'abandoned';

/** VTCR 2.4 and scenario 25: shorter than this with nothing said is a dropped call. */
const ABANDONED_UNDER_SECONDS = 10;

/**
 * What a finished call leaves behind: a card, a spam record (VTCR 2.5) or an abandoned record (VTCR 2.4, scenario 25).
 * A hazard always leaves a card: "my house is flo—" and a click is an emergency, not a dropped call (decision 8).
 */
export function whatRemains(call: EndedCall): CallRemains {
  if (call.hazard || call.classification === 'emergency') return 'card';
  if (call.classification === 'spam') return 'spam';
  return isAbandoned(call) ? 'abandoned' : 'card';
}

/** Whether the call gets a lead card. */
export const deservesCard = (call: EndedCall): boolean => whatRemains(call) === 'card';

function isAbandoned(call: EndedCall): boolean {
  const seconds = call.durationSeconds ?? 0;
  return seconds < ABANDONED_UNDER_SECONDS && !call.callerWords.some(saysSomething);
}

// What people say to a line that has just been picked up, in English and Spanish; it carries no request.
const GREETINGS = new Set(
  'hello hi hey yeah yes yep no um uh er hm hmm huh oh ok okay sorry what who is this it there are you anyone anybody nobody wrong number nevermind never mind bye goodbye thanks thank hola bueno diga si sí perdón adiós'.split(
    ' ',
  ),
);

/** A word beyond greetings, fillers and "wrong number". */
export function saysSomething(line: string): boolean {
  const words = line.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return words.some((word) => !GREETINGS.has(word));
}
