/** What came back from a question: words, keys, or nothing. Words come from a machine's ear and are nobody's word. */
export interface HeardAnswer {
  words: string;
  keys: string;
  /** The machine was sure enough. */
  isClear: boolean;
  /** It came while the safety line was read, which was therefore not heard to its end. */
  cutLine?: boolean;
}

/** Longer than anybody answers in one breath; the rest would only fill the card. */
const LONGEST_WORDS = 1000;
const SURE_FROM = 0.4;

/** One line, and no longer than a card can hold: control characters would forge lines in a text message. */
const tidy = (words: string): string =>
  words
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_WORDS);

/** A sentence that is still being spoken: the part that stands, and the recogniser's guess at the rest. */
export function halfHeard(stable: string, unstable: string): string {
  const rest = unstable.startsWith(stable) ? unstable.slice(stable.length) : unstable;
  return tidy(`${stable} ${rest}`);
}

/**
 * Reads what the carrier recognised. A confidence of nought is what
 * some recognisers send that give none, so it says nothing (Twilio, Gather: SpeechResult, Confidence).
 */
export function heardAnswer(
  given: Partial<Record<'speech' | 'confidence' | 'digits', string | undefined>>,
): HeardAnswer {
  const words = tidy(given.speech ?? '');
  const confidence = Number(given.confidence);
  const isUnsure = Number.isFinite(confidence) && confidence > 0 && confidence < SURE_FROM;
  return { words, keys: given.digits ?? '', isClear: words !== '' && !isUnsure };
}
