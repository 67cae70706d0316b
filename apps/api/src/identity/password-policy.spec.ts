import { isLongEnoughAlone, passwordComplaint } from './password-policy.js';
import { PasswordsService } from './passwords.service.js';

const dave = { hasSecondFactor: false, words: ['Metro Plumbing', 'Dave Morrison', 'dave.m'] };
const hardToGuess = () => 20;

describe('A password (AUT-02, AUT-03)', () => {
  const passwords = new PasswordsService();
  const verdict = (password: string, subject = dave) =>
    passwords.accept(password, subject).then(
      () => 'accepted',
      (refusal: { code: string }) => refusal.code,
    );

  it.each([
    ['fourteen chars', 'password-too-short'],
    ['fifteen letters', 'accepted'],
    [' seven leading and trailing blanks ', 'accepted'],
    ['correct horse battery staple', 'accepted'],
    ['🦊🐙🌵🚒🪴🧊🛶🎻🏮🧶🪁🥝🧭🦉🍄', 'accepted'],
    ['🦊🐙🌵🚒🪴🧊🛶🎻🏮🧶🪁🥝🧭🦉', 'password-too-short'],
    ['passwordpassword', 'password-too-common'],
    ['qwertyuiopasdfgh', 'password-too-common'],
    ['123456789012345', 'password-too-common'],
    ['iloveyou123456789', 'password-too-common'],
    ['aaaaaaaaaaaaaaaaaaaa', 'password-too-common'],
    ['abcdefghijklmnopqrstuvwxyz', 'password-too-common'],
    ['metroplumbing2026', 'password-about-you'],
    ['Metro-Plumbing-Dave-Morrison', 'password-about-you'],
    ['NIGHTDESK nightdesk', 'password-about-you'],
    ['Dave likes the smell of solder', 'accepted'],
  ])('"%s" is %s', async (password, outcome) => {
    expect(await verdict(password)).toBe(outcome);
  });

  it('may have 8 characters beside a second factor, and 128 in any case', async () => {
    const guarded = { ...dave, hasSecondFactor: true };
    expect(await verdict('vK7#qPz!', guarded)).toBe('accepted');
    expect(await verdict('vK7#qPz', guarded)).toBe('password-too-short');
    expect(await verdict('password1', guarded)).toBe('password-too-common');
    const long = Array.from({ length: 128 }, (_, n) => String.fromCodePoint(0x4e00 + n * 7)).join('');
    expect(await verdict(long)).toBe('accepted');
    expect(await verdict(`${long}x`)).toBe('password-too-long');
  });

  it('is counted in characters, however they are typed', () => {
    const composed = 'é'.repeat(15);
    expect(isLongEnoughAlone(composed.normalize('NFD'))).toBe(true);
    expect(isLongEnoughAlone('é'.repeat(14).normalize('NFD'))).toBe(false);
    expect(passwordComplaint('x'.repeat(14), dave, hardToGuess)).toBe('password-too-short');
  });

  it('is the same on a keyboard that composes its accents and on one that does not; nothing is trimmed', async () => {
    const stored = await passwords.accept('ma mère préfère les dîners'.normalize('NFD'), dave);
    expect(await passwords.matches(stored, 'ma mère préfère les dîners'.normalize('NFC'))).toBe(true);
    expect(await passwords.matches(stored, ' ma mère préfère les dîners')).toBe(false);
    expect(await passwords.matches(stored, 'Ma mère préfère les dîners')).toBe(false);
  });

  it('is stored as argon2id with at least OWASP’s parameters (AUT-01)', async () => {
    const [, kind, , parameters] = (await passwords.accept('a long enough password', dave)).split('$');
    expect([kind, parameters]).toEqual(['argon2id', 'm=19456,t=2,p=1']);
  });

  it('of nobody is compared all the same, and never right', async () => {
    expect(await passwords.matches(undefined, 'anything at all')).toBe(false);
  });

  it('that is made to be slow to judge is judged in time', async () => {
    const started = performance.now();
    await verdict('ab1'.repeat(42));
    await verdict('aA1!'.repeat(32));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
