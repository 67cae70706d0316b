import { kept } from '../language/kept-readings.js';
import type { TurnReading } from '../language/reading.js';
import type { Call, Heard } from './call.js';

/** Longer turns tell a story around the thing they are about. */
const LONG_TURN_WORDS = 40;
/** Letters on each side of what was heard, where no sentence ends sooner. */
const REACH = 120;

const SENTENCE_ENDS = new Set('.!?');

/** The sentence of a long story in which something was heard, read by itself; undefined where the turn is short. */
export function readingAround({ turn, start, end }: Heard, call: Call): TurnReading | undefined {
  const text = call.turns[turn]?.text ?? '';
  if ((call.readings[turn]?.wordCount ?? 0) < LONG_TURN_WORDS) return undefined;
  return kept.of(text.slice(sentenceStart(text, start), sentenceEnd(text, end)));
}

function sentenceStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && from - at < REACH && !SENTENCE_ENDS.has(text[at - 1] as string)) at--;
  return at;
}

function sentenceEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < REACH && !SENTENCE_ENDS.has(text[at] as string)) at++;
  return at;
}
