import { lessonFeatures } from '../language/reading.js';

const pairsOf = (text: string): string[] => lessonFeatures(text).filter((feature) => feature.startsWith('&'));

describe('kinds of things named close together', () => {
  it.each([
    ['the ceiling in the kitchen is dripping', '&senseStructure&senseRoom'],
    ['there is a funny odor near the range', '&senseSmell'],
  ])('"%s" names a pair of them', (text, pair) => {
    expect(pairsOf(text).some((feature) => feature.includes(pair))).toBe(true);
  });

  it('are a pair whichever was named first', () => {
    const ceilingFirst = pairsOf('the ceiling over the kitchen');
    expect(pairsOf('the kitchen under the ceiling')).toEqual(expect.arrayContaining(ceilingFirst));
  });

  it('are none when many words stand between them', () => {
    const apart = 'the ceiling was painted by a friend of ours who lives in another town and now it is the kitchen';
    expect(pairsOf(apart)).not.toContain('&senseStructure&senseRoom');
  });
});
