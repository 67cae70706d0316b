import { lexicon } from '../rules/grammar.js';
import { tokenise } from './tokens.js';
import { temperaturesIn } from './temperatures.js';

const degrees = (text: string): number[] =>
  temperaturesIn(tokenise(text, lexicon().vocabulary)).map(({ degrees: value }) => value);

describe('temperatures as callers say them', () => {
  it.each([
    ["the low's seven tonight", 7],
    ['it says nineteen on my phone', 19],
    ['the radio says six below', -6],
    ['they said twenty two tonight', 22],
    ['it was fourteen when I got the paper', 14],
    ['it was sixteen this morning', 16],
    ["it's one oh eight here", 108],
    ['a hunnerd and six outside', 106],
    ['the truck says minus four', -4],
    ["it's fifty-something in the house", 50],
    ["it's ninety-six on my hallway thermometer", 96],
    ["we're at fifty-one", 51],
    ["the hallway says forty-nine. It's only us", 49],
    ['the house is thirty-six Celsius', 97],
  ])('"%s" is %i', (text, value) => {
    expect(degrees(text)).toEqual([value]);
  });

  it.each([
    'it was eleven when he came',
    'call me on my phone after nineteen rings',
    "she's ninety today",
    'a fine of up to seventeen thousand dollars',
    'the thermostat reads three degrees off',
    'upstairs stays ten degrees warmer than down',
    'it was the last one this year',
    'two of them on my phone list',
    'we were eight for supper',
    'one oh eight Maple Street',
    'they said two technicians',
    "nobody old in here, I'm fifty. Well",
    'the alarm in the hall reads 48. What is that',
  ])('"%s" is none', (text) => {
    expect(degrees(text)).toEqual([]);
  });
});
