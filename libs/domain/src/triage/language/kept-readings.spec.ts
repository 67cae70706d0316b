import { KeptReadings } from './kept-readings.js';

describe('lines that were read', () => {
  it('are read once and found again', () => {
    const kept = new KeptReadings();
    expect(kept.of('I smell gas')).toBe(kept.of('I smell gas'));
    expect(kept.size).toBe(1);
  });

  it('never number more than three thousand, however long the night', () => {
    const kept = new KeptReadings();
    for (let line = 0; line < 9000; line++) {
      kept.of(`my address is ${line} Oak`);
      expect(kept.size).toBeLessThanOrEqual(3000);
    }
  });

  it('stay while their call goes on, whatever else is said that night', () => {
    const kept = new KeptReadings();
    const first = kept.of('I smell gas');
    for (let line = 0; line < 9000; line++) {
      kept.of(`my address is ${line} Oak`);
      expect(kept.of('I smell gas')).toBe(first);
    }
  });

  it('are not kept when they are endless', () => {
    const kept = new KeptReadings();
    kept.of('water '.repeat(1000));
    expect(kept.size).toBe(0);
  });
});
