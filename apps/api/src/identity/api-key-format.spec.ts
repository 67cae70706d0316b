import fc from 'fast-check';
import { newApiKey, readApiKey } from './api-key-format.js';

describe('The text of an API key', () => {
  it('reads back as the key it was made as, and no two are alike', () => {
    const keys = Array.from({ length: 500 }, newApiKey);
    for (const { text, keyId, secretHash } of keys) expect(readApiKey(text)).toEqual({ keyId, secretHash });
    expect(new Set(keys.map(({ text }) => text)).size).toBe(500);
  });

  it('is refused after any slip of one character', () => {
    const { text } = newApiKey();
    const slips = fc.tuple(fc.nat({ max: text.length - 1 }), fc.string({ minLength: 1, maxLength: 1 }));
    fc.assert(
      fc.property(slips, ([at, letter]) => {
        const slipped = text.slice(0, at) + letter + text.slice(at + 1);
        return slipped === text || readApiKey(slipped) === null;
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['', 'nd_live_', 'nd_test_abc', 'Bearer x', `nd_live_${'a'.repeat(12)}_${'b'.repeat(38)}`])(
    'is none: %s',
    (text) => {
      expect(readApiKey(text)).toBeNull();
    },
  );
});
