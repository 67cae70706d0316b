import { CalendarService } from '../src/calendar/calendar.service.js';
import { deliverLetters } from './harness/letters.js';
import { addAgency, addMember, ageFactor } from './harness/people.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import type { SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

const EVENT = {
  appointmentId: '0190a000-0000-7000-8000-000000000002',
  attempt: 1,
  from: new Date('2026-02-16T16:00:00Z'),
  to: new Date('2026-02-16T18:00:00Z'),
  timeZone: 'America/Chicago',
  title: 'Water heater',
  notes: '',
};

describe('Connecting Google Calendar', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let apex: SeededAccount;
  let dave: SignedIn;
  let rosa: SignedIn;

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db, { name: 'Metro Plumbing' });
    apex = await seedAccount(app.db, { name: 'Apex Air', area: '303' });
    dave = await addMember(app, metro, 'owner', 'Dave');
    rosa = await addMember(app, apex, 'owner', 'Rosa');
  });
  beforeEach(async () => {
    await app.db.everything(`delete from calendar_connections`);
    await app.db.everything(`delete from calendar_consents`);
    app.calendar.events.length = 0;
    app.calendar.askedWith.length = 0;
    app.calendarConsent.revoked.length = 0;
    app.calendar.onBusy = () => ({ kind: 'ok', busy: [] });
  });
  afterAll(() => app.close());

  const of = (who: SignedIn, account: SeededAccount, method: 'get' | 'post' | 'put' | 'delete', path = '') =>
    app.api()[method](`/api/v1/accounts/${account.accountId}/calendar${path}`).auth(who.token, { type: 'bearer' });
  /** The state that this browser was sent to Google with. */
  const question = async (who = dave, account = metro): Promise<string> => {
    const { body } = await of(who, account, 'post', '/question').expect(200);
    return new URL((body as { url: string }).url).searchParams.get('state') ?? '';
  };
  const answer = (state: string, code = 'good-1', who = dave, account = metro) =>
    of(who, account, 'post', '/answer').send({ state, code });
  const connect = async (code = 'good-1', who = dave, account = metro) =>
    answer(await question(who, account), code, who, account).expect(200);
  const standing = async (who = dave, account = metro) =>
    (await of(who, account, 'get').expect(200)).body as Record<string, unknown>;
  const calendar = () => app.http.get(CalendarService, { strict: false });
  const journal = () =>
    app.db
      .everything<{ event: string }>(
        `select event from journal where account_id = $1 and event like 'calendar.%' order by seq`,
        [metro.accountId],
      )
      .then((rows) => rows.map(({ event }) => event));

  it('starts with nothing: no calendar is asked, and nobody is told anything', async () => {
    expect(await standing()).toMatchObject({ isOffered: true, state: 'none', connectedAs: null });
    expect(await calendar().busy(metro.accountId, EVENT.from, EVENT.to)).toEqual({ kind: 'not-connected' });
    expect(app.calendar.askedWith).toEqual([]);
  });

  it('an owner connects their own calendar; the verifier never was in the address', async () => {
    const state = await question();
    const { body } = await answer(state).expect(200);
    expect(body).toMatchObject({ state: 'connected', connectedAs: 'dave@metro.example', failure: null });
    const verifier = app.calendarConsent.verifiers.at(-1) ?? '';
    expect(verifier).toHaveLength(43);
    expect(JSON.stringify(app.calendarConsent.questions)).not.toContain(verifier);
    expect(await journal()).toContain('calendar.connected');
  });

  it('the permission and the verifier lie sealed', async () => {
    await question();
    const [consent] = await app.db.everything<{ sealed_verifier: string }>(`select * from calendar_consents`);
    expect(consent?.sealed_verifier).toMatch(/^v1\./);
    await connect();
    const rows = await app.db.everything(`select * from calendar_connections`);
    expect(JSON.stringify(rows)).not.toContain('permission-1');
  });

  describe('an answer does not count', () => {
    it('twice', async () => {
      const state = await question();
      await answer(state).expect(200);
      const { body } = await answer(state, 'good-2').expect(400);
      expect(body).toMatchObject({ code: 'consent-not-valid' });
    });

    it('with a state that was made up', async () => {
      await question();
      await answer(`${metro.accountId}.${'x'.repeat(43)}`).expect(400);
      await answer('nonsense').expect(400);
    });

    it('from another owner of the same account, nor from another session of the same person', async () => {
      const state = await question();
      const dana = await addMember(app, metro, 'owner', 'Dana');
      await answer(state, 'good-1', dana).expect(400);
      const again = await app
        .api()
        .post('/api/v1/auth/sign-in')
        .send({ email: dave.email, password: 'a long enough password' })
        .expect(200);
      const elsewhere = { ...dave, token: (again.body as { accessToken: string }).accessToken };
      await answer(state, 'good-1', elsewhere).expect(400);
      expect(await standing()).toMatchObject({ state: 'none' });
    });

    it('in another account: nobody slips their calendar under somebody else’s business', async () => {
      const state = await question(rosa, apex);
      await answer(state, 'good-1', dave, metro).expect(400);
      await answer(state, 'good-1', dave, apex).expect(404);
      expect(await standing()).toMatchObject({ state: 'none' });
    });

    it('after a quarter of an hour, nor after a newer question', async () => {
      const old = await question();
      await app.db.everything(`update calendar_consents set expires_at = clock_timestamp() - interval '1 second'`);
      await answer(old).expect(400);
      const first = await question();
      await question();
      await answer(first).expect(400);
    });

    it('when Google does not know the code, gave only a part, or is silent; and nothing is kept', async () => {
      await answer(await question(), 'bad').expect(400);
      const { onRedeem } = app.calendarConsent;
      app.calendarConsent.onRedeem = () => ({ kind: 'incomplete' });
      expect((await answer(await question()).expect(422)).body).toMatchObject({ code: 'consent-incomplete' });
      app.calendarConsent.onRedeem = () => ({ kind: 'unavailable', reason: 'provider-silent' });
      expect((await answer(await question()).expect(503)).body).toMatchObject({ code: 'calendar-unavailable' });
      app.calendarConsent.onRedeem = onRedeem;
      expect(await standing()).toMatchObject({ state: 'none' });
    });
  });

  it('is for owners who proved a factor just now: no dispatcher, no agency, no stale session', async () => {
    const dispatcher = await addMember(app, metro, 'dispatcher', 'Dan');
    const { admin } = await addAgency(app, [metro]);
    await of(dispatcher, metro, 'post', '/question').expect(403);
    await of(admin, metro, 'post', '/question').expect(403);
    const stale = await addMember(app, metro, 'owner', 'Old Dave');
    await ageFactor(app, stale, 10);
    const { body } = await of(stale, metro, 'post', '/question').expect(403);
    expect(body).toMatchObject({ code: 'step-up-required' });
    await of(dispatcher, metro, 'get').expect(200);
  });

  it('another calendar of the same person can be chosen, and only one that can be written to', async () => {
    await connect();
    const { body } = await of(dave, metro, 'get', '/choices').expect(200);
    expect(body).toMatchObject([{ isPrimary: true }, { name: 'Jobs' }]);
    await of(dave, metro, 'put', '/choice').send({ calendarId: 'jobs@group.calendar.example' }).expect(200);
    expect(await standing()).toMatchObject({ calendarName: 'Jobs', connectedAs: 'dave@metro.example' });
    await of(dave, metro, 'put', '/choice').send({ calendarId: 'somebody@else.example' }).expect(404);
    await calendar().busy(metro.accountId, EVENT.from, EVENT.to);
    expect(app.calendar.askedWith.at(-1)).toEqual({
      accountId: metro.accountId,
      refreshToken: 'permission-1',
      calendarId: 'jobs@group.calendar.example',
    });
  });

  it('each account asks with its own permission and sees nothing of the other’s', async () => {
    await connect('good-1');
    await connect('good-2', rosa, apex);
    await calendar().write(metro.accountId, EVENT);
    await calendar().write(apex.accountId, EVENT);
    expect(app.calendar.askedWith.map(({ refreshToken }) => refreshToken)).toEqual(['permission-1', 'permission-2']);
    expect(app.calendar.events.map(({ accountId }) => accountId)).toEqual([metro.accountId, apex.accountId]);
    await of(rosa, metro, 'get').expect(404);
    await of(rosa, metro, 'delete').expect(404);
  });

  it('a look is remembered, and a failed one with its reason until the next that tells something', async () => {
    await connect();
    app.calendar.onBusy = () => ({ kind: 'unavailable', reason: 'rate-limited' });
    await calendar().busy(metro.accountId, EVENT.from, EVENT.to);
    expect(await standing()).toMatchObject({ state: 'connected', failure: 'rate-limited' });
    app.calendar.onBusy = () => ({ kind: 'ok', busy: [] });
    await calendar().busy(metro.accountId, EVENT.from, EVENT.to);
    expect(await standing()).toMatchObject({ failure: null, lookedAt: app.clock.now().toISOString() });
  });

  it('a permission that Google ended is dropped, its owners are told once, and callers are promised a call', async () => {
    await connect();
    app.mailer.sent.length = 0;
    app.calendar.onBusy = () => ({ kind: 'disconnected' });
    const looks = await Promise.all([1, 2].map(() => calendar().busy(metro.accountId, EVENT.from, EVENT.to)));
    expect(looks.map(({ kind }) => kind)).toEqual(['disconnected', 'disconnected']);
    app.calendar.askedWith.length = 0;
    expect(await calendar().busy(metro.accountId, EVENT.from, EVENT.to)).toEqual({ kind: 'disconnected' });
    expect(app.calendar.askedWith).toEqual([]);
    expect(await standing()).toMatchObject({ state: 'lost', lostAt: app.clock.now().toISOString() });
    await deliverLetters(app);
    const told = app.mailer.sent.filter(({ to }) => to === dave.email);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ subject: 'Google Calendar is no longer connected to Metro Plumbing' });
    expect(app.mailer.sent.some(({ to }) => to === rosa.email)).toBe(false);
    await connect('good-3');
    expect(await standing()).toMatchObject({ state: 'connected', lostAt: null });
  });

  it('an old permission’s end says nothing about the new one', async () => {
    await connect('good-1');
    app.calendar.onBusy = () => ({ kind: 'disconnected' });
    const late = calendar();
    const { write } = app.calendar;
    app.calendar.write = async () => {
      await connect('good-4');
      return { kind: 'disconnected' };
    };
    await late.write(metro.accountId, EVENT);
    app.calendar.write = write;
    expect(await standing()).toMatchObject({ state: 'connected' });
  });

  it('disconnecting forgets the permission and gives it back; twice does nothing more', async () => {
    await connect();
    expect((await of(dave, metro, 'delete').expect(200)).body).toEqual({ permissionEnded: true });
    expect(app.calendarConsent.revoked).toEqual(['permission-1']);
    expect((await of(dave, metro, 'delete').expect(200)).body).toEqual({ permissionEnded: true });
    expect(app.calendarConsent.revoked).toHaveLength(1);
    expect(await standing()).toMatchObject({ state: 'none' });
    expect(await app.db.everything(`select * from calendar_connections`)).toEqual([]);
  });

  it('a Google that cannot be told is forgotten all the same, and the owner learns it', async () => {
    await connect();
    app.calendarConsent.canRevoke = false;
    expect((await of(dave, metro, 'delete').expect(200)).body).toEqual({ permissionEnded: false });
    app.calendarConsent.canRevoke = true;
    expect(await standing()).toMatchObject({ state: 'none' });
  });

  it('connecting as somebody else gives the former person’s permission back, connecting again as the same does not', async () => {
    await connect('good-1');
    await connect('good-2');
    expect(app.calendarConsent.revoked).toEqual([]); // Google would end the new one with it
    const { onCalendars } = app.calendarConsent;
    app.calendarConsent.onCalendars = () => ({
      kind: 'ok',
      calendars: [{ id: 'office@metro.example', name: 'Office', isPrimary: true }],
    });
    await connect('good-3');
    app.calendarConsent.onCalendars = onCalendars;
    expect(app.calendarConsent.revoked).toEqual(['permission-2']);
  });

  it('is not offered where the operator has no application at Google', async () => {
    app.calendarConsent.isOffered = false;
    const { body } = await of(dave, metro, 'post', '/question').expect(503);
    expect(body).toMatchObject({ code: 'calendar-not-offered' });
    expect(await standing()).toMatchObject({ isOffered: false });
    app.calendarConsent.isOffered = true;
  });
});
