import { lexicon } from '../rules/grammar.js';
import { agesIn } from './people.js';
import { tokenise } from './tokens.js';

const groupsIn = (text: string): string[] => agesIn(tokenise(text, lexicon().vocabulary)).map(({ group }) => group);

describe('ages of people, and not of equipment', () => {
  it.each([
    ['it’s a gas one, about 12 years old', []],
    ['the water heater, maybe 9 years old, quit', []],
    ['the furnace is eleven years old', []],
    ['a fifteen year old boiler', []],
    ['our AC, just three years old', []],
    ['the unit, about 2 years old', []],
    ['replaced the pump, 4 years old', []],
    ['the house is 80 years old', []],
    ['my son is 12 years old', ['child']],
    ['I have a boy, about 12 years old', ['child']],
    ['the little one, 3 years old, is shivering', ['baby']],
    ['no air, 84 years old and on oxygen', ['elderly']],
    ['the baby is six weeks old', ['baby']],
    ['she’s ninety', ['elderly']],
    ['my mother, about 78 years old', ['elderly']],
    ['the heat is out and my daughter is nine years old', ['child']],
  ])('%s: %j', (text, groups) => {
    expect(groupsIn(text)).toEqual(groups);
  });
});
