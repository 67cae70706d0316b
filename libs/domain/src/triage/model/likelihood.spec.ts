import { lessonFeatures, readTurn } from '../language/reading.js';
import { OUTCOMES, weightOf } from './likelihood.js';
import { SCALE } from './table.js';

describe('the learned reading', () => {
  it.each([
    ['I smell gas, no wait, I smell rotten eggs and it is not the dog'],
    ["there's water water everywhere, 3 inches and 4 inches, and it won't stop"],
    ["book me in for the tune up whenever it suits you, oh and the closet's smelled of eggs and matches ever since"],
    ['unheardofword sparkling qqzzy'],
    [''],
  ])('adds up "%s" as it was taught: every feature once, however often it is said', (text) => {
    const { sums } = readTurn(text).leaning;
    const taught = lessonFeatures(text).reduce((sum, feature) => sum + weightOf(feature, 'routine'), 0);
    expect((sums[OUTCOMES.indexOf('routine')] ?? 0) / SCALE).toBeCloseTo(taught, 6);
  });
});
