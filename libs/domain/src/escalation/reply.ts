import { looksLikeCode } from './incident-code.js';
import {
  ACCEPTANCE,
  ALL,
  AUTO_REPLY,
  DONE,
  ETA,
  FALSE_ALARM,
  HEDGE,
  HERE,
  isEta,
  NO,
  NO_EMOJI,
  OK,
  ONE,
  OPT_IN,
  OPT_OUT,
  POLITE_NO,
  PUTTING_OFF,
  QUESTION_START,
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
  | { kind: 'done'; jobValueCents: number | null }
  | { kind: 'false_alarm' }
  | { kind: 'who' }
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
  if (TAPBACK.test(raw)) return { kind: 'automatic', code: null };
  const { code, rest } = splitCode(plain(raw), codes);
  if (code !== null && rest === '') return { kind: 'accept', code };
  return { ...meaningOf(rest, raw.includes('?') || raw.includes('¿')), code };
}

function meaningOf(text: string, asks: boolean): ReplyMeaning {
  if (OPT_OUT.test(text)) return { kind: 'opt_out' };
  if (OPT_IN.test(text)) return { kind: 'opt_in' };
  return verbOf(text, asks) ?? symbolOf(text) ?? sentenceOf(text, asks);
}

/** The protocol's own words, which mean one thing wherever they stand alone. */
function verbOf(text: string, asks: boolean): ReplyMeaning | null {
  if (ONE.test(text)) return { kind: 'accept' };
  if (TWO.test(text)) return { kind: 'pass' };
  if (WHO.test(text)) return { kind: 'who' };
  if (asks) return null;
  return statusOf(text) ?? answerOf(text);
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
  if (done) return { kind: 'done', jobValueCents: centsOf(done[1]) };
  return isEta(text) ? etaOf(text) : null;
}

function etaOf(text: string): ReplyMeaning {
  const [, minutes, hours] = ETA.exec(text) ?? [];
  if (minutes) return { kind: 'eta', minutes: Number(minutes) };
  return { kind: 'eta', minutes: hours === 'an' ? 60 : Math.round(Number(hours) * 60) };
}

function symbolOf(text: string): ReplyMeaning | null {
  const bare = text.replace(/[\u{1f3fb}-\u{1f3ff}\ufe0f\s]/gu, '');
  if (YES_EMOJI.test(bare)) return { kind: 'accept' };
  return NO_EMOJI.test(bare) ? { kind: 'pass' } : null;
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

interface Coded {
  code: string | null;
  rest: string;
}

function splitCode(text: string, codes: readonly string[]): Coded {
  return leadingCode(text, codes) ?? trailingCode(text, codes) ?? { code: null, rest: text };
}

function leadingCode(text: string, codes: readonly string[]): Coded | null {
  const [, found, after, key] = /^[[(#]*([a-z0-9]{2})[\])]*(?:[\s:,.-]+(.*)|([12]))?$/.exec(text) ?? [];
  const code = found?.toUpperCase();
  if (!code || !(codes.includes(code) || isStrangerCode(code, text))) return null;
  return { code, rest: (after ?? key ?? '').trim() };
}

function trailingCode(text: string, codes: readonly string[]): Coded | null {
  const [, before = '', found] = /^(.*?)[\s:,.-]+[[(#]*([a-z0-9]{2})[\])]*$/.exec(text) ?? [];
  const code = found?.toUpperCase();
  return code && codes.includes(code) ? { code, rest: before.trim() } : null;
}

/** "7K" or "7K 1" from somebody with no such emergency: an answer to an old text, not free text. */
const isStrangerCode = (code: string, text: string): boolean =>
  /^[3-9][A-Z]$/.test(code) &&
  looksLikeCode(code) &&
  /^\W*\w{2}\W*(?:[\s:,.-]*(?:1|2|yes|no|done|here|false|pass))?$/.test(text);

function centsOf(amount: string | undefined): number | null {
  return amount ? Math.round(Number(amount.replaceAll(',', '')) * 100) : null;
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

/** Also without accents and without punctuation at the ends. */
function plain(straight: string): string {
  return straight
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/^[\s.,;:!?¡¿"'()*_~-]+|[\s.,;:!?¡¿"'()*_~-]+$/g, '');
}
