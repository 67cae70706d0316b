/** What came back from a question: words, keys, or nothing. Words come from a machine's ear and are nobody's word. */
export interface HeardAnswer {
  words: string;
  keys: string;
  /** The machine was sure enough. */
  isClear: boolean;
}

/** Longer than anybody answers in one breath; the rest would only fill the card. */
const LONGEST_WORDS = 1000;
const SURE_FROM = 0.4;

/**
 * Reads what the carrier recognised. Control characters would forge lines in a text message; a confidence of nought is what
 * some recognisers send that give none, so it says nothing (Twilio, Gather: SpeechResult, Confidence).
 */
export function heardAnswer(
  given: Partial<Record<'speech' | 'confidence' | 'digits', string | undefined>>,
): HeardAnswer {
  const words = (given.speech ?? '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_WORDS);
  const confidence = Number(given.confidence);
  const isUnsure = Number.isFinite(confidence) && confidence > 0 && confidence < SURE_FROM;
  return { words, keys: given.digits ?? '', isClear: words !== '' && !isUnsure };
}
