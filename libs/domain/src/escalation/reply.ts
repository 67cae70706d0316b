import { splitCode } from './reply-code.js';
import {
  ACCEPTANCE,
  ALL,
  AUTO_REPLY,
  DONE,
  ETA,
  ETA_BY_CLOCK,
  FALSE_ALARM,
  HEDGE,
  HELP,
  HERE,
  isEta,
  NO,
  NO_EMOJI,
  NOT_REACHED,
  OK,
  ONE,
  OPT_IN,
  OPT_OUT,
  OTHER_KEY,
  POLITE_NO,
  PUTTING_OFF,
  QUESTION_START,
  QUOTES_US,
  REACHED,
  REFUSAL,
  STARTS_WITH_NO,
  TAPBACK,
  TWO,
  WHO,
  YES_EMOJI,
} from './reply-words.js';

/**
 * What a technician's text means. `ok` is an acceptance that may also confirm a test message; `no` is a refusal that may
 * also answer "Did you reach …? Y/N"; `automatic` was written by a phone, not by its owner.
 */
export type ReplyMeaning =
  | { kind: 'accept' }
  | { kind: 'accept_all' }
  | { kind: 'ok' }
  | { kind: 'pass' }
  | { kind: 'no' }
  | { kind: 'eta'; minutes: number }
  | { kind: 'here' }
  | { kind: 'reached' }
  /** The customer did not pick up: answers "Did you reach …?", and nothing else. */
  | { kind: 'not_reached' }
  /** A bare 3, 4 or 9: of whoever has the job spoken, arrived, not an emergency; of anybody else 3 passes, as on the call. */
  | { kind: 'key'; key: '3' | '4' | '9' }
  | { kind: 'done'; jobValueCents: number | null }
  | { kind: 'false_alarm' }
  | { kind: 'who' }
  | { kind: 'help' }
  | { kind: 'question' }
  | { kind: 'opt_out' }
  | { kind: 'opt_in' }
  | { kind: 'automatic' }
  | { kind: 'unclear' };

/** `code`: the incident the sender named, in upper case, whether or not it is open. */
export type TechReply = ReplyMeaning & { code: string | null };

/**
 * Reads a reply (decision 6): any text accepts, as the seed says, except refusals, questions, opt-out words, reactions
 * and auto-replies; what says both yes and no, or neither, is `unclear` and must not stop a ladder.
 * `codes`: codes of the emergencies the sender may mean, so that "7p" is a time unless 7P is open.
 */
export function parseReply(body: string, codes: readonly string[] = []): TechReply {
  const raw = straightened(body);
  if (TAPBACK.test(withoutAccents(raw)) || QUOTES_US.test(raw)) return { kind: 'automatic', code: null };
  const asks = raw.includes('?') || raw.includes('¿');
  const { code, rest } = splitCode(plain(raw), codes);
  if (code !== null && NAMES_ONLY_A_CODE.test(rest)) return { kind: asks ? 'question' : 'accept', code };
  return { ...meaningOf(rest, asks), code };
}

/** "7K", "I got 7K", "code 7K": the code alone says which one is taken. */
const NAMES_ONLY_A_CODE = /^(?:(?:i'?ll |ill |i )?(?:take|got|have)|code|for)?$/;

function meaningOf(text: string, asks: boolean): ReplyMeaning {
  if (OPT_OUT.test(text)) return { kind: 'opt_out' };
  if (OPT_IN.test(text)) return { kind: 'opt_in' };
  if (HELP.test(text)) return { kind: 'help' };
  return verbOf(text, asks) ?? symbolOf(text) ?? sentenceOf(text, asks);
}

/** The protocol's own words, which mean one thing wherever they stand alone. */
function verbOf(text: string, asks: boolean): ReplyMeaning | null {
  const key = keyOf(text);
  if (key) return key;
  if (WHO.test(text)) return { kind: 'who' };
  if (asks) return null;
  return statusOf(text) ?? arrivalOf(text) ?? answerOf(text);
}

function keyOf(text: string): ReplyMeaning | null {
  if (ONE.test(text)) return { kind: 'accept' };
  if (TWO.test(text)) return { kind: 'pass' };
  const key = OTHER_KEY.exec(text)?.[1] as '3' | '4' | '9' | undefined;
  return key ? { kind: 'key', key } : null;
}

function answerOf(text: string): ReplyMeaning | null {
  if (OK.test(text)) return { kind: 'ok' };
  if (NO.test(text)) return { kind: 'no' };
  return ALL.test(text) ? { kind: 'accept_all' } : null;
}

function statusOf(text: string): ReplyMeaning | null {
  if (HERE.test(text)) return { kind: 'here' };
  if (FALSE_ALARM.test(text)) return { kind: 'false_alarm' };
  const done = DONE.exec(text);
  if (done) return { kind: 'done', jobValueCents: centsOf(done[1], done[2]) };
  return NOT_REACHED.test(text) ? { kind: 'not_reached' } : null;
}

function arrivalOf(text: string): ReplyMeaning | null {
  if (isEta(text)) return { kind: 'eta', minutes: minutesOf(ETA.exec(text)?.groups ?? {}) };
  return ETA_BY_CLOCK.test(text) ? { kind: 'accept' } : null;
}

/** The later end of a span: the customer waits for whoever promised less. */
function minutesOf(said: Record<string, string | undefined>): number {
  if (said['from']) return Number(said['upTo'] ?? said['from']);
  if (said['hours']) return Math.round(Number(said['hours']) * 60) + Number(said['rest'] ?? 0);
  if (said['hour']) return said['half'] ? 90 : 60;
  return said['couple'] ? 120 : 30;
}

function symbolOf(text: string): ReplyMeaning | null {
  const bare = text.replace(/[\u{1f3fb}-\u{1f3ff}\ufe0f\s]/gu, '');
  if (YES_EMOJI.test(bare)) return { kind: 'accept' };
  if (NO_EMOJI.test(bare)) return { kind: 'pass' };
  const words = text.replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u200d]/gu, '').trim();
  return OK.test(words) && YES_EMOJI.test(bare.replace(words, '')) ? { kind: 'accept' } : null;
}

/** Free text. A question never accepts, even a friendly one: whoever asks has not decided yet. */
function sentenceOf(text: string, asks: boolean): ReplyMeaning {
  if (AUTO_REPLY.test(text)) return { kind: 'automatic' };
  const heard = text.replace(POLITE_NO, ' yes ').trim();
  const accepts = ACCEPTANCE.test(heard.replace(REFUSAL, ' '));
  if (REFUSAL.test(heard) || STARTS_WITH_NO.test(heard)) return { kind: accepts ? 'unclear' : 'pass' };
  return asks || QUESTION_START.test(heard) ? { kind: 'question' } : promiseOf(heard, accepts);
}

function promiseOf(heard: string, accepts: boolean): ReplyMeaning {
  if (HEDGE.test(heard)) return { kind: 'unclear' };
  if (REACHED.test(heard)) return { kind: 'reached' };
  return { kind: accepts || isFreeText(heard) ? 'accept' : 'unclear' };
}

/** Two words or more that put nothing off. One unknown word is a typo or a pocket, not a promise. */
const isFreeText = (text: string): boolean => !PUTTING_OFF.test(text) && (text.match(/\p{L}{2,}/gu) ?? []).length >= 2;

/** No night job costs more: a longer number is a slip of the thumb, and the job is closed without a value. */
const HIGHEST_JOB_VALUE_CENTS = 100_000_000;

function centsOf(amount: string | undefined, thousands: string | undefined): number | null {
  const cents = Math.round(Number(amount?.replaceAll(',', '') ?? 'none') * (thousands ? 100_000 : 100));
  return cents <= HIGHEST_JOB_VALUE_CENTS ? cents : null;
}

/** Quotes made straight, invisible characters and mail signatures gone; case and punctuation kept. */
function straightened(body: string): string {
  return body
    .replace(/[\u200b\u200c\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s*\n+\s*sent from my [\s\S]*$/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

/** Also without accents and without punctuation at the ends. */
const plain = (straight: string): string =>
  withoutAccents(straight).replace(/^[\s.,;:!?¡¿"'()*_~-]+|[\s.,;:!?¡¿"'()*_~-]+$/g, '');
