import { randomInt } from 'node:crypto';
import { digestOf } from './one-time-secret.js';

const CODES = 10;
/** Without 0, 1, I, L, O and U: nobody mistakes one for another on paper. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP_LENGTH = 6;

/** Ten codes of 24 characters: 117 bits each, so that a plain SHA-256 of one is safe to store (AUT-05). */
export const newRecoveryCodes = (): string[] => Array.from({ length: CODES }, newCode);

/** Six digits come from an authenticator or a mail; anything longer can only be a recovery code. */
export const looksLikeRecoveryCode = (code: string): boolean => plain(code).length === GROUPS * GROUP_LENGTH;

/** What is stored of a recovery code, however it was typed. */
export const recoveryHash = (code: string): Buffer => digestOf(plain(code));

const plain = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

const newCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');
