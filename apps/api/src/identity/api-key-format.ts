import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FORM = /^(nd_live_([0-9A-Za-z]{12})_([0-9A-Za-z]{32}))([0-9A-Za-z]{6})$/;

/** Every key begins so: secret scanners look for it, and a double click selects the whole. */
export const KEY_PREFIX = 'nd_live_';

export interface NewApiKey {
  keyId: string;
  /** The whole key, to be shown once. */
  text: string;
  secretHash: Buffer;
}

/** What a presented key claims to be. */
export interface PresentedKey {
  keyId: string;
  secretHash: Buffer;
}

/** Whether a path could name a key at all. */
export const isKeyId = (text: string): boolean => /^[0-9A-Za-z]{12}$/.test(text);

/** A fresh key: an id to look it up by, 190 bits of secret, and a checksum that tells a mistyped one offline (reference 2.2). */
export function newApiKey(): NewApiKey {
  const [keyId, secret] = [randomBase62(12), randomBase62(32)];
  const body = `${KEY_PREFIX}${keyId}_${secret}`;
  return { keyId, text: body + checksumOf(body), secretHash: hashOf(secret) };
}

/** The parts of a well-formed key; null for one that was cut, mistyped or made up. Asks nobody (KEY-02). */
export function readApiKey(text: string): PresentedKey | null {
  const [, body = '', keyId = '', secret = '', checksum] = FORM.exec(text) ?? [];
  if (body === '' || checksumOf(body) !== checksum) return null;
  return { keyId, secretHash: hashOf(secret) };
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const randomBase62 = (length: number): string =>
  Array.from({ length }, () => BASE62.charAt(randomInt(BASE62.length))).join('');

function checksumOf(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (; digits.length < 6; rest = Math.floor(rest / 62)) digits = BASE62.charAt(rest % 62) + digits;
  return digits;
}
