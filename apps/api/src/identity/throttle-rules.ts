import { createHash } from 'node:crypto';
import type { Visitor } from './identity.types.js';

/** How failures under one key slow down the next try. Times in seconds. */
export interface ThrottleRule {
  /** A hash: the table names nobody. */
  key: string;
  /** Failures without consequence within `window`. */
  free: number;
  window: number;
  /** `grows`: 1, 2, 4 … seconds. `waits`: until the window is over. `counts`: only counts. */
  then: 'grows' | 'waits' | 'counts';
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** An attacker who hits this keeps only himself waiting; still, nobody waits longer. */
const LONGEST_WAIT = 15 * MINUTE;

/** After so many failures in an hour an address is under attack: its owner is told, and a strange browser needs a mailed code. */
export const FAILURES_THAT_ALARM = 20;

const hashed = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex');

const networks = (what: string, visitor: Visitor): ThrottleRule[] => [
  { key: hashed(what, 'network', visitor.network), free: 1000, window: HOUR, then: 'waits' },
  { key: hashed(what, 'ip', visitor.ip), free: 100, window: HOUR, then: 'waits' },
];

/**
 * Failures of one kind for one subject (an address, a user) from one place (AUT-09). The delay belongs to the pair, so
 * that nobody can lock somebody else out from afar; the subject alone is only counted.
 */
export const guessRules = (what: string, subject: string, visitor: Visitor): ThrottleRule[] => [
  ...networks(what, visitor),
  { key: hashed(what, 'subject', subject), free: FAILURES_THAT_ALARM, window: HOUR, then: 'counts' },
  { key: hashed(what, 'pair', subject, visitor.ip), free: 5, window: 15 * MINUTE, then: 'grows' },
];

/**
 * Codes of six digits after the right password: who has come so far knows the password, so the delay is the user's
 * wherever the tries come from. A recovery code, which nobody can guess, is not held up.
 */
export const codeRules = (userId: string, visitor: Visitor): ThrottleRule[] => [
  ...networks('code', visitor),
  { key: hashed('code', 'subject', userId), free: 5, window: 15 * MINUTE, then: 'grows' },
];

/** Requests that make us write an e-mail or try a link, counted whether they succeed or not. */
export const requestRules = (what: string, visitor: Visitor): ThrottleRule[] => networks(what, visitor);

/** E-mails of one kind to one address; more are quietly not written, so that nobody's mailbox can be flooded through us. */
export const letterRule = (what: string, address: string): ThrottleRule => ({
  key: hashed('letter', what, address),
  free: 5,
  window: HOUR,
  then: 'waits',
});

/** Seconds that the next try has to wait after this many failures; 0: none. */
export function waitAfter(failures: number, rule: ThrottleRule): number {
  if (rule.then !== 'grows' || failures < rule.free) return 0;
  return Math.min(2 ** (failures - rule.free), LONGEST_WAIT);
}
