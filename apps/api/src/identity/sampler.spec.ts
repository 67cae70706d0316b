import { Sampler } from './sampler.js';

describe('A sampler', () => {
  it('says yes once per key and span, and remembers only so many keys', () => {
    let now = 0;
    const sampler = new Sampler(1000, 3, () => now);
    expect([sampler.isNews('a'), sampler.isNews('a'), sampler.isNews('b')]).toEqual([true, false, true]);
    now = 1000;
    expect(sampler.isNews('a')).toBe(true);
    for (const key of ['c', 'd', 'e', 'f']) sampler.isNews(key);
    expect(sampler.isNews('f')).toBe(false);
    expect(sampler.isNews('b')).toBe(true);
  });
});
