import { Secret, TOTP } from 'otpauth';
import { matchingStep, newSeed, otpauthUri } from './totp.js';

const SEED = Secret.fromLatin1('12345678901234567890').base32;
const at = (seconds: number) => new Date(seconds * 1000);
const codeAt = (seconds: number) =>
  new TOTP({ secret: Secret.fromBase32(SEED) }).generate({ timestamp: seconds * 1000 });

describe('A code of an authenticator (RFC 6238)', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ])('of the RFC’s own table, at %i s, is %s', (seconds, code) => {
    expect(matchingStep(SEED, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('counts in its step and in the next, and neither before nor later (AUT-05)', () => {
    const code = codeAt(3000);
    const steps = [2999, 3000, 3029, 3059, 3060].map((seconds) => matchingStep(SEED, code, at(seconds)));
    expect(steps).toEqual([null, 100, 100, 100, null]);
  });

  it.each(['', '28708', '2870821', 'abcdef', '28708２'])('"%s" is none', (code) => {
    expect(matchingStep(SEED, code, at(59))).toBeNull();
  });

  it('comes from a seed of 160 bits that no two people share', () => {
    const seeds = Array.from({ length: 50 }, newSeed);
    expect(new Set(seeds).size).toBe(50);
    expect(Secret.fromBase32(seeds[0] ?? '').bytes).toHaveLength(20);
  });

  it('is set up by a QR code that names us and the person', () => {
    expect(otpauthUri(SEED, 'dave@metroplumbing.example')).toMatch(
      /^otpauth:\/\/totp\/Nightdesk:dave%40metroplumbing\.example\?issuer=Nightdesk&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&/,
    );
  });
});
