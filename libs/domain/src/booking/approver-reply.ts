/**
 * Codes of held windows begin with a B, which no emergency's code has in it, so that an answer to one can never be taken
 * for an answer to the other. The digits are none of the keys.
 */
const CODE = /^B[346789]{2,3}$/;
const DIGITS = '346789';

/** A code that no open question of the account has; `seed` (the appointment's id) spreads them. Throws when all are used. */
export function freeHoldCode(taken: ReadonlySet<string>, seed: string): string {
  const codes = [...pairs(''), ...[...DIGITS].flatMap((digit) => pairs(digit))];
  const start = [...seed].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % DIGITS.length ** 2, 7);
  const code = [...codes.slice(start, 36), ...codes.slice(0, start), ...codes.slice(36)].find((one) => !taken.has(one));
  if (!code) throw new Error('every code for held windows is in use');
  return code;
}

const pairs = (first: string): string[] => [...DIGITS].flatMap((a) => [...DIGITS].map((b) => `B${first}${a}${b}`));

export type ApproverMeaning =
  | { kind: 'approve' }
  | { kind: 'other' }
  | { kind: 'will_call' }
  /** One of the other times that were listed, from 0. */
  | { kind: 'choose'; index: number }
  | { kind: 'unclear' };

/** `code`: the hold that is named, whether or not it is open; null: none is. */
export type ApproverReply = ApproverMeaning & { code: string | null };

const MEANINGS: [RegExp, ApproverMeaning][] = [
  [/^(?:1|approved?|yes|y|ok(?:ay)?|si|book(?: it)?)$/, { kind: 'approve' }],
  [/^(?:2|other(?: time)?s?|another(?: time)?)$/, { kind: 'other' }],
  [/^(?:3|call|i'?ll call|i will call|will call)$/, { kind: 'will_call' }],
  [/^a$/, { kind: 'choose', index: 0 }],
  [/^b$/, { kind: 'choose', index: 1 }],
  [/^c$/, { kind: 'choose', index: 2 }],
];

/** Keys that mean something without a code: only these, because every other word may be about the night's emergencies. */
const BARE = /^(?:1|2|3|a|b|c)$/;

/** Reads an approver's text. Null: it is about something else. */
export function approverReply(words: string): ApproverReply | null {
  const heard = words
    .replace(/[’‘`´]/g, "'")
    .replace(/[\s.,:;!#=]+/g, ' ')
    .trim();
  const [first = '', ...rest] = heard.split(' ');
  if (CODE.test(first.toUpperCase())) return { ...meaningOf(rest.join(' ')), code: first.toUpperCase() };
  const last = rest.at(-1)?.toUpperCase() ?? '';
  if (CODE.test(last)) return { ...meaningOf([first, ...rest.slice(0, -1)].join(' ')), code: last };
  return BARE.test(heard.toLowerCase()) ? { ...meaningOf(heard), code: null } : null;
}

function meaningOf(words: string): ApproverMeaning {
  const said = words.toLowerCase();
  return MEANINGS.find(([pattern]) => pattern.test(said))?.[1] ?? { kind: 'unclear' };
}
