import type { Env } from '@platform/env/env';
import { SecretBox } from '@platform/secrets/secret-box';

const box = (key: string) => new SecretBox({ ENCRYPTION_KEY: key.repeat(64) } as Env);
const SECRET = 'https://hooks.slack.com/services/T000/B000/abc';

describe('Secrets at rest', () => {
  it('open where they were sealed', () => {
    expect(box('a').open('acc|config|slack', box('a').seal('acc|config|slack', SECRET))).toBe(SECRET);
  });

  it('show nothing of themselves', () => {
    expect(box('a').seal('acc|config|slack', SECRET)).not.toContain('slack.com');
  });

  it.each([
    ['in another account', 'other|config|slack', 'a'],
    ['under another key', 'acc|config|slack', 'b'],
  ])('do not open %s', (_, place, key) => {
    expect(() => box(key).open(place, box('a').seal('acc|config|slack', SECRET))).toThrow();
  });

  it('do not open when a byte was changed', () => {
    const sealed = box('a').seal('p', SECRET);
    const [version, nonce, text = '', tag] = sealed.split('.');
    expect(() => box('a').open('p', [version, nonce, `${text.slice(0, -2)}AA`, tag].join('.'))).toThrow();
  });

  it('are recognised by their form', () => {
    expect(() => box('a').open('p', SECRET)).toThrow('Not a sealed secret');
  });
});
