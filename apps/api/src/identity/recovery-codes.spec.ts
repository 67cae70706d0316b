import { looksLikeRecoveryCode, newRecoveryCodes, recoveryHash } from './recovery-codes.js';

describe('Recovery codes (AUT-05)', () => {
  const codes = newRecoveryCodes();

  it('are ten, of 24 letters and digits that nobody mistakes for each other: 117 bits', () => {
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([2-9A-HJKMNP-TV-Z]{6}-){3}[2-9A-HJKMNP-TV-Z]{6}$/);
    expect(24 * Math.log2(30)).toBeGreaterThan(112);
  });

  it('are recognised however they are typed', () => {
    const code = codes[0] ?? '';
    for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `]) {
      expect(looksLikeRecoveryCode(typed)).toBe(true);
      expect(recoveryHash(typed)).toEqual(recoveryHash(code));
    }
  });

  it('are not confused with six digits', () => {
    expect(looksLikeRecoveryCode('492 039')).toBe(false);
  });
});
