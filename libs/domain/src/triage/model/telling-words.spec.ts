import { tokenise } from '../language/tokens.js';
import { lexicon } from '../rules/grammar.js';
import { tellingWords } from './telling-words.js';

describe('the words that spoke for a learned verdict', () => {
  it.each([
    ['I want to book the yearly tune up, any day in December, and the closet smells like rotten eggs', 'rotten eggs'],
    ['I smell gas by the stove, my name is Dolores and I live on Maple street, the blue house by the church', 'gas'],
  ])('in "%s" hold "%s"', (text, telling) => {
    const { start, end } = tellingWords(tokenise(text, lexicon().vocabulary), 'evacuate');
    expect(text.slice(start, end)).toContain(telling);
  });

  it('are none of an empty turn', () => {
    expect(tellingWords([], 'evacuate')).toEqual({ start: 0, end: 0 });
  });
});
