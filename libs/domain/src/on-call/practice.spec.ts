import { septets, TWO_SEGMENTS } from '@domain/escalation/gsm7';
import { parseReply } from '@domain/escalation/reply';
import { asksForPractice, practiceText } from './practice.js';

describe('a practice page by text (oncall 7.5: TEST)', () => {
  it.each([
    ['TEST', 'en'],
    ['test.', 'en'],
    ['Send me a test', 'en'],
    ['PRUEBA', 'es'],
    ['Mándame una prueba', 'es'],
    ['testing 1 2', null],
    ['this is not a test', null],
    ['1', null],
  ])('"%s": %s', (words, language) => expect(asksForPractice(words)).toBe(language));

  it.each(['en', 'es'] as const)('says in its first words that it is none, and fits two segments (%s)', (language) => {
    const text = practiceText('Kowalczyk & Sons Plumbing, Heating and Air of Greater Chicago', language);
    expect(text).toMatch(/^(?:TEST, no real emergency|PRUEBA, no es una emergencia)/);
    expect(septets(text)).toBeLessThanOrEqual(TWO_SEGMENTS);
  });

  it.each([
    ['Liked', 'en'],
    ['Le gustó', 'es'],
  ] as const)('quoted back by a reaction ("%s") it accepts nothing', (reaction, language) => {
    expect(parseReply(`${reaction} “${practiceText('Metro Plumbing', language)}”`).kind).toBe('automatic');
  });
});
