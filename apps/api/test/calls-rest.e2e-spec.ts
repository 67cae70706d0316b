import { Caller } from './calls-caller.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, type SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

const THURSDAY_922_PM = '2026-02-13T03:22:00Z';

describe('calls and settings over REST', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let apex: SeededAccount;
  let dave: SignedIn;
  let csr: SignedIn;

  const get = (path: string, who = dave, account = metro) =>
    app.api().get(`/api/v1/accounts/${account.accountId}/${path}`).set('authorization', `Bearer ${who.token}`);

  beforeAll(async () => {
    app = await TestApp.start();
    await app.clock.set(THURSDAY_922_PM);
    metro = await seedAccount(app.db);
    apex = await seedAccount(app.db, { name: 'Apex', area: '303' });
    dave = await signInAs(app, metro, 'owner');
    csr = await signInAs(app, metro, 'csr');
  });
  afterAll(() => app.close());

  describe('the call log', () => {
    it('VTCR 2.2 and 2.4: shows the badge of each call, newest first, page by page', async () => {
      const emergency = Caller.of(app, metro);
      await emergency.rings();
      await emergency.says('I smell gas near my furnace');
      await app.clock.advance(60);
      const routine = Caller.of(app, metro);
      await routine.rings();
      await routine.says("I'd like to schedule an AC tune-up");
      await routine.tool('classify_call', {
        classification: 'routine',
        urgency_reasoning: 'tune-up',
        service_type: 'hvac',
      });
      await routine.tool('collect_caller_details', { caller_name: 'Doug', issue_description: 'AC tune-up' });
      const first = await get('calls?limit=1').expect(200);
      expect(first.body).toMatchObject({
        data: [{ callerName: 'Doug', badge: { text: 'Routine - Collecting Details', tone: 'routine' } }],
      });
      const rest = await get(`calls?limit=50&after=${(first.body as { nextCursor: string }).nextCursor}`).expect(200);
      expect(rest.body).toMatchObject({
        nextCursor: null,
        data: [
          {
            classification: 'emergency',
            badge: { text: 'EMERGENCY - Routing to On-Call', tone: 'emergency' },
            incidentId: expect.any(String),
          },
        ],
      });
      expect((await get('calls?class=emergency').expect(200)).body).toMatchObject({
        data: [{ classification: 'emergency' }],
      });
      expect(((await get('calls?live=true').expect(200)).body as { data: object[] }).data).toHaveLength(2);
      await routine.send(routine.report([['user', "I'd like to schedule an AC tune-up", 3]]));
      expect(((await get('calls?live=true').expect(200)).body as { data: object[] }).data).toHaveLength(1);
      expect((await get('calls?limit=1').expect(200)).body).toMatchObject({
        data: [{ badge: { text: 'ROUTINE' }, leadCardId: expect.any(String) }],
      });
    });

    it('shows the words and the judgements of one call, with their evidence', async () => {
      const caller = Caller.of(app, metro);
      await caller.rings();
      await caller.says('My outlet is sparking');
      const { body } = await get(`calls/${(await caller.row()).id}`).expect(200);
      expect(body).toMatchObject({
        turns: [{ role: 'caller', text: 'My outlet is sparking' }],
        assessments: [
          { decidedBy: 'rules', classification: 'emergency', evidence: [expect.objectContaining({ turn: 0 })] },
        ],
      });
    });

    it("another account's call is not there, the same as a missing one", async () => {
      const foreign = Caller.of(app, apex);
      await foreign.rings();
      const { id } = await foreign.row();
      const answers = await Promise.all(
        [id, '01900000-0000-7000-8000-000000000000'].flatMap((call) => [
          get(`calls/${call}`),
          get(`calls/${call}/recording`),
        ]),
      );
      expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
      expect((await get('calls', dave, apex)).status).toBe(404);
    });

    it('plays a recording through us, in parts when asked', async () => {
      const caller = Caller.of(app, metro);
      await caller.rings();
      const RecordingSid = `RE${caller.callSid.slice(2)}`;
      await app
        .twilio('recording-status?of=call', {
          CallSid: caller.callSid,
          RecordingSid,
          RecordingStatus: 'completed',
          RecordingDuration: '40',
        })
        .expect(204);
      const { id } = await caller.row();
      expect((await get(`calls/${id}/recording`)).status).toBe(503);
      app.telephony.recordings.set(RecordingSid, { contentType: 'audio/mpeg', bytes: new Uint8Array([1, 2, 3, 4, 5]) });
      const whole = await get(`calls/${id}/recording`).expect(200);
      expect([whole.type, whole.headers['accept-ranges'], (whole.body as Buffer).length]).toEqual([
        'audio/mpeg',
        'bytes',
        5,
      ]);
      const part = await get(`calls/${id}/recording`).set('range', 'bytes=1-2').expect(206);
      expect([part.headers['content-range'], [...(part.body as Buffer)]]).toEqual(['bytes 1-2/5', [2, 3]]);
      await get(`calls/${id}/recording`).set('range', 'bytes=9-').expect(416);
    });

    it('VTCR 2.5: a person turns a spam call into a card', async () => {
      const caller = Caller.of(app, metro);
      await caller.rings();
      await caller.says("Hi, I'm calling from ABC Marketing about your Google Ads");
      await caller.send(caller.report([['user', "Hi, I'm calling from ABC Marketing about your Google Ads", 2]]));
      expect(await caller.card()).toBeUndefined();
      const { id } = await caller.row();
      const path = `/api/v1/accounts/${metro.accountId}/calls/${id}/lead-card`;
      const send = (who: SignedIn) =>
        app.api().post(path).set('authorization', `Bearer ${who.token}`).send({ classification: 'routine' });
      await send(csr).expect(403);
      expect((await send(dave).expect(201)).body).toMatchObject({ callId: id, classification: 'routine' });
      expect(await caller.row()).toMatchObject({ classification: 'routine' });
    });
  });

  describe('settings', () => {
    const put = (body: object, version: number | null, who = dave) => {
      const request = app
        .api()
        .put(`/api/v1/accounts/${metro.accountId}/config`)
        .set('authorization', `Bearer ${who.token}`);
      return (version === null ? request : request.set('if-match', `"${version}"`)).send(body);
    };

    it('shows everything but the secret address, with its version', async () => {
      const { body, headers } = await get('config').expect(200);
      expect(body).toMatchObject({
        accountName: 'Metro Plumbing',
        digestSlackWebhookSet: true,
        line: { number: metro.line },
        hours: { sat: [] },
      });
      expect(JSON.stringify(body)).not.toContain('hooks.slack.com');
      expect(headers['etag']).toBe(`"${(body as { version: number }).version}"`);
    });

    it('VTCR 1.3: a save publishes the whole assistant, once per change', async () => {
      const { body } = await get('config').expect(200);
      const { version } = body as { version: number };
      const saved = await put(
        { aiName: 'Sam', services: ['Drain cleaning'], businessNumber: '(312) 555-0185' },
        version,
      ).expect(200);
      expect(saved.body).toMatchObject({ version: version + 1, aiName: 'Sam', businessNumber: '+13125550185' });
      const before = app.agent.published.length;
      await app.job('assistant.publish', metro.accountId, metro.accountId);
      await app.job('assistant.publish', metro.accountId, metro.accountId);
      expect(app.agent.published.slice(before)).toMatchObject([
        { greeting: expect.stringMatching(/This is Sam, Dave's/) },
      ]);
      const events = await app.db.everything<{ event: string; data: object }>(
        `select event, data from journal where event in ('config.changed', 'vapi_config_updated') order by seq`,
      );
      expect(events).toMatchObject([{ data: { changed: ['services', 'aiName'] } }, { event: 'vapi_config_updated' }]);
    });

    it('refuses a save over an older version, without a version, or without the right', async () => {
      const { version } = (await get('config').expect(200)).body as { version: number };
      expect((await put({ aiName: 'Max' }, version - 1).expect(412)).body).toMatchObject({ code: 'config-changed' });
      await put({ aiName: 'Max' }, null).expect(428);
      await put({ aiName: 'Max' }, version, csr).expect(403);
    });

    it.each([
      ['a greeting without the business', { greeting: 'Hello there' }],
      [
        'an hour that does not exist',
        { hours: { mon: [{ opens: '25:00', closes: '26:00' }], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } },
      ],
      ['half a week', { hours: { mon: [] } }],
      ['a premium number', { businessNumber: '+19005550123' }],
      ['a Slack address elsewhere', { digestSlackWebhook: 'https://hooks.slack.example/services/x' }],
      ['no recording notice in Illinois', { recordingNotice: 'attested_off' }],
      ['a field that does not exist', { version: 7 }],
    ])('refuses %s', async (_title, body) => {
      const { version } = (await get('config').expect(200)).body as { version: number };
      await put(body, version).expect(400);
    });

    it('keeps the Slack address sealed at rest and usable inside', async () => {
      const { version } = (await get('config').expect(200)).body as { version: number };
      const url = 'https://hooks.slack.com/services/T1/B1/secretsecret';
      expect((await put({ digestSlackWebhook: url }, version).expect(200)).body).toMatchObject({
        digestSlackWebhookSet: true,
      });
      const [row] = await app.db.everything<{ at_rest: string }>(
        'select digest_slack_webhook as at_rest from after_hours_configs where account_id = $1',
        [metro.accountId],
      );
      expect(row?.at_rest).toMatch(/^v1\./);
    });

    it('VTCR 1.1: without a finished set-up the agent cannot be switched on', async () => {
      const owner = await signInAs(app, apex, 'owner');
      await app.db.accounts.within(apex.accountId, async (tx) => {
        await tx.query('update lines set assistant_id = null where account_id = $1', [apex.accountId]);
        await tx.query('update after_hours_configs set is_active = false where account_id = $1', [apex.accountId]);
      });
      const answer = await app
        .api()
        .put(`/api/v1/accounts/${apex.accountId}/config`)
        .set('authorization', `Bearer ${owner.token}`)
        .set('if-match', '"1"')
        .send({ isActive: true });
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, 'setup-incomplete']);
    });

    it.each([
      ['2026-02-12T16:00:00Z', 'business_line'],
      ['2026-02-13T03:22:00Z', 'ai'],
      ['2026-02-14T18:00:00Z', 'ai'],
    ])('scenario 33: asked what happens at %s, it says %s', async (at, answeredBy) => {
      expect((await get(`config/what-happens?at=${at}`).expect(200)).body).toMatchObject({ answeredBy });
    });
  });
});
