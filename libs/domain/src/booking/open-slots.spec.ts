import type { SpecialDay } from '@domain/hours/hours.types';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { DEFAULT_BOOKING_RULES, type BookingPlan, type BookingRules } from './booking-rules.js';
import { openSlotAt, openSlots, slotOf, type Diary, type OwnVisit } from './open-slots.js';

const ZONE = 'America/Chicago';
/** Thursday. */
const THURSDAY_7_PM = new Date('2026-02-13T01:00:00Z');
const EMPTY: Diary = { visits: [], busy: [] };

const planOf = (rules: Partial<BookingRules> = {}, specialDays: SpecialDay[] = []): BookingPlan => ({
  rules: { ...DEFAULT_BOOKING_RULES, ...rules },
  specialDays,
  timeZone: ZONE,
});
const local = (at: Date) => DateTime.fromJSDate(at, { zone: ZONE }).toFormat('ccc d HH:mm');
const startsOf = (plan: BookingPlan, diary = EMPTY, from = THURSDAY_7_PM) =>
  openSlots(plan, diary, from).map(({ startsAt }) => local(startsAt));
const visit = (startsAt: string, endsAt: string, crew = 1): OwnVisit => ({
  ...slotOf(new Date(startsAt), new Date(endsAt), DEFAULT_BOOKING_RULES),
  crew,
});
const FRIDAY_8_TO_10 = visit('2026-02-13T14:00:00Z', '2026-02-13T16:00:00Z');

describe('open windows', () => {
  it('are those of the week, from the lead time on', () => {
    expect(startsOf(planOf()).slice(0, 5)).toEqual([
      ...['Fri 13 08:00', 'Fri 13 10:00', 'Fri 13 13:00', 'Fri 13 15:00'],
      'Mon 16 08:00',
    ]);
  });

  it.each([
    [4, 'Fri 13 08:00'],
    [13, 'Fri 13 08:00'],
    [14, 'Fri 13 10:00'],
    [24, 'Mon 16 08:00'],
  ])('begin no sooner than %i hours from now', (leadHours, first) => {
    expect(startsOf(planOf({ leadHours }))[0]).toBe(first);
  });

  it('end with the horizon, today not counted', () => {
    expect(startsOf(planOf({ horizonDays: 4 })).at(-1)).toBe('Mon 16 15:00');
    expect(startsOf(planOf({ horizonDays: 0 }))).toEqual([]);
  });

  it('a holiday has none, and a one-off opening those that lie in it', () => {
    const closed = { date: '2026-02-13', name: 'Family day', intervals: [] };
    expect(startsOf(planOf({}, [closed]))[0]).toBe('Mon 16 08:00');
    const half = { ...closed, intervals: [{ opens: '09:00', closes: '15:00' }] };
    expect(startsOf(planOf({}, [half])).slice(0, 3)).toEqual(['Fri 13 10:00', 'Fri 13 13:00', 'Mon 16 08:00']);
  });

  it('hours off take only the windows they touch', () => {
    const off = { date: '2026-02-13', name: 'Funeral', intervals: [], closed: { from: '11:00', until: '14:00' } };
    expect(startsOf(planOf({}, [off])).slice(0, 3)).toEqual(['Fri 13 08:00', 'Fri 13 15:00', 'Mon 16 08:00']);
  });

  it('a closure of several days takes them all', () => {
    const away = { date: '2026-02-13', lastDate: '2026-02-17', name: 'Vacation', intervals: [] };
    expect(startsOf(planOf({}, [away]))[0]).toBe('Wed 18 08:00');
  });

  it('a window with every crew taken is gone, and with one free it names that crew', () => {
    expect(startsOf(planOf(), { visits: [FRIDAY_8_TO_10], busy: [] })[0]).toBe('Fri 13 10:00');
    const [first] = openSlots(planOf({ crews: 2 }), { visits: [FRIDAY_8_TO_10], busy: [] }, THURSDAY_7_PM);
    expect(first).toMatchObject({ crew: 2, startsAt: FRIDAY_8_TO_10.startsAt });
  });

  it('travel keeps the crew from the next window', () => {
    const busyUntil = new Date('2026-02-13T16:30:00Z');
    expect(startsOf(planOf(), { visits: [{ ...FRIDAY_8_TO_10, busyUntil }], busy: [] })[0]).toBe('Fri 13 13:00');
  });

  it('a day that has its number of visits is full', () => {
    expect(startsOf(planOf({ visitsPerDay: 1, crews: 5 }), { visits: [FRIDAY_8_TO_10], busy: [] })[0]).toBe(
      'Mon 16 08:00',
    );
  });

  it("what stands in the contractor's calendar is taken, whoever has a crew free; what touches a window is not", () => {
    const busy = [{ from: new Date('2026-02-13T16:00:00Z'), to: new Date('2026-02-13T17:00:00Z') }];
    expect(startsOf(planOf({ crews: 3 }), { visits: [], busy }).slice(0, 2)).toEqual(['Fri 13 08:00', 'Fri 13 13:00']);
  });

  it('our own visit in the calendar is not counted twice', () => {
    const busy = [{ from: FRIDAY_8_TO_10.startsAt, to: FRIDAY_8_TO_10.endsAt }];
    expect(startsOf(planOf({ crews: 2 }), { visits: [FRIDAY_8_TO_10], busy })[0]).toBe('Fri 13 08:00');
  });

  it.each([
    ['spring', '2026-03-07T20:00:00Z', '2026-03-08T13:00:00.000Z'],
    ['autumn', '2026-10-31T20:00:00Z', '2026-11-01T14:00:00.000Z'],
  ])('on the %s night the clocks move, eight is eight', (_season, from, at) => {
    const windows = { ...DEFAULT_BOOKING_RULES.windows, sun: [{ from: '08:00', to: '10:00' }] };
    expect(openSlots(planOf({ windows }), EMPTY, new Date(from))[0]?.startsAt.toISOString()).toBe(at);
  });

  it('a window that the clocks skip is none', () => {
    const windows = { ...DEFAULT_BOOKING_RULES.windows, sun: [{ from: '02:00', to: '03:00' }] };
    const [first] = openSlots(planOf({ windows }), EMPTY, new Date('2026-03-07T20:00:00Z'));
    expect(local(first?.startsAt ?? new Date(0))).toBe('Mon 9 08:00');
  });

  it('is looked up again by its beginning', () => {
    const at = { startsAt: FRIDAY_8_TO_10.startsAt, now: THURSDAY_7_PM };
    expect(openSlotAt(planOf(), EMPTY, at)?.crew).toBe(1);
    expect(openSlotAt(planOf(), { visits: [FRIDAY_8_TO_10], busy: [] }, at)).toBeNull();
  });

  it('whatever stands, no offer overlaps a visit of its crew or a time of the calendar, and no day has too many', () => {
    const hour = fc.integer({ min: 0, max: 14 * 24 });
    const span = fc.tuple(hour, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), fc.array(span, { maxLength: 8 }), (own, foreign) => {
        const at = (hours: number) => new Date(THURSDAY_7_PM.getTime() + hours * 3_600_000);
        const rules = { ...DEFAULT_BOOKING_RULES, crews: 3, visitsPerDay: 4, bufferMinutes: 30 };
        const visits = own.map(([from, length, crew]) => ({ ...slotOf(at(from), at(from + length), rules), crew }));
        const busy = foreign.map(([from, length]) => ({ from: at(from), to: at(from + length) }));
        for (const slot of openSlots({ ...planOf(), rules }, { visits, busy }, THURSDAY_7_PM)) {
          const clash = visits.filter(
            (one) => one.crew === slot.crew && one.startsAt < slot.busyUntil && slot.startsAt < one.busyUntil,
          );
          expect(clash).toEqual([]);
          expect(slot.startsAt.getTime()).toBeGreaterThanOrEqual(THURSDAY_7_PM.getTime() + rules.leadHours * 3_600_000);
          const sameDay = visits.filter((one) => local(one.startsAt).slice(0, 6) === local(slot.startsAt).slice(0, 6));
          expect(sameDay.length).toBeLessThan(4);
          const others = busy.filter(({ from, to }) => from < slot.busyUntil && slot.startsAt < to);
          for (const { from, to } of others)
            expect(visits.some((one) => one.startsAt < to && from < one.endsAt)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
