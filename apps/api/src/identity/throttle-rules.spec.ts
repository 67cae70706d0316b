import { codeRules, guessRules, waitAfter } from './throttle-rules.js';

const here = { ip: '203.0.113.7', network: '203.0.113.0/24', userAgent: null };
const there = { ip: '198.51.100.9', network: '198.51.100.0/24', userAgent: null };
const growing = (rules: ReturnType<typeof guessRules>) => rules.find((rule) => rule.then === 'grows')!;

describe('Guessing (AUT-09)', () => {
  it('is free five times, then waits 1, 2, 4 … seconds, and never longer than a quarter of an hour', () => {
    const rule = growing(guessRules('password', 'dave@example.test', here));
    expect([1, 4, 5, 6, 7, 10, 15, 50].map((failures) => waitAfter(failures, rule))).toEqual([
      0, 0, 1, 2, 4, 32, 900, 900,
    ]);
  });

  it('makes only the place wait it comes from: nobody locks somebody else out', () => {
    const [one, other] = [here, there].map((place) => growing(guessRules('password', 'dave@example.test', place)));
    expect(one?.key).not.toBe(other?.key);
  });

  it('of codes, by somebody who knows the password, waits wherever it comes from', () => {
    expect(growing(codeRules('u1', here)).key).toBe(growing(codeRules('u1', there)).key);
  });

  it('leaves no address in the table', () => {
    for (const { key } of guessRules('password', 'dave@example.test', here)) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });
});
