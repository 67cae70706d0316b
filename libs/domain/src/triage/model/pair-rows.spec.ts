import { PairRows } from './pair-rows.js';

describe('the rows of neighbouring words', () => {
  it('finds every pair it was told of and no other, the order of the two words minded', () => {
    const pairs = new PairRows(3);
    pairs.set(1, 2, 10);
    pairs.set(2, 1, 11);
    pairs.set(65_535, 40_000, 12);
    expect([pairs.get(1, 2), pairs.get(2, 1), pairs.get(65_535, 40_000)]).toEqual([10, 11, 12]);
    expect([pairs.get(1, 1), pairs.get(2, 2), pairs.get(40_000, 65_535)]).toEqual([-1, -1, -1]);
  });

  it('keeps apart pairs that fall on the same place', () => {
    const pairs = new PairRows(2000);
    for (let word = 1; word <= 2000; word++) pairs.set(word, word + 1, word);
    for (let word = 1; word <= 2000; word++) expect(pairs.get(word, word + 1)).toBe(word);
    expect(pairs.get(2001, 2002)).toBe(-1);
  });
});
