import { newId } from '@platform/tenancy/new-id';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, type SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

interface Body {
  code?: string;
  [field: string]: unknown;
}

describe('On-call and emergencies on screen', () => {
  let app: TestApp;
  let areas = 0;
  let account: SeededAccount;
  let night: LadderWorld;
  let owner: string;
  const AREAS = '312 303 404 206 512 602 615 704 813 916 214 317 402 503 614 713 804 207 208 210 217 225'.split(' ');

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clock.set('2026-02-13T03:22:00Z');
    account = await seedAccount(app.db, { area: AREAS[areas++] ?? '312' });
    night = new LadderWorld(app, account);
    owner = await ownerOf(account);
    app.telephony.texts.length = 0;
    app.telephony.onSms = () => undefined;
  });

  /** One person owns all contractors of this file: signing in is limited per minute. */
  let signedIn: SignedIn | undefined;
  const ownerOf = async ({ accountId }: SeededAccount): Promise<string> => {
    if (signedIn) {
      await app.db.platform.query(
        `insert into routing.memberships (id, user_id, account_id, role) values ($1, $2, $3, 'owner')`,
        [newId(), signedIn.userId, accountId],
      );
    }
    signedIn ??= await signInAs(app, account, 'owner');
    return signedIn.token;
  };
  const path = (rest: string) => `/api/v1/accounts/${account.accountId}/${rest}`;
  const get = (rest: string, token = owner) => app.api().get(path(rest)).auth(token, { type: 'bearer' });
  const post = (rest: string, body: object = {}, token = owner) =>
    app.api().post(path(rest)).auth(token, { type: 'bearer' }).send(body);
  const put = (version: number, body: object, token = owner) =>
    app.api().put(path('on-call')).auth(token, { type: 'bearer' }).set('If-Match', `"${version}"`).send(body);
  const roster = (changes: object = {}) => ({
    primary: { name: 'Mike T.', phone: account.mike },
    backup: { name: 'Dana', phone: account.dana },
    owner: { name: 'Dave', phone: account.dave },
    ...changes,
  });

  describe('the roster (VTCR 1.2)', () => {
    it('is read with its ladder in one sentence', async () => {
      const { body, headers } = await get('on-call').expect(200);
      expect(body).toMatchObject({
        version: 1,
        warmTransferEnabled: true,
        smsOncallDelaySeconds: 0,
        autoDialDelaySeconds: 60,
        backupDelaySeconds: 600,
        ownerDelaySeconds: 1200,
        primary: { name: 'Mike T.', phone: account.mike },
        preview: 'Tonight 9 PM calls go to: AI, then Mike T. (call + SMS), then Dana at +10 min, then Dave at +20',
      });
      expect(headers['etag']).toBe('"1"');
    });

    it('saves, texts the primary the test of the PRD, and shows how it went', async () => {
      const saved = await put(
        1,
        roster({ primary: { name: 'Sal', phone: '(312) 555-0199' }, autoDialDelaySeconds: 90 }),
      ).expect(200);
      expect(saved.body).toMatchObject({
        version: 2,
        autoDialDelaySeconds: 90,
        primary: { name: 'Sal', phone: '+13125550199', verifiedAt: null, testState: 'sent' },
      });
      expect(night.textsTo('+13125550199')).toEqual([
        "This is a test from Metro Plumbing's after-hours system. You're set as the primary on-call contact. Reply OK to confirm.",
      ]);
      await night.receipt('+13125550199', 'delivered');
      expect((await get('on-call')).body.primary.testState).toBe('delivered');
    });

    it('shows a failed test', async () => {
      app.telephony.onSms = () => ({ kind: 'refused', code: '21614', permanent: true });
      const saved = await put(1, roster()).expect(200);
      expect(saved.body.primary.testState).toBe('failed');
    });

    it('"OK" to the test verifies the phone and never acknowledges an emergency', async () => {
      await put(1, roster()).expect(200);
      await app.clock.advance(60);
      const opened = await night.emergency();
      await app.settle();
      expect(await night.replies(account.mike, 'OK')).toContain("you're confirmed for after-hours alerts");
      expect((await night.incident(opened.incidentId)).state).toBe('alerting');
      expect(night.textsTo(account.mike).at(-1)).toContain('Still paging. Reply 1 to take it');
      expect(new Date((await get('on-call')).body.primary.verifiedAt as string)).toEqual(app.clock.now());
      await night.replies(account.mike, 'OK');
      expect((await night.incident(opened.incidentId)).state).toBe('accepted');
    });

    it.each([
      [{ primary: { name: 'Mike', phone: 'nonsense' } }, 'phone-not-e164'],
      [{ primary: { name: 'Mike', phone: '+19005550100' } }, 'phone-not-allowed'],
      [{ primary: { name: 'Mike', phone: '+442079460000' } }, 'phone-not-allowed'],
      [{ primary: { name: '', phone: '+13125550182' } }, 'invalid-fields'],
      [{ owner: undefined }, 'invalid-fields'],
      [{ ownerDelaySeconds: -1 }, 'invalid-fields'],
    ])('refuses %j: %s', async (changes, code) => {
      const { body } = await put(1, roster(changes)).expect(400);
      expect((body as Body).code).toBe(code);
      expect(app.telephony.texts).toEqual([]);
    });

    it('does not overwrite what somebody else saved meanwhile', async () => {
      await put(1, roster()).expect(200);
      expect(((await put(1, roster()).expect(412)).body as Body).code).toBe('on-call-changed');
    });

    it('may be read but not changed by a CSR', async () => {
      const { token } = await signInAs(app, account, 'csr');
      await get('on-call', token).expect(200);
      await put(1, roster(), token).expect(403);
    });

    it('adds, changes and tests contacts; a new phone has to be verified again', async () => {
      const added = await post('contacts', { name: 'Sal', phone: '(312) 555-0177' }).expect(201);
      const id = added.body.id as string;
      expect(added.body).toMatchObject({ name: 'Sal', phone: '+13125550177', verifiedAt: null, isActive: true });
      expect(((await post('contacts', { name: 'Twin', phone: '+13125550177' }).expect(409)).body as Body).code).toBe(
        'phone-in-use',
      );
      await post(`contacts/${id}/test`).expect(200);
      expect(night.textsTo('+13125550177')).toHaveLength(1);
      const changed = await app
        .api()
        .patch(path(`contacts/${id}`))
        .auth(owner, { type: 'bearer' })
        .send({ channels: ['voice'] })
        .expect(200);
      expect(changed.body.channels).toEqual(['voice']);
      expect((await get('contacts').expect(200)).body).toHaveLength(4);
    });
  });

  describe('an emergency', () => {
    it('shows its ladder, its alerts and its timeline', async () => {
      const { incidentId, code } = await night.emergency();
      await app.settle();
      const { body } = await get(`incidents/${incidentId}`).expect(200);
      expect(body).toMatchObject({
        code,
        state: 'alerting',
        callerName: 'Jim Kowalski',
        currentStep: 2,
        totalSteps: 7,
        nextStepAt: '2026-02-13T03:23:00.000Z',
      });
      expect((body.ladder as { state: string }[]).map((step) => step.state)).toEqual([
        'current',
        'current',
        'waiting',
        'waiting',
        'waiting',
        'waiting',
        'waiting',
      ]);
      expect((body.alerts as Body[]).map((alert) => alert['escalationStep'])).toEqual(['warm_transfer', 'sms_oncall']);
      const lines = (body.timeline as { text: string }[]).map((line) => line.text);
      expect(lines.slice(0, 2)).toEqual(['Emergency opened by the voice agent', 'Paging Mike T.']);
      expect(lines.slice(2).toSorted()).toEqual(['Ringing Mike T.', 'Text sent to Mike T.']);
    });

    it('is accepted in the app: paging stops, the paged tech is stood down, a second person is told who has it', async () => {
      const { incidentId } = await night.emergency();
      await app.settle();
      const { body } = await post(`incidents/${incidentId}/accept`).expect(200);
      expect(body).toMatchObject({ state: 'accepted', acceptedName: 'owner', acceptedVia: 'app', nextStepAt: null });
      // One phone gets a text a minute at most; only an alarm of its own never waits.
      await app.pass(60, 20);
      expect(night.textsTo(account.mike).at(-1)).toContain('owner took it at 9:22 PM');
      const { token } = await signInAs(app, account, 'dispatcher');
      expect(((await post(`incidents/${incidentId}/accept`, {}, token).expect(409)).body as Body).code).toBe(
        'incident-taken',
      );
      await post(`incidents/${incidentId}/accept`).expect(200);
    });

    it('is resolved with its value, once, and leaves the open list', async () => {
      const { incidentId } = await night.emergency();
      await app.settle();
      expect((await get('incidents?state=open').expect(200)).body.data).toHaveLength(1);
      const { body } = await post(`incidents/${incidentId}/resolve`, {
        outcome: 'Replaced burst fitting',
        jobValueCents: 185_000,
      }).expect(200);
      expect(body).toMatchObject({ state: 'resolved', outcome: 'Replaced burst fitting', jobValueCents: 185_000 });
      expect((await get('incidents?state=open')).body.data).toEqual([]);
      expect((await get('incidents?state=closed')).body.data).toHaveLength(1);
      expect(((await post(`incidents/${incidentId}/accept`).expect(409)).body as Body).code).toBe('incident-closed');
    });

    it('is closed as a false alarm: nobody else is paged', async () => {
      const { incidentId } = await night.emergency();
      await app.settle();
      await post(`incidents/${incidentId}/false-alarm`).expect(200);
      await app.pass(700, 100);
      expect(night.textsTo(account.mike)).toHaveLength(2);
      expect(night.textsTo(account.mike)[1]).toContain('You can stand down');
      expect(night.textsTo(account.dana)).toEqual([]);
    });

    it('pages the next person when asked to', async () => {
      const { incidentId } = await night.emergency();
      await app.settle();
      await post(`incidents/${incidentId}/page-next`).expect(200);
      await app.settle();
      await post(`incidents/${incidentId}/page-next`).expect(200);
      await app.settle();
      expect(night.textsTo(account.dana)).toHaveLength(1);
    });

    it('is paged through by cursor, newest first', async () => {
      for (const last of ['1', '2', '3'])
        await night.emergency({ callerPhone: `+1312555044${last}`, callerName: `Caller ${last}` });
      const first = (await get('incidents?limit=2').expect(200)).body as { data: Body[]; nextCursor: string };
      const second = (await get(`incidents?limit=2&after=${first.nextCursor}`).expect(200)).body as {
        data: Body[];
        nextCursor: null;
      };
      expect([...first.data, ...second.data].map((incident) => incident['callerName'])).toEqual([
        'Caller 3',
        'Caller 2',
        'Caller 1',
      ]);
      expect(second.nextCursor).toBeNull();
      expect(((await get('incidents?after=forged').expect(400)).body as Body).code).toBe('invalid-cursor');
    });

    it('does not exist for another account, for the wrong role, or signed out', async () => {
      const { incidentId } = await night.emergency();
      const stranger = await seedAccount(app.db, { area: '917' });
      const { token } = await signInAs(app, stranger, 'owner');
      await get(`incidents/${incidentId}`, token).expect(404);
      await app
        .api()
        .get(`/api/v1/accounts/${stranger.accountId}/incidents/${incidentId}`)
        .auth(token, { type: 'bearer' })
        .expect(404);
      await app
        .api()
        .post(`/api/v1/accounts/${stranger.accountId}/incidents/${incidentId}/accept`)
        .auth(token, { type: 'bearer' })
        .expect(404);
      const csr = await signInAs(app, account, 'csr');
      await post(`incidents/${incidentId}/accept`, {}, csr.token).expect(403);
      await app.api().get(path('incidents')).expect(401);
      expect((await night.incident(incidentId)).state).toBe('alerting');
    });
  });
});
