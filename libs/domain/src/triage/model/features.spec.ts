import { lessonFeatures } from '../language/reading.js';
import { lateFrom } from './features.js';

const TUNE_UP = 'please book the yearly tune up for a day in December and the furnace smells of eggs';

describe('what the learned reading sees of a turn', () => {
  it('two words, beside each other and with one between them, in the order they were said', () => {
    const features = lessonFeatures('smells of gas');
    expect(features).toEqual(expect.arrayContaining(['smell of', 'of gas', '~smell gas']));
    expect(features).not.toContain('~gas smell');
  });

  it('what a caller comes to late in a long turn, apart from what the call began with', () => {
    const late = lessonFeatures(TUNE_UP).filter((feature) => feature.startsWith('%'));
    expect(late).toEqual(expect.arrayContaining(['%furnace', '%smell']));
    expect(late).not.toContain('%yearly');
  });

  it('nothing late in a turn of a dozen words', () => {
    expect(lessonFeatures('the furnace smells of eggs').filter((feature) => feature.startsWith('%'))).toEqual([]);
    expect(lateFrom(12)).toBe(12);
    expect(lateFrom(13)).toBe(8);
  });

  it('the same whatever the casing, the punctuation and the fillers', () => {
    const spoken = `Um, ${TUNE_UP.toUpperCase().replaceAll(' ', ', ')}...`;
    expect(new Set(lessonFeatures(spoken))).toEqual(new Set(lessonFeatures(TUNE_UP)));
  });
});
