/** With a second factor, and without one (NIST SP 800-63B-4, section 3.1.1). Counted in characters as a person counts them. */
const SHORTEST_WITH_SECOND_FACTOR = 8;
const SHORTEST_ALONE = 15;
export const LONGEST = 128;
/** Fewer guesses than this and a list of leaked passwords, a keyboard row or a repeated word would find it. */
const ENOUGH_GUESSES_LOG10 = 7;
/** What is left of a password without the words anybody would try for this person. */
const ENOUGH_OWN_LETTERS = 6;
const SHORTEST_WORD = 3;

export type PasswordComplaint =
  'password-too-short' | 'password-too-long' | 'password-too-common' | 'password-about-you';

export interface PasswordSubject {
  hasSecondFactor: boolean;
  /** Names an attacker would try first: company, product, tenant, local part of the e-mail address (AUT-03). */
  words: string[];
}

/** The same characters typed on another keyboard must give the same bytes; nothing is trimmed or cut. */
export const normalised = (password: string): string => password.normalize('NFC');

const lengthOf = (password: string): number => [...normalised(password)].length;

/** Whether a password may be the only factor. */
export const isLongEnoughAlone = (password: string): boolean => lengthOf(password) >= SHORTEST_ALONE;

/**
 * What is wrong with a password, or null (AUT-02, AUT-03). No rules of composition: length and not being guessable count.
 * `guessesLog10` tells the logarithm of the guesses a cracker needs, knowing these words.
 */
export function passwordComplaint(
  password: string,
  subject: PasswordSubject,
  guessesLog10: (password: string, words: string[]) => number,
): PasswordComplaint | null {
  const length = lengthOf(password);
  if (length > LONGEST) return 'password-too-long';
  if (length < (subject.hasSecondFactor ? SHORTEST_WITH_SECOND_FACTOR : SHORTEST_ALONE)) return 'password-too-short';
  const words = wordsOf(subject.words);
  if (isAbout(password, words)) return 'password-about-you';
  return guessesLog10(password, words) < ENOUGH_GUESSES_LOG10 ? 'password-too-common' : null;
}

/** The words as they are and their parts, e.g. "Metro Plumbing" also as "metro" and "plumbing". */
function wordsOf(names: string[]): string[] {
  const parts = names.flatMap((name) => [name.replace(/[^\p{L}\p{N}]+/gu, ''), ...name.split(/[^\p{L}\p{N}]+/u)]);
  const words = parts.map((part) => part.toLowerCase()).filter((part) => part.length >= SHORTEST_WORD);
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

function isAbout(password: string, words: string[]): boolean {
  const letters = password.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const own = words.reduce((left, word) => left.replaceAll(word, ''), letters);
  return own !== letters && [...own.replace(/\p{N}+/gu, '')].length < ENOUGH_OWN_LETTERS;
}
