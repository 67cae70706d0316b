import { timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { digestOf } from './one-time-secret.js';

const ISSUER = 'Nightdesk';
const STEP_SECONDS = 30;
/** 160 bits, the size of SHA-1's key (RFC 4226 section 4). */
const SEED_BYTES = 20;

const of = (seed: string, label = ''): TOTP =>
  new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(seed), period: STEP_SECONDS });

/** A new seed, in base32 as a person may type it into an authenticator. */
export const newSeed = (): string => new Secret({ size: SEED_BYTES }).base32;

/** What an authenticator reads from the QR code (Google's Key Uri Format). */
export const otpauthUri = (seed: string, email: string): string => of(seed, email).toString();

/**
 * The step the code belongs to: the current one, or the one before for somebody who typed slowly (AUT-05); null when it
 * is neither. Using a step only once is the caller's part.
 */
export function matchingStep(seed: string, code: string, at: Date): number | null {
  const now = Math.floor(at.getTime() / 1000 / STEP_SECONDS);
  const steps = [now, now - 1].filter((step) => sameCode(codeOf(seed, step), code));
  return steps[0] ?? null;
}

const codeOf = (seed: string, step: number): string => of(seed).generate({ timestamp: step * STEP_SECONDS * 1000 });

const sameCode = (right: string, given: string): boolean => timingSafeEqual(digestOf(right), digestOf(given));
