// A telephone voice says about 165 words a minute and rests at the end of a sentence.
const WORDS_PER_SECOND = 2.75;
const PAUSE_SECONDS = 0.3;

/** How long a voice takes to say this, in seconds to a tenth. */
export function spokenSeconds(text: string): number {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const pauses = (text.match(/[.!?](\s|$)/g) ?? []).length;
  return Math.round((words / WORDS_PER_SECOND + Math.max(0, pauses - 1) * PAUSE_SECONDS) * 10) / 10;
}
