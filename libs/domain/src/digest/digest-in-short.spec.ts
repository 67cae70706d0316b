import { septets, TWO_SEGMENTS } from '@domain/escalation/gsm7';
import { digestInShort } from './digest-in-short.js';

const QUIET = { total: 0, emergencies: 0, routineBooked: 0, routineCallback: 0, spam: 0, abandoned: 0 };
const LINK = 'https://app.nightdesk.example/a/01a1fe1c-9735-759a-abfb-cce1fa2ba8ae/digest';

describe('VTCR 3.2: the digest as a text', () => {
  it.each([
    [QUIET, 'No overnight calls. All quiet.'],
    [{ ...QUIET, total: 1, emergencies: 1 }, '1 call: 1 emergency.'],
    [
      { ...QUIET, total: 9, emergencies: 2, routineBooked: 3, routineCallback: 1, spam: 3 },
      '9 calls: 2 emergencies, 3 booked, 1 needs a callback, 3 spam.',
    ],
  ])('%j', (counts, says) =>
    expect(digestInShort('Metro Plumbing', counts, LINK)).toBe(`OVERNIGHT DIGEST - Metro Plumbing\n${says}\n${LINK}`),
  );

  it('fits two segments whatever the business is called, and keeps its link whole', () => {
    const text = digestInShort('ñ“Große” 🔥 Sanitär '.repeat(12), { ...QUIET, total: 1, spam: 1 }, LINK);
    expect(septets(text)).toBeLessThanOrEqual(TWO_SEGMENTS);
    expect(text.endsWith(LINK)).toBe(true);
  });
});
