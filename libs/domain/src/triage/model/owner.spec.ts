import { lessonFeatures, readTurn } from '../language/reading.js';
import { isOfOwner, OWNERS, ownerLeaning, ownerShares, replaceOwnerWeights } from './owner.js';
import { OWNER_WEIGHTS } from './owner-weights.js';

const packed = (rows: Record<string, number[]>) => ({
  features: Object.keys(rows).join(';'),
  rows: Buffer.from(Int8Array.from(Object.values(rows).flat()).buffer).toString('base64'),
});
const leaningOf = (text: string) => readTurn(text).owner;

describe('whose matter words are', () => {
  afterEach(() => replaceOwnerWeights(OWNER_WEIGHTS));

  it('adds up words, beginnings of long words and named things, each once in a turn', () => {
    replaceOwnerWeights(packed({ '': [0, 0, 0, 0, 0], sump: [20, 0, 0, 0, 0], '^pump': [0, 20, 0, 0, 0] }));
    expect(leaningOf('the sump, the sump, the sump')).toEqual({ sums: [20, 0, 0, 0, 0], features: 1 });
    expect(leaningOf('my sump and the pumpkin').features).toBe(2);
  });

  it('weighs a long call no heavier than a short one, and adds a bias that no word has to name', () => {
    replaceOwnerWeights(packed({ '': [0, 10, 0, 0, 0], sump: [20, 0, 0, 0, 0] }));
    const once = ownerShares([leaningOf('sump')]);
    expect(once.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect((once[0] ?? 0) / (once[1] ?? 1)).toBeCloseTo(Math.exp(20 / 20 - 10 / 20), 6);
    const four = ownerShares(['sump', 'sump', 'sump', 'sump'].map(leaningOf));
    expect((four[0] ?? 0) / (four[1] ?? 1)).toBeCloseTo(Math.exp(80 / 2 / 20 - 10 / 20), 6);
  });

  it('leans nowhere by words it was never taught', () => {
    expect(ownerLeaning({ tokens: [], named: [] }).features).toBe(0);
    expect(leaningOf('qqzzy xxyyw').sums).toEqual(OWNERS.map(() => 0));
  });

  it('is taught nothing but words, their beginnings and things', () => {
    const taught = lessonFeatures('no gas smell by the water heater, it hummed before').filter(isOfOwner);
    expect(taught).toEqual(expect.arrayContaining(['gas', 'heater', '^heat', '@waterHeater']));
    expect(taught.filter((feature) => feature.includes(' ') || /^(@-|[-!&~%?])/.test(feature))).toEqual([]);
  });
});
