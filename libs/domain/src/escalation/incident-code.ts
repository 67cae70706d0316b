/** No character that looks or sounds like another on a phone at night: no 0 O 1 I L, no 2 Z, 5 S, 8 B, U V. */
const DIGITS = '34679';
const LETTERS = 'ACDEFHJKMNPQRTWXY';

/** Digit first reads as a code ("7K"), so those are used up before the others. None of them is a word or a verb. */
const CODES: readonly string[] = [
  ...pairs(DIGITS, LETTERS),
  ...pairs(LETTERS, DIGITS),
  ...pairs('CDFHJKMNPQRTWX', 'CDFHJKMNPQRTWX'),
];

function pairs(first: string, second: string): string[] {
  return [...first].flatMap((a) => [...second].map((b) => a + b));
}

/** True for a text that could be one of our codes, whether or not it is in use. */
export const looksLikeCode = (text: string): boolean => CODES.includes(text.toUpperCase());

/**
 * A two-character code that no open incident of the account has. `seed` (the incident's id) spreads them, so that a
 * reply to last night's text seldom meets tonight's incident. Throws when 450 emergencies are open at once.
 */
export function freeCode(taken: ReadonlySet<string>, seed: string): string {
  const friendly = DIGITS.length * LETTERS.length;
  const start = [...seed].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % friendly, 7);
  const inOrder = [...CODES.slice(start, friendly), ...CODES.slice(0, start), ...CODES.slice(friendly)];
  const code = inOrder.find((candidate) => !taken.has(candidate));
  if (!code) throw new Error('every incident code is in use');
  return code;
}
