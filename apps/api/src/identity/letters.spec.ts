import type { Letter } from './letter.types.js';
import { writeLetter } from './letters.js';

const PUBLIC_URL = 'https://nightdesk.test';
const somebody = { publicUrl: PUBLIC_URL, name: 'Dave' };
const nobody = { publicUrl: PUBLIC_URL, name: null };
const signUp: Letter = { kind: 'sign-up', name: 'Dave Morrison', organisation: 'Metro Plumbing', token: 'a-B_c' };

describe('Letters', () => {
  it('ask a new address to answer, with a link that works', () => {
    expect(writeLetter(signUp, nobody)).toEqual({
      subject: 'Confirm your e-mail address for Nightdesk',
      text: `Hello Dave Morrison,

Confirm this address to finish setting up Metro Plumbing on Nightdesk:

https://nightdesk.test/verify?token=a-B_c

The link works once, for 24 hours.

If you did not sign up, do not follow the link: nothing is set up without it.

Nightdesk
`,
    });
  });

  it('tell an address that has an account so, without a link that opens anything', () => {
    const written = writeLetter(signUp, somebody);
    expect(written?.subject).toBe('You already have a Nightdesk account');
    expect(written?.text).not.toContain('a-B_c');
  });

  it.each<Letter>([
    { kind: 'reset', token: 't' },
    { kind: 'sign-in-code', code: '123456' },
    { kind: 'many-failures' },
    { kind: 'password-changed' },
    { kind: 'second-factor-on' },
    { kind: 'second-factor-off' },
    { kind: 'recovery-code-used', left: 3 },
  ])('of the kind $kind go to people who have an account, and to nobody else', (letter) => {
    expect(writeLetter(letter, nobody)).toBeNull();
    const written = writeLetter(letter, somebody);
    expect(written?.text).toMatch(/^Hello Dave,\n/);
    expect(written?.subject).not.toMatch(/\n/);
  });

  it('greet an invited person who is new, and one who is not', () => {
    const letter: Letter = { kind: 'invitation', inviter: 'Ann', organisation: 'Metro', role: 'csr', token: 't' };
    expect(writeLetter(letter, nobody)?.text).toMatch(/^Hello,\n\nAnn invites you to join Metro on Nightdesk as a CSR/);
    expect(writeLetter(letter, somebody)?.text).toMatch(/^Hello Dave,/);
  });

  it('cannot be rewritten by whoever chooses a name', () => {
    const name = 'Dave\n\nYour account is closed: https://evil.example\u2028\u0007';
    const written = writeLetter({ ...signUp, name, organisation: 'x\r\nBcc: eve@evil.example' }, nobody);
    expect(written?.text.split('\n')[0]).toBe('Hello Dave Your account is closed: https://evil.example,');
    expect(written?.text).not.toContain('\r');
  });
});
