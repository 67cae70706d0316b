import fc from 'fast-check';
import { runInThisContext } from 'node:vm';
import { coverageGaps, daysAhead } from './gaps.js';
import { layerSegments } from './layer-segments.js';
import { DAY_MS, HOUR_MS, instantOf, naive } from './local-time.js';
import { onCallAt } from './on-call-at.js';
import type { OnCallPerson, Roster } from './roster.js';
import { rosterLayers } from './roster-layers.js';
import type { LayeredSchedule, OnCallOverride, ScheduleLayer, TimeOff } from './schedule.types.js';
import { nextHandOffs, shiftsBetween } from './shifts.js';

const CHICAGO = 'America/Chicago';
const at = (date: string, time: string) => new Date(instantOf(naive(date, time), CHICAGO));
const person = (name: string, changes: Partial<OnCallPerson> = {}): OnCallPerson => ({
  contactId: name,
  name,
  phone: '+13125550182',
  channels: ['voice', 'sms'],
  smsOptedOutAt: null,
  isActive: true,
  lineType: 'mobile',
  language: 'en',
  ...changes,
});
const CREW = ['Mike', 'Sal', 'Tony', 'Dana', 'Dave'];
const layer = (changes: Partial<ScheduleLayer> = {}): ScheduleLayer => ({
  layerId: 'plumbing',
  name: 'Plumbing',
  rank: 1,
  trades: [],
  zips: [],
  windows: [],
  holidays: 'normal',
  rotation: { startsOn: '2026-02-09', handOff: '17:00', every: 1, unit: 'week' },
  turns: [['Mike'], ['Sal'], ['Tony']],
  ...changes,
});
const schedule = (changes: Partial<LayeredSchedule> = {}): LayeredSchedule => ({
  kind: 'layers',
  layers: [layer()],
  overrides: [],
  timeOff: [],
  busy: [],
  people: CREW.map((name) => person(name)),
  backups: [person('Dana')],
  owner: person('Dave'),
  timeZone: CHICAGO,
  holidays: [],
  ...changes,
});
const override = (changes: Partial<OnCallOverride> = {}): OnCallOverride => ({
  overrideId: 'o',
  layerId: null,
  outContactId: null,
  inContactId: 'Tony',
  startsAt: at('2026-02-12', '18:00'),
  endsAt: at('2026-02-13', '08:00'),
  ...changes,
});
const night = at('2026-02-12', '21:22');
const names = (plan: LayeredSchedule, when = night, want = {}) => {
  const { primary, backup, owner } = onCallAt(plan, when, want);
  return [primary.name, backup?.name ?? null, owner.name];
};

describe('a rotation (A40)', () => {
  it.each([
    ['2026-02-09', '16:59', 'Tony'],
    ['2026-02-09', '17:00', 'Mike'],
    ['2026-02-16', '16:59', 'Mike'],
    ['2026-02-16', '17:00', 'Sal'],
    ['2026-03-02', '17:00', 'Mike'],
    ['2026-01-01', '12:00', 'Mike'],
  ])('on %s at %s has %s on call: hand-off Mondays at 5 PM, also before its first day', (date, time, name) => {
    expect(names(schedule(), at(date, time))[0]).toBe(name);
  });

  it('every 12 hours hands off at the same two times of day across a clock change', () => {
    const shifts = { startsOn: '2026-03-01', handOff: '07:00', every: 12, unit: 'hour' } as const;
    const plan = schedule({ layers: [layer({ rotation: shifts, turns: [['Mike'], ['Sal']] })] });
    expect(['2026-03-07', '2026-03-08', '2026-03-09'].map((date) => names(plan, at(date, '08:00'))[0])).toEqual([
      'Mike',
      'Mike',
      'Mike',
    ]);
    expect(names(plan, at('2026-03-08', '19:00'))[0]).toBe('Sal');
  });

  it('puts both people of a turn on call, the lead first', () => {
    const plan = schedule({ layers: [layer({ turns: [['Mike', 'Sal']] })] });
    expect(names(plan)).toEqual(['Mike', 'Sal', 'Dave']);
    expect(onCallAt(plan, night).layers.map((each) => each.person.name)).toEqual(['Mike', 'Sal']);
  });

  it('previews its next hand-offs', () => {
    const plan = schedule();
    expect(nextHandOffs(plan, layer(), night, 3)).toEqual([
      { layerId: 'plumbing', at: at('2026-02-16', '17:00'), people: ['Sal'] },
      { layerId: 'plumbing', at: at('2026-02-23', '17:00'), people: ['Tony'] },
      { layerId: 'plumbing', at: at('2026-03-02', '17:00'), people: ['Mike'] },
    ]);
  });
});

describe('layers by trade and territory', () => {
  const plumbing = layer({ trades: ['plumbing'], rotation: null, turns: [['Mike']] });
  const hvac = layer({ layerId: 'hvac', trades: ['hvac'], rotation: null, turns: [['Sal']] });
  const north = layer({ layerId: 'north', zips: ['60201'], rotation: null, turns: [['Tony']] });

  it('send a trade to its own people, and its backup is not the other trade', () => {
    const plan = schedule({ layers: [plumbing, hvac] });
    expect(names(plan, night, { trade: 'hvac' })).toEqual(['Sal', 'Dana', 'Dave']);
    expect(names(plan, night, { trade: 'plumbing' })).toEqual(['Mike', 'Dana', 'Dave']);
  });

  it('send a trade nobody serves to the backups', () => {
    expect(names(schedule({ layers: [plumbing, hvac] }), night, { trade: 'electrical' })).toEqual([
      'Dana',
      null,
      'Dave',
    ]);
  });

  it('prefer the layer that names the place, and leave it out elsewhere', () => {
    const everywhere = layer({ rotation: null, turns: [['Mike']] });
    const plan = schedule({ layers: [everywhere, north] });
    expect(names(plan, night, { zip: '60201' })[0]).toBe('Tony');
    expect(names(plan, night, { zip: '60614' })[0]).toBe('Mike');
    expect(names(plan, night)[0]).toBe('Mike');
  });

  it('of a higher rank stand behind', () => {
    const second = layer({ layerId: 'second', rank: 2, rotation: null, turns: [['Tony']] });
    expect(names(schedule({ layers: [second, plumbing] }))).toEqual(['Mike', 'Tony', 'Dave']);
  });
});

describe('restrictions to hours, weekdays and holidays (A43)', () => {
  const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
  const nights = layer({
    rotation: null,
    turns: [['Mike']],
    windows: [{ days: [...weekdays], from: '17:00', to: '08:00' }],
  });
  const weekend = layer({
    layerId: 'weekend',
    name: 'Weekend',
    rotation: null,
    turns: [['Sal']],
    windows: [{ days: ['sat', 'sun'], from: '08:00', to: '08:00' }],
  });
  const plan = schedule({ layers: [nights, weekend] });

  it.each([
    ['2026-02-12', '17:00', 'Mike'],
    ['2026-02-13', '07:59', 'Mike'],
    ['2026-02-13', '08:00', 'Dana'],
    ['2026-02-14', '07:59', 'Mike'],
    ['2026-02-14', '08:00', 'Sal'],
    ['2026-02-16', '07:59', 'Sal'],
  ])('on %s at %s: nights are Mike, the weekend is Sal, the rest is the backup: %s', (date, time, name) => {
    expect(names(plan, at(date, time))[0]).toBe(name);
  });

  it('A46: rest on holidays, or work on them alone', () => {
    const holiday = { holidays: ['2026-02-12'] };
    const only = layer({ layerId: 'holiday', rotation: null, turns: [['Tony']], holidays: 'only' });
    const resting = schedule({
      ...holiday,
      layers: [layer({ rotation: null, turns: [['Mike']], holidays: 'skip' }), only],
    });
    expect([names(resting)[0], names(resting, at('2026-02-13', '00:00'))[0]]).toEqual(['Tony', 'Mike']);
  });
});

describe('overrides, swaps and time off (A44)', () => {
  it('take the pager until a time, and it goes back by itself', () => {
    const plan = schedule({ overrides: [override()] });
    expect(names(plan)).toEqual(['Tony', 'Dana', 'Dave']);
    expect(names(plan, at('2026-02-13', '08:00'))).toEqual(['Mike', 'Dana', 'Dave']);
  });

  it.each(['00:00', '09:00', '21:00'])('A44: one that begins at %s local counts from then, up to its end', (time) => {
    const startsAt = at('2026-02-12', time);
    const plan = schedule({ overrides: [override({ startsAt, endsAt: at('2026-02-13', time) })] });
    const seen = [-1, 0, 12 * HOUR_MS, 24 * HOUR_MS - 1, 24 * HOUR_MS].map(
      (after) => names(plan, new Date(startsAt.getTime() + after))[0],
    );
    expect(seen).toEqual(['Mike', 'Tony', 'Tony', 'Tony', 'Mike']);
  });

  it('A42: when somebody leaves the team the rotation goes on to the next', () => {
    const people = CREW.map((name) => person(name, { isActive: name !== 'Mike' }));
    expect(names(schedule({ people }))[0]).toBe('Sal');
  });

  it('replace somebody only where that person is really on call', () => {
    expect(names(schedule({ overrides: [override({ outContactId: 'Mike' })] }))[0]).toBe('Tony');
    expect(names(schedule({ overrides: [override({ outContactId: 'Sal' })] }))[0]).toBe('Mike');
  });

  it('of two that contradict each other the newer wins', () => {
    const newer = override({ overrideId: 'p', inContactId: 'Sal', layerId: 'plumbing' });
    expect(names(schedule({ overrides: [override(), newer] }))[0]).toBe('Sal');
  });

  it('A42: by somebody who has left the team count for nothing', () => {
    const people = CREW.map((name) => person(name, { isActive: name !== 'Tony' }));
    expect(names(schedule({ people, overrides: [override()] }))[0]).toBe('Mike');
  });

  it('time off lets the rotation go on to the next, and says for whom', () => {
    const off: TimeOff = { contactId: 'Mike', startsAt: at('2026-02-12', '00:00'), endsAt: at('2026-02-14', '00:00') };
    const plan = schedule({ timeOff: [off] });
    expect(names(plan)[0]).toBe('Sal');
    expect(onCallAt(plan, night).layers[0]?.because).toEqual({ kind: 'stand_in', forContactIds: ['Mike'] });
    expect(names(plan, at('2026-02-14', '00:00'))[0]).toBe('Mike');
  });

  it('when everybody is away the backup answers, and when the backup is away too, the owner', () => {
    const off = ['Mike', 'Sal', 'Tony'].map((contactId) => ({
      contactId,
      startsAt: at('2026-02-12', '00:00'),
      endsAt: at('2026-02-14', '00:00'),
    }));
    expect(names(schedule({ timeOff: off }))).toEqual(['Dana', null, 'Dave']);
    expect(names(schedule({ timeOff: [...off, { ...off[0]!, contactId: 'Dana' }] }))).toEqual(['Dave', null, 'Dave']);
  });
});

describe('gaps', () => {
  const range = { from: at('2026-02-12', '12:00').getTime(), to: at('2026-02-14', '12:00').getTime() };

  it('are told in words, with who is paged instead', () => {
    const nights = layer({ windows: [{ days: ['thu', 'fri'], from: '17:00', to: '08:00' }], trades: ['hvac'] });
    expect(coverageGaps(schedule({ layers: [nights] }), range).map((gap) => gap.words)).toEqual([
      'Nobody is on call for HVAC from Thu, Feb 12, 12 PM to Thu, Feb 12, 5 PM. Dana is paged instead.',
      'Nobody is on call for HVAC from Fri, Feb 13, 8 AM to Fri, Feb 13, 5 PM. Dana is paged instead.',
      'Nobody is on call for HVAC from Sat, Feb 14, 8 AM on. Dana is paged instead.',
    ]);
  });

  it('are none while the office answers its own phone', () => {
    const nights = layer({ windows: [{ days: ['thu', 'fri'], from: '17:00', to: '08:00' }] });
    const office = ['2026-02-12', '2026-02-13'].map((date) => ({
      from: at(date, '08:00').getTime(),
      to: at(date, '17:00').getTime(),
    }));
    expect(coverageGaps(schedule({ layers: [nights] }), range, office)).toHaveLength(1);
  });

  it.each([
    ['2026-02-12', '2026-02-26', '14:03'],
    ['2026-03-01', '2026-03-15', '02:30'],
    ['2026-10-25', '2026-11-08', '23:59'],
  ])('are looked for from %s to the midnight that ends %s, whatever minute it is', (today, last, clock) => {
    const { from, to } = daysAhead(at(today, clock), 14, CHICAGO);
    expect(new Date(from)).toEqual(at(today, clock));
    expect(new Date(to)).toEqual(at(last, '24:00'));
  });

  it('are none around the clock', () => expect(coverageGaps(schedule(), range)).toEqual([]));
});

const turnsOf = fc.array(fc.subarray(CREW, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 });
const rotationOf = fc.record({
  startsOn: fc.constantFrom('2025-12-29', '2026-03-07', '2026-11-01'),
  handOff: fc.constantFrom('00:00', '01:30', '02:00', '02:30', '08:00', '17:00'),
  every: fc.integer({ min: 1, max: 14 }),
  unit: fc.constantFrom('hour' as const, 'day' as const, 'week' as const),
});
const spanOf = fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 200 })).map(([start, hours]) => ({
  startsAt: new Date(Date.UTC(2026, 9, 20) + start * HOUR_MS),
  endsAt: new Date(Date.UTC(2026, 9, 20) + (start + hours) * HOUR_MS),
}));
const planOf = fc
  .record({
    rotation: fc.option(rotationOf),
    turns: turnsOf,
    off: fc.array(fc.tuple(fc.constantFrom(...CREW), spanOf), { maxLength: 4 }),
  })
  .map(({ rotation, turns, off }) =>
    schedule({
      layers: [layer({ rotation, turns })],
      timeOff: off.map(([contactId, span]) => ({ contactId, ...span })),
    }),
  );
const month = { from: Date.UTC(2026, 9, 18), to: Date.UTC(2026, 10, 17) };

describe('properties', () => {
  it('a layer is told without gap or overlap, whatever lies over it', () =>
    fc.assert(
      fc.property(planOf, (plan) => {
        const segments = layerSegments(plan, plan.layers[0]!, month);
        expect([segments[0]?.from, segments.at(-1)?.to]).toEqual([month.from, month.to]);
        segments.slice(1).forEach((segment, index) => expect(segment.from).toBe(segments[index]?.to));
      }),
      { numRuns: 200 },
    ));

  it('the calendar and the question "who at this instant" always agree', () =>
    fc.assert(
      fc.property(planOf, fc.integer({ min: month.from, max: month.to - 1 }), (plan, instant) => {
        const shown = shiftsBetween(plan, new Date(month.from), new Date(month.to)).filter(
          (shift) => shift.startsAt.getTime() <= instant && instant < shift.endsAt.getTime(),
        );
        const asked = onCallAt(plan, new Date(instant)).layers.map((each) => each.person.contactId);
        expect(shown.map((shift) => shift.contactId).toSorted()).toEqual(asked.toSorted());
      }),
      { numRuns: 300 },
    ));

  it('an override always wins, to the millisecond, and nothing else changes', () =>
    fc.assert(
      fc.property(planOf, spanOf, fc.integer({ min: month.from, max: month.to }), (plan, span, instant) => {
        const covered = { ...plan, overrides: [override({ ...span, inContactId: 'Dave' })] };
        const [first, last] = [span.startsAt, new Date(span.endsAt.getTime() - 1)];
        for (const inside of [first, last]) expect(onCallAt(covered, inside).primary.contactId).toBe('Dave');
        if (instant < span.startsAt.getTime() || instant >= span.endsAt.getTime())
          expect(onCallAt(covered, new Date(instant))).toEqual(onCallAt(plan, new Date(instant)));
      }),
      { numRuns: 200 },
    ));

  it('somebody always answers, never a person who is away or has left, except the owner', () =>
    fc.assert(
      fc.property(planOf, fc.integer({ min: month.from, max: month.to }), (plan, instant) => {
        const { primary, owner } = onCallAt(plan, new Date(instant));
        const away = plan.timeOff.some(
          (off) =>
            off.contactId === primary.contactId && off.startsAt.getTime() <= instant && instant < off.endsAt.getTime(),
        );
        expect(away && primary.contactId !== owner.contactId).toBe(false);
      }),
      { numRuns: 300 },
    ));

  it("the PRD's form is exactly a schedule of one layer that never rotates", () =>
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        fc.constantFrom('Mike', 'Dana', 'Dave', null),
        (active, second) => {
          const who = (name: string) =>
            person(name, { isActive: active[['Mike', 'Dana', 'Dave'].indexOf(name)] ?? true });
          const roster = {
            primary: who('Mike'),
            backup: second === null ? null : who(second),
            owner: who('Dave'),
          } as Roster;
          const [first = roster.owner, backup = null] = [
            roster.primary,
            ...(second && second !== 'Mike' ? [who(second)] : []),
          ].filter((each) => each.isActive);
          const { layers: _, ...simple } = onCallAt({ kind: 'roster', roster }, night);
          const { layers: __, ...layered } = onCallAt(rosterLayers(roster, CHICAGO), night);
          expect(simple).toEqual({ primary: first, backup, owner: roster.owner });
          expect(layered).toEqual(simple);
        },
      ),
    ));

  it.each([
    ['UTC', 0],
    ['America/Chicago', 360],
    ['Asia/Kolkata', -330],
    ['Pacific/Auckland', -720],
  ])('is the same on a server whose own time zone is %s', (zone, offset) => {
    const plan = schedule({ layers: [layer({ windows: [{ days: ['sat', 'sun'], from: '17:00', to: '02:30' }] })] });
    const told = () => shiftsBetween(plan, new Date(month.from), new Date(month.to));
    const [here, before] = [told(), process.env.TZ ?? ''];
    serverZone(zone);
    expect(new Date(0).getTimezoneOffset()).toBe(offset);
    expect(told()).toEqual(here);
    serverZone(before);
  });

  /** Jest hands tests a copy of the environment; only the process's own moves the clock's zone. */
  const serverZone = (zone: string): unknown =>
    runInThisContext(zone === '' ? 'delete process.env.TZ' : `process.env.TZ = '${zone}'`);

  it('a month of five layers takes few milliseconds', () => {
    const layers = ['a', 'b', 'c', 'd', 'e'].map((layerId) =>
      layer({
        layerId,
        rotation: { startsOn: '2026-01-01', handOff: '17:00', every: 1, unit: 'day' },
        windows: [{ days: ['mon', 'sat'], from: '17:00', to: '08:00' }],
      }),
    );
    const plan = schedule({ layers });
    const tell = () => shiftsBetween(plan, new Date(month.from), new Date(month.from + 30 * DAY_MS));
    tell();
    const started = performance.now();
    for (let run = 0; run < 10; run += 1) tell();
    // 6 ms on two shared cores; the margin is for a machine that does other things meanwhile.
    expect((performance.now() - started) / 10).toBeLessThan(60);
  });
});
