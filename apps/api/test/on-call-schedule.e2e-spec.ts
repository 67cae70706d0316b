import type { TestResponse } from './on-call-world.js';
import { OnCallWorld } from './on-call-world.js';

/** Thursday 12 February 2026, 9:22 PM in Chicago; the office opens Friday at 8 AM. */
const chicago = (local: string) => new Date(`${local}:00-06:00`).toISOString();

describe('Who is on call', () => {
  let world: OnCallWorld;

  beforeAll(async () => {
    world = await OnCallWorld.start();
  });
  afterAll(() => world.close());
  beforeEach(() => world.reset());

  const layer = (changes: Record<string, unknown> = {}) => ({
    name: 'Plumbing',
    turns: [{ contactIds: [world.id('Mike T.')] }, { contactIds: [world.id('Dana')] }],
    rotation: { startsOn: '2026-02-09', handOff: '17:00', every: 1, unit: 'week' },
    ...changes,
  });
  const schedule = (changes: Record<string, unknown> = {}) => ({
    layers: [layer()],
    backupContactIds: [],
    ownerContactId: world.id('Dave'),
    ...changes,
  });
  const save = (body: object, version = 1) => world.put('on-call/schedule', body).set('If-Match', `"${version}"`);
  const now = async (query = '') => (await world.get(`on-call/now${query}`).expect(200)).body as NowBody;
  interface NowBody {
    primary: { name: string };
    backup: { name: string } | null;
    until: string | null;
    next: { name: string } | null;
    layers: { personName: string; reasonWords: string }[];
  }

  it('the form of VTCR 1.2 is one layer that never rotates', async () => {
    expect(await now()).toMatchObject({
      primary: { name: 'Mike T.' },
      backup: { name: 'Dana' },
      owner: { name: 'Dave' },
      until: null,
    });
    const { body } = await world.get('on-call/schedule').expect(200);
    expect(body).toMatchObject({ version: 1, hasLayers: false, layers: [{ id: 'roster', rotation: null }], gaps: [] });
  });

  it('layers take the form’s place, rotate, and say when they hand off', async () => {
    const { body } = await save(schedule()).expect(200);
    expect(body).toMatchObject({ version: 2, hasLayers: true });
    expect(body.nextHandOffs[0]).toMatchObject({ at: chicago('2026-02-16T17:00'), contactIds: [world.id('Dana')] });
    expect(await now()).toMatchObject({
      primary: { name: 'Mike T.' },
      until: chicago('2026-02-16T17:00'),
      next: { name: 'Dana' },
    });
    expect((await now(`?at=${chicago('2026-02-17T09:00')}`)).primary.name).toBe('Dana');
  });

  it('a caller of another trade gets that trade’s layer', async () => {
    const hvac = layer({ name: 'HVAC', trades: ['hvac'], rotation: null, turns: [{ contactIds: [world.id('Dave')] }] });
    await save(schedule({ layers: [layer({ trades: ['plumbing'] }), hvac] })).expect(200);
    expect((await now('?trade=hvac')).primary.name).toBe('Dave');
    expect((await now('?trade=plumbing&zip=60614')).primary.name).toBe('Mike T.');
  });

  it('while layers stand the form can’t be saved, and going back brings it back', async () => {
    await save(schedule()).expect(200);
    const form = (await world.get('on-call').expect(200)).body as { primary: object; owner: object };
    const asForm = { primary: pick(form.primary), owner: pick(form.owner) };
    await world.put('on-call', asForm).set('If-Match', '"2"').expect(409);
    await world.delete('on-call/schedule').set('If-Match', '"2"').expect(200);
    await world.put('on-call', asForm).set('If-Match', '"3"').expect(200);
  });
  const pick = (contact: object) => {
    const { id, name, phone } = contact as { id: string; name: string; phone: string };
    return { id, name, phone };
  };

  it('two people who edit at once: the second is told to reload', async () => {
    await save(schedule()).expect(200);
    const refused = await save(schedule()).expect(412);
    expect(refused.body.type).toContain('on-call-changed');
  });

  it.each([
    ['a turn with nobody in it', { layers: [{ name: 'X', turns: [{ contactIds: [] }] }] }, 'invalid'],
    ['a person of nobody’s', { ownerContactId: '00000000-0000-7000-8000-000000000001' }, 'unknown-contact'],
    [
      'a day that does not exist',
      {
        layers: [
          {
            name: 'X',
            turns: [{ contactIds: ['MIKE'] }],
            rotation: { startsOn: '2026-02-30', handOff: '17:00', every: 1, unit: 'day' },
          },
        ],
      },
      'no-such-date',
    ],
    [
      'a 25th hour',
      {
        layers: [
          { name: 'X', turns: [{ contactIds: ['MIKE'] }], windows: [{ days: ['mon'], from: '25:00', to: '08:00' }] },
        ],
      },
      'invalid',
    ],
  ])('refuses %s', async (_what, changes, code) => {
    const body = JSON.parse(JSON.stringify(schedule(changes)).replaceAll('MIKE', world.id('Mike T.'))) as object;
    const { body: problem } = (await save(body).expect(400)) as TestResponse;
    expect(JSON.stringify(problem)).toContain(code);
  });

  it('gaps of the next 14 days are told in words, without the hours in which the office answers', async () => {
    const nights = layer({
      rotation: null,
      windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '17:00', to: '08:00' }],
    });
    await save(schedule({ layers: [nights] })).expect(200);
    const { body } = await world.get('on-call/gaps').expect(200);
    expect(body.map((gap: { words: string }) => gap.words)).toEqual([
      'Nobody is on call from Sat, Feb 14, 8 AM to Mon, Feb 16, 8 AM. Dave is paged instead.',
      'Nobody is on call from Sat, Feb 21, 8 AM to Mon, Feb 23, 8 AM. Dave is paged instead.',
    ]);
  });

  it('A46: each day on which the office is closed is a holiday to the layers', async () => {
    await world.closeOn('2026-02-13', '2026-02-14');
    const holiday = layer({
      name: 'Holiday',
      rank: 1,
      rotation: null,
      turns: [{ contactIds: [world.id('Dave')] }],
      holidays: 'only',
    });
    await save(schedule({ layers: [layer({ holidays: 'skip' }), holiday] })).expect(200);
    expect((await now()).primary.name).toBe('Mike T.');
    expect((await now(`?at=${chicago('2026-02-13T00:00')}`)).primary.name).toBe('Dave');
    expect((await now(`?at=${chicago('2026-02-14T12:00')}`)).primary.name).toBe('Dave');
    expect((await now(`?at=${chicago('2026-02-15T00:00')}`)).primary.name).toBe('Mike T.');
  });

  it('a preview shows shifts and gaps and saves nothing', async () => {
    const { body } = await world.post('on-call/schedule/preview', schedule()).expect(200);
    expect(body.shifts[0]).toMatchObject({
      personName: 'Mike T.',
      endsAt: chicago('2026-02-16T17:00'),
      reasonWords: 'regular turn',
    });
    expect((await world.get('on-call/schedule').expect(200)).body.version).toBe(1);
  });

  it('shifts between two instants are cut at both; a year is too long', async () => {
    await save(schedule()).expect(200);
    const range = `from=${chicago('2026-02-15T00:00')}&to=${chicago('2026-02-18T00:00')}`;
    const { body } = await world.get(`on-call/shifts?${range}`).expect(200);
    expect(body.map((shift: { personName: string }) => shift.personName)).toEqual(['Mike T.', 'Dana']);
    await world.get('on-call/shifts?from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z').expect(400);
    await world.get('on-call/shifts?from=yesterday&to=2027-01-01T00:00:00Z').expect(400);
  });

  describe('for a while', () => {
    const tonight = () => ({ startsAt: chicago('2026-02-12T22:00'), endsAt: chicago('2026-02-13T08:00') });

    it('A44: a stand-in is paged instead, and both are told', async () => {
      await world
        .post('on-call/overrides', { inContactId: world.id('Dana'), outContactId: world.id('Mike T.'), ...tonight() })
        .expect(201);
      expect((await now()).primary.name).toBe('Mike T.');
      expect((await now(`?at=${chicago('2026-02-12T22:00')}`)).primary.name).toBe('Dana');
      expect((await now(`?at=${chicago('2026-02-13T08:00')}`)).primary.name).toBe('Mike T.');
      await world.deliverNotes();
      expect(world.textsTo('Dana')).toEqual(["Metro Plumbing: you're on call 10 PM-Fri 8 AM."]);
      expect(world.textsTo('Mike T.')).toEqual(["Metro Plumbing: Dana has the pager 10 PM-Fri 8 AM. You're off."]);
    });

    it('a note is sent once, however often its job runs', async () => {
      await world.post('on-call/take', { contactId: world.id('Dana'), until: chicago('2026-02-13T06:00') }).expect(200);
      await world.deliverNotes();
      await world.deliverNotes();
      expect(world.textsTo('Dana')).toHaveLength(1);
    });

    it('A45: two stand-ins for the same person at once are refused, by the service and by the database', async () => {
      const override = { inContactId: world.id('Dana'), outContactId: world.id('Mike T.'), ...tonight() };
      const both = await Promise.all([
        world.post('on-call/overrides', override),
        world.post('on-call/overrides', { ...override, inContactId: world.id('Dave') }),
      ]);
      expect(both.map((response) => response.status).toSorted()).toEqual([201, 409]);
      await expect(world.copyOverride()).rejects.toThrow('on_call_overrides_agree');
    });

    it('replacing somebody who isn’t on call is refused', async () => {
      const { body } = await world
        .post('on-call/overrides', { inContactId: world.id('Mike T.'), outContactId: world.id('Dana'), ...tonight() })
        .expect(400);
      expect(body.detail).toBe('Dana is not on call during that time');
    });

    it('nobody stands in for themselves', async () => {
      const mike = world.id('Mike T.');
      await world.post('on-call/overrides', { inContactId: mike, outContactId: mike, ...tonight() }).expect(400);
    });

    it('"take the pager" until 6 AM; who takes it after that gives the rest back', async () => {
      await world.post('on-call/take', { contactId: world.id('Dana'), until: chicago('2026-02-13T08:00') }).expect(200);
      const taken = await world
        .post('on-call/take', { contactId: world.id('Dave'), until: chicago('2026-02-13T02:00') })
        .expect(200);
      expect(taken.body).toMatchObject({
        primary: { name: 'Dave' },
        until: chicago('2026-02-13T02:00'),
        next: { name: 'Dana' },
      });
      expect((await now(`?at=${chicago('2026-02-13T08:00')}`)).primary.name).toBe('Mike T.');
    });

    it('cancelling ends it at once', async () => {
      await world.post('on-call/take', { contactId: world.id('Dana'), until: chicago('2026-02-13T06:00') }).expect(200);
      const { body } = await world.get('on-call/schedule').expect(200);
      await world.delete(`on-call/overrides/${body.overrides[0].id}`).expect(204);
      expect((await now()).primary.name).toBe('Mike T.');
      await world.delete(`on-call/overrides/${body.overrides[0].id}`).expect(404);
    });

    it('two people swap weeks', async () => {
      await save(schedule()).expect(200);
      const swap = {
        one: {
          contactId: world.id('Mike T.'),
          startsAt: chicago('2026-02-13T17:00'),
          endsAt: chicago('2026-02-14T17:00'),
        },
        other: {
          contactId: world.id('Dana'),
          startsAt: chicago('2026-02-20T17:00'),
          endsAt: chicago('2026-02-21T17:00'),
        },
      };
      await world.post('on-call/swap', swap).expect(201);
      expect((await now(`?at=${chicago('2026-02-14T09:00')}`)).primary.name).toBe('Dana');
      expect((await now(`?at=${chicago('2026-02-21T09:00')}`)).primary.name).toBe('Mike T.');
    });

    it('a swap of which one half is impossible changes nothing', async () => {
      await save(schedule()).expect(200);
      const span = { startsAt: chicago('2026-02-13T17:00'), endsAt: chicago('2026-02-14T17:00') };
      const swap = {
        one: { contactId: world.id('Mike T.'), ...span },
        other: { contactId: world.id('Dana'), ...span },
      };
      await world.post('on-call/swap', swap).expect(400);
      expect((await world.get('on-call/schedule').expect(200)).body.overrides).toEqual([]);
    });

    it('time off hands the turn to the next, says so, and tells the stand-in', async () => {
      await save(schedule()).expect(200);
      await world
        .post('on-call/time-off', { contactId: world.id('Mike T.'), ...tonight(), reason: 'dentist' })
        .expect(201);
      const later = await now(`?at=${chicago('2026-02-13T03:00')}`);
      expect(later).toMatchObject({
        primary: { name: 'Dana' },
        layers: [{ reasonWords: 'standing in for Mike T. (away)' }],
      });
      await world.deliverNotes();
      expect(world.textsTo('Dana')).toEqual(['Metro Plumbing: Mike T. is away. You stand in on call 10 PM-Fri 8 AM.']);
      const { body } = await world.get('on-call/schedule').expect(200);
      await world.delete(`on-call/time-off/${body.timeOff[0].id}`).expect(204);
      expect((await now(`?at=${chicago('2026-02-13T03:00')}`)).primary.name).toBe('Mike T.');
    });

    it.each([
      ['ends before it starts', '2026-02-13T08:00', '2026-02-12T22:00'],
      ['is over already', '2026-02-11T22:00', '2026-02-12T08:00'],
      ['never ends', '2026-02-13T08:00', '2027-02-12T22:00'],
    ])('refuses one that %s', async (_what, startsAt, endsAt) => {
      await world
        .post('on-call/overrides', {
          inContactId: world.id('Dana'),
          startsAt: chicago(startsAt),
          endsAt: chicago(endsAt),
        })
        .expect(400);
    });
  });

  it('a hand-off in the middle of an emergency: the next step pages the new person', async () => {
    await save(schedule({ backupContactIds: [world.id('Dave')] })).expect(200);
    await world.app.clock.set(chicago('2026-02-16T16:59'));
    await world.emergency();
    expect(world.textsTo('Mike T.')).toHaveLength(1);
    await world.app.pass(70);
    const called = world.app.telephony.calls.map((call) => call.to);
    expect(called.at(-1)).toBe(world.phone('Dana'));
  });

  it('A47: a quarter of an hour before a shift its person is told, once', async () => {
    await save(schedule()).expect(200);
    await world.app.clock.set(chicago('2026-02-16T16:44'));
    await world.app.settle();
    await world.deliverNotes();
    expect(world.textsTo('Dana')).toEqual([]);
    await world.app.clock.set(chicago('2026-02-16T16:45'));
    await world.app.settle();
    await world.app.clock.set(chicago('2026-02-16T16:50'));
    await world.app.settle();
    await world.deliverNotes();
    expect(world.textsTo('Dana')).toEqual([
      "Metro Plumbing: you're on call from 5 PM until Mon Feb 23 5 PM. Reply 1: got it.",
    ]);
  });

  it('A42: who leaves the team while on call is passed over at once; the owner can’t leave', async () => {
    await world.patch(`contacts/${world.id('Mike T.')}`, { isActive: false }).expect(200);
    expect((await now()).primary.name).toBe('Dana');
    await world.patch(`contacts/${world.id('Dave')}`, { isActive: false }).expect(409);
  });

  it('ring groups keep their order', async () => {
    const { body } = await world
      .post('on-call/ring-groups', { name: 'Whole crew', contactIds: [world.id('Dave'), world.id('Mike T.')] })
      .expect(201);
    await world.post('on-call/ring-groups', { name: 'Whole crew', contactIds: [world.id('Dave')] }).expect(409);
    await world
      .put(`on-call/ring-groups/${body.id}`, { name: 'Crew', contactIds: [world.id('Mike T.'), world.id('Dave')] })
      .expect(200);
    expect((await world.get('on-call/ring-groups').expect(200)).body).toEqual([
      { id: body.id, name: 'Crew', contactIds: [world.id('Mike T.'), world.id('Dave')] },
    ]);
    await world.delete(`on-call/ring-groups/${body.id}`).expect(204);
    expect((await world.get('on-call/ring-groups').expect(200)).body).toEqual([]);
  });

  it('A58: a calendar app reads the plan by its secret address, until it is revoked', async () => {
    await save(schedule()).expect(200);
    const { body: feed } = await world.post('on-call/feeds', { contactId: world.id('Dana') }).expect(201);
    const path = new URL(feed.url as string).pathname;
    const calendar = await world.app
      .api()
      .get(path)
      .expect(200)
      .expect('content-type', /text\/calendar/);
    expect(calendar.text).toContain('SUMMARY:On call: Dana (Plumbing)');
    expect(calendar.text).toContain('DTSTART:20260216T230000Z');
    expect(calendar.text).not.toContain('Mike');
    expect((await world.app.api().get(path).expect(200)).text).toBe(calendar.text);
    await world.delete(`on-call/feeds/${feed.id}`).expect(204);
    await world.app.api().get(path).expect(404);
    await world.app.api().get('/api/v1/calendars/guess.ics').expect(404);
    expect(JSON.stringify((await world.get('on-call/feeds').expect(200)).body)).toBe('[]');
  });

  it('another account can neither see nor change any of it', async () => {
    await save(schedule()).expect(200);
    await world.post('on-call/take', { contactId: world.id('Dana'), until: chicago('2026-02-13T06:00') }).expect(200);
    const { body } = await world.get('on-call/schedule').expect(200);
    await world.asStranger('get', 'on-call/schedule').expect(404);
    const own = await world.ofStranger('delete', `on-call/overrides/${body.overrides[0].id}`);
    expect(own.status).toBe(404);
    const borrowed = await world
      .ofStranger('post', 'on-call/take')
      .send({ contactId: world.id('Dana'), until: chicago('2026-02-13T06:00') });
    expect(borrowed.status).toBe(404);
  });

  it('a CSR may look and not touch', async () => {
    await world.as('csr').get('on-call/now').expect(200);
    await world
      .as('csr')
      .post('on-call/take', { contactId: world.id('Dana'), until: chicago('2026-02-13T06:00') })
      .expect(403);
  });
});
