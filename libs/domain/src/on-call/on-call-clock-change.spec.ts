import { DateTime } from 'luxon';
import { coverage, joined, uncovered } from './coverage.js';
import { DAY_MS, HOUR_MS, instantOf, naive, readingAt, type Span } from './local-time.js';
import { turnSpans } from './rotation.js';
import type { Rotation, ScheduleLayer } from './schedule.types.js';

const ZONES = [
  'America/Chicago',
  'America/New_York',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'Australia/Lord_Howe',
];
const CHANGES = ['2026-03-08', '2026-11-01', '2027-03-14', '2027-11-07'];
const HAND_OFFS = ['00:00', '01:30', '02:00', '02:30', '03:00', '17:00'];
const UNITS: Rotation['unit'][] = ['hour', 'day', 'week'];

const nights = ZONES.flatMap((zone) => CHANGES.map((date): [string, string] => [zone, date]));
const around = (date: string, zone: string) => {
  const midnight = instantOf(naive(date), zone);
  return { from: midnight - 3 * DAY_MS, to: midnight + 4 * DAY_MS };
};

describe('rotations on the nights the clocks move (A41, rules R1 to R7)', () => {
  it.each(nights)('%s, %s: every hand-off leaves no gap, no overlap, and one turn at each minute', (zone, date) => {
    for (const handOff of HAND_OFFS) {
      for (const unit of UNITS) {
        const range = around(date, zone);
        const rotation: Rotation = { startsOn: '2026-01-05', handOff, every: 1, unit };
        const spans = turnSpans(rotation, 3, range, zone);
        expect(uncovered(range, spans)).toEqual([]);
        expect(spans.slice(1).map((span) => span.from)).toEqual(spans.slice(0, -1).map((span) => span.to));
      }
    }
  });

  it.each(nights)(
    '%s, %s: a daily hand-off comes at its wall-clock time, or right after the hour that is missing',
    (zone, date) => {
      for (const handOff of HAND_OFFS) {
        const rotation: Rotation = { startsOn: '2026-01-05', handOff, every: 1, unit: 'day' };
        const spans = turnSpans(rotation, 2, around(date, zone), zone);
        for (const { from } of spans.slice(1)) expect(faces(from, zone)).toContain(handOff);
      }
    },
  );

  /** What the wall clock shows at an instant; right after a jump also the times it jumped over. */
  const faces = (instant: number, zone: string): string[] => {
    const shown = DateTime.fromMillis(instant, { zone }).toFormat('HH:mm');
    const before = DateTime.fromMillis(instant - 1, { zone });
    const skipped = HAND_OFFS.filter((time) => time > before.toFormat('HH:mm') && time < shown);
    return [shown, ...(DateTime.fromMillis(instant, { zone }).offset > before.offset ? skipped : [])];
  };

  it.each([
    ['2026-03-08', 23],
    ['2026-11-01', 25],
    ['2026-06-01', 24],
  ])('a daily turn that begins at midnight of %s lasts %i hours in Chicago', (date, hours) => {
    const from = instantOf(naive(date), 'America/Chicago');
    const rotation: Rotation = { startsOn: date, handOff: '00:00', every: 1, unit: 'day' };
    const [turn] = turnSpans(rotation, 2, { from, to: from + 1 }, 'America/Chicago');
    expect((turn!.to - turn!.from) / HOUR_MS).toBe(hours);
  });

  it('takes the first of two 01:30s for a hand-off, and the first instant after a missing 02:30', () => {
    const chicago = 'America/Chicago';
    expect(new Date(instantOf(naive('2026-11-01', '01:30'), chicago)).toISOString()).toBe('2026-11-01T06:30:00.000Z');
    expect(new Date(instantOf(naive('2026-11-01', '01:30'), chicago, 'last')).toISOString()).toBe(
      '2026-11-01T07:30:00.000Z',
    );
    expect(new Date(instantOf(naive('2026-03-08', '02:30'), chicago)).toISOString()).toBe('2026-03-08T08:00:00.000Z');
    expect(new Date(instantOf(naive('2026-03-08', '02:30'), chicago, 'last')).toISOString()).toBe(
      '2026-03-08T08:00:00.000Z',
    );
  });

  it.each(nights)(
    '%s, %s: a wall-clock reading becomes an instant that reads the same, unless it was skipped',
    (zone, date) => {
      const wrong: number[] = [];
      for (let reading = naive(date) - DAY_MS; reading < naive(date) + 2 * DAY_MS; reading += 15 * 60_000) {
        const instant = instantOf(reading, zone);
        if (readingAt(instant, zone) !== reading && readingAt(instant - 1, zone) >= reading) wrong.push(reading);
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each(nights)(
    '%s, %s: night windows that follow each other overlap by an hour at most and never leave a gap',
    (zone, date) => {
      for (const edge of HAND_OFFS) {
        const range = around(date, zone);
        const everyDay: ScheduleLayer['windows'][number]['days'] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
        const layer: ScheduleLayer = {
          layerId: 'a',
          name: 'A',
          rank: 1,
          rotation: null,
          turns: [['mike']],
          trades: [],
          zips: [],
          holidays: 'normal',
          windows: [
            { days: everyDay, from: '17:00', to: edge },
            { days: everyDay, from: edge, to: '17:00' },
          ],
        };
        expect(uncovered(range, coverage(layer, range, { timeZone: zone, holidays: [] }))).toEqual([]);
      }
    },
  );

  it.each(nights)('%s, %s: weekdays and weekend overlap by the length of the change at most', (zone, date) => {
    const split = (edge: string) => [window(['mon', 'tue', 'wed', 'thu', 'fri'], edge), window(['sat', 'sun'], edge)];
    for (const edge of HAND_OFFS) {
      const range = around(date, zone);
      const spans = split(edge).map((layer) => coverage(layer, range, { timeZone: zone, holidays: [] }));
      const [covered = 0, both = 0] = [spans.flat(), joined(spans.flat())].map((each) => within(each, range));
      expect(uncovered(range, spans.flat())).toEqual([]);
      expect(covered - both).toBeLessThanOrEqual(HOUR_MS);
    }
  });

  const window = (days: ScheduleLayer['windows'][number]['days'], edge: string): ScheduleLayer => ({
    layerId: 'a',
    name: 'A',
    rank: 1,
    rotation: null,
    turns: [['mike']],
    trades: [],
    zips: [],
    holidays: 'normal',
    windows: [{ days, from: edge, to: edge }],
  });
  const within = (spans: Span[], range: Span): number =>
    spans.reduce((sum, { from, to }) => sum + Math.min(to, range.to) - Math.max(from, range.from), 0);
});
