/** Sentences that say nothing a technician could use. */
const EMPTY =
  /^(?:i don't know what to do|it's everywhere|please (?:help|hurry)|help|thanks|thank you|figure it's time.*|nothing else|oh my god)$/i;
const SMALL_TALK =
  /^(?:(?:yeah|yes|hi there|hi|hey|hello|uh|um|ok|okay|so|well|actually|please|oh my god|thanks)\b[\s,.!-]*)+/i;
const OPENERS: [RegExp, string][] = [
  [/^i(?:'m| am) (?:looking (?:to get|for)|calling about)\s+/i, ''],
  [/^i(?:'d| would) like to\s+/i, 'Wants to '],
  [/^i (need|want)\s+/i, '$1s '],
  [/^(?:i(?:'ve| have)(?: got)?|there(?:'s| is| are)|i(?:'m| am)|it(?:'s| is)|we(?:'ve| have)(?: got)?)\s+/i, ''],
];
const LONGEST = 600;

/**
 * The caller's own words as a note for the technician, without the throat-clearing: "Yeah, uh, I've got water spraying out of
 * a pipe in my basement" becomes "Water spraying out of a pipe in the basement."
 */
export function issueSummary(remarks: readonly string[]): string {
  const sentences = remarks.flatMap((remark) => remark.match(/[^.!?]+/g) ?? []).map(bare);
  const telling = sentences.filter((sentence) => sentence.length > 2 && !EMPTY.test(sentence));
  return telling.map(noted).join(' ').slice(0, LONGEST) || 'Not described';
}

function bare(sentence: string): string {
  return sentence
    .trim()
    .replace(SMALL_TALK, '')
    .replace(/,?\s+(?:uh|um),?\s+/gi, ' ')
    .trim();
}

function noted(sentence: string): string {
  const opener = OPENERS.find(([pattern]) => pattern.test(sentence));
  const plain = (opener ? sentence.replace(opener[0], opener[1]) : sentence).replace(
    /\b(?:my|our)\b(?! (?:god|goodness|gosh))/gi,
    'the',
  );
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`;
}
