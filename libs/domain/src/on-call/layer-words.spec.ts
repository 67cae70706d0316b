import { clocksMove, layerSentence, type SpokenLayer } from './layer-words.js';

const layer = (changes: Partial<SpokenLayer> = {}): SpokenLayer => ({
  turns: ['Mike', 'Dana'],
  trades: [],
  zips: [],
  windows: [],
  holidays: 'normal',
  ...changes,
  rotation:
    changes.rotation === undefined
      ? { startsOn: '2026-02-13', handOff: '17:00', every: 1, unit: 'week' }
      : changes.rotation,
});

describe('a layer in one sentence', () => {
  it.each<[Partial<SpokenLayer>, string]>([
    [{}, 'Mike, then Dana, each for a week, handing off Fridays at 5 PM. Around the clock. Every trade, everywhere.'],
    [{ turns: [] }, 'Nobody yet. Around the clock. Every trade, everywhere.'],
    [{ turns: ['Mike T.'] }, 'Always Mike T. Around the clock. Every trade, everywhere.'],
    [{ turns: ['Mike'] }, 'Always Mike. Around the clock. Every trade, everywhere.'],
    [{ rotation: null }, 'Mike; when away, Dana. Around the clock. Every trade, everywhere.'],
    [
      { rotation: { startsOn: '2026-02-13', handOff: '08:30', every: 2, unit: 'day' } },
      'Mike, then Dana, each for 2 days, handing off at 8:30 AM. Around the clock. Every trade, everywhere.',
    ],
    [
      { rotation: { startsOn: '2026-02-13', handOff: '00:00', every: 12, unit: 'hour' } },
      'Mike, then Dana, each for 12 hours, handing off from midnight on. Around the clock. Every trade, everywhere.',
    ],
    [
      {
        turns: ['Mike'],
        windows: [{ days: ['mon', 'tue', 'wed', 'thu'], from: '17:00', to: '08:00' }],
        holidays: 'skip',
        trades: ['plumbing', 'hvac'],
        zips: ['60614'],
      },
      'Always Mike. Mon-Thu 5 PM-8 AM, not on holidays. Plumbing and HVAC calls, in ZIP 60614.',
    ],
    [
      {
        turns: ['Mike'],
        windows: [
          { days: ['sat', 'sun'], from: '00:00', to: '24:00' },
          { days: ['mon', 'wed', 'fri'], from: '12:00', to: '12:30' },
        ],
        holidays: 'only',
        zips: ['60614', '60601'],
      },
      'Always Mike. Sat and Sun all day, Mon, Wed and Fri 12 PM-12:30 PM, on holidays only. Every trade, in 2 ZIP codes.',
    ],
  ])('%j: %s', (changes, sentence) => expect(layerSentence(layer(changes))).toBe(sentence));
});

describe('the clocks', () => {
  it.each([
    ['2026-03-02T23:00:00Z', '2026-03-09T22:00:00Z', '2026-03-08'],
    ['2026-10-26T22:00:00Z', '2026-11-02T23:00:00Z', '2026-11-01'],
    ['2026-02-02T23:00:00Z', '2026-02-09T23:00:00Z', null],
  ])('between %s and %s move on %s in Chicago, and never in Phoenix', (from, to, date) => {
    expect(clocksMove(Date.parse(from), Date.parse(to), 'America/Chicago')).toBe(date);
    expect(clocksMove(Date.parse(from), Date.parse(to), 'America/Phoenix')).toBeNull();
  });
});
