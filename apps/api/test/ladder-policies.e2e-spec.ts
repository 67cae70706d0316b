import { newId } from '@platform/tenancy/new-id';
import { addAgency, addMember } from './harness/people.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import type { SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

interface Body {
  code?: string;
  [field: string]: unknown;
}

const SAL = '+13125550177';

describe('Escalation policies and what follows from them', () => {
  let app: TestApp;
  let account: SeededAccount;
  let night: LadderWorld;
  let owner: SignedIn;
  let ids: Record<string, string>;
  let areas = 0;
  const AREAS =
    '312 303 404 206 512 602 615 704 813 916 214 317 402 503 614 713 804 207 208 210 217 225 228 229 219 224 231 234 240 248 251 252 253 254 256 260 262 267 269 270 272 276 281'.split(
      ' ',
    );

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clock.set('2026-02-13T03:22:00Z');
    account = await seedAccount(app.db, { area: AREAS[areas++] ?? '312' });
    night = new LadderWorld(app, account);
    if (owner) await join(owner);
    else owner = await addMember(app, account, 'owner', 'Olga');
    ids = await contactIds();
    app.telephony.texts.length = 0;
    app.telephony.calls.length = 0;
    app.agent.said.length = 0;
  });

  const join = ({ userId }: SignedIn) =>
    app.db.platform.query(
      `insert into routing.memberships (id, user_id, account_id, role) values ($1, $2, $3, 'owner')`,
      [newId(), userId, account.accountId],
    );
  const contactIds = async () => {
    const rows = await app.db.everything<{ id: string; name: string }>(
      `select id, name from contacts where account_id = $1`,
      [account.accountId],
    );
    return Object.fromEntries(rows.map(({ name, id }) => [name, id]));
  };
  const path = (rest: string) => `/api/v1/accounts/${account.accountId}/${rest}`;
  const get = (rest: string) => app.api().get(path(rest)).auth(owner.token, { type: 'bearer' });
  const post = (rest: string, body?: object) => {
    const request = app.api().post(path(rest)).auth(owner.token, { type: 'bearer' });
    return body ? request.send(body) : request;
  };
  const save = (version: number, body: object, query = '') =>
    app
      .api()
      .put(path(`escalation-policy${query}`))
      .auth(owner.token, { type: 'bearer' })
      .set('If-Match', `"${version}"`)
      .send(body);
  const contact = (name: string) => ({ kind: 'contact', contactId: ids[name] });
  const draft = (steps: object[], repeat: object = { target: { kind: 'owner' }, everySeconds: 600, times: 0 }) => ({
    steps,
    repeat,
    ringSeconds: 20,
  });
  const OWNER_AT_THE_END = { target: { kind: 'owner' }, channel: 'call', delaySeconds: 900 };
  const stateOf = async (incidentId: string) => (await night.incident(incidentId)).state;
  const firstTexts = () => app.telephony.texts.map(({ to }) => to);
  const firstCalls = () => app.telephony.calls.map(({ to }) => to);

  describe('the policy editor', () => {
    it('starts with the standard ladder of the roster, and says it in one sentence', async () => {
      const { body, headers } = await get('escalation-policy').expect(200);
      expect(body).toMatchObject({ version: 0, isStandard: true, trade: null, ringSeconds: 25 });
      expect((body as { preview: Body }).preview).toMatchObject({
        sentence: 'Tonight 9:22 PM calls go to: AI, then Mike T. (call + SMS), then Dana at +10 min, then Dave at +20',
        warnings: [],
        problem: null,
      });
      expect(headers['etag']).toBe('"0"');
    });

    it('detaches the ladder from the simple form, and goes back to it', async () => {
      const steps = [{ target: contact('Dana'), channel: 'sms', delaySeconds: 0 }, OWNER_AT_THE_END];
      const saved = await save(0, draft(steps)).expect(200);
      expect(saved.body).toMatchObject({ version: 1, isStandard: false, steps });
      const reset = await post('escalation-policy/reset').set('If-Match', '"1"').expect(200);
      expect(reset.body).toMatchObject({ version: 2, isStandard: true });
      expect((reset.body as { steps: unknown[] }).steps).toHaveLength(7);
    });

    it('does not overwrite what somebody else saved meanwhile, and wants to know what was seen', async () => {
      const body = draft([OWNER_AT_THE_END]);
      await save(0, body).expect(200);
      expect(((await save(0, body).expect(412)).body as Body).code).toBe('escalation-policy-changed');
      await app.api().put(path('escalation-policy')).auth(owner.token, { type: 'bearer' }).send(body).expect(428);
    });

    it.each([
      [
        'ends with nobody',
        [{ target: { kind: 'on_call' }, channel: 'sms', delaySeconds: 0 }],
        'policy-ends-with-nobody',
      ],
      [
        'names no contact',
        [{ target: { kind: 'contact' }, channel: 'sms', delaySeconds: 0 }],
        'policy-target-incomplete',
      ],
      [
        'names a stranger',
        [{ target: { kind: 'contact', contactId: newId() }, channel: 'sms', delaySeconds: 0 }],
        'policy-contact-unknown',
      ],
      ['has no steps', [], 'invalid-fields'],
      ['waits a day', [{ target: { kind: 'owner' }, channel: 'sms', delaySeconds: 86_400 }], 'invalid-fields'],
      ['flies', [{ target: { kind: 'owner' }, channel: 'pigeon', delaySeconds: 0 }], 'invalid-fields'],
    ])('refuses a ladder that %s', async (_why, steps, code) => {
      expect(((await save(0, draft(steps)).expect(400)).body as Body).code).toBe(code);
    });

    it('previews a draft at any time without saving it, with what speaks against it', async () => {
      const policy = draft([{ target: contact('Dana'), channel: 'sms', delaySeconds: 0 }]);
      const { body } = await post('escalation-policy/preview', { policy, at: '2026-02-14T20:00:00Z' }).expect(200);
      expect(body).toMatchObject({
        sentence: 'Sat Feb 14, 2 PM calls go to: AI, then Dana (SMS)',
        problem: null,
        warnings: [
          'Everything goes to Dana: add somebody who can step in',
          'Nobody can be called: a text alone rarely wakes anybody',
        ],
      });
      expect((await get('escalation-policy')).body).toMatchObject({ version: 0, isStandard: true });
    });

    it("does not show or take another contractor's people", async () => {
      const stranger = await seedAccount(app.db, { area: '917' });
      const [theirs] = await app.db.everything<{ id: string }>(`select id from contacts where account_id = $1`, [
        stranger.accountId,
      ]);
      const steps = [{ target: { kind: 'contact', contactId: theirs?.id }, channel: 'sms', delaySeconds: 0 }];
      expect(((await save(0, draft(steps)).expect(400)).body as Body).code).toBe('policy-contact-unknown');
      await app
        .api()
        .get(`/api/v1/accounts/${stranger.accountId}/escalation-policy`)
        .auth(owner.token, { type: 'bearer' })
        .expect(404);
    });
  });

  describe('an emergency under a policy of its own', () => {
    it('A2, A5: pages its steps in their order; Mike, who is on call, sleeps', async () => {
      const steps = [
        { target: contact('Dana'), channel: 'sms', delaySeconds: 0 },
        { target: contact('Dana'), channel: 'call', delaySeconds: 30 },
        OWNER_AT_THE_END,
      ];
      await save(0, draft(steps)).expect(200);
      await night.emergency();
      await app.settle();
      expect(firstTexts()).toEqual([account.dana]);
      expect(firstCalls()).toEqual([]);
      await app.pass(30);
      expect(firstCalls()).toEqual([account.dana]);
      await app.pass(870, 30);
      expect(firstCalls()).toEqual([account.dana, account.dave]);
    });

    it('A10: asks a ring group one after the other; whoever passes brings the next one forward', async () => {
      const group = await post('on-call/ring-groups', {
        name: 'Crew',
        contactIds: [ids['Mike T.'], ids['Dana'], ids['Dave']],
      });
      expect(group.status).toBe(201);
      const crew = { kind: 'ring_group', groupId: (group.body as { id: string }).id };
      await save(
        0,
        draft([{ target: crew, channel: 'sms', delaySeconds: 0, personSeconds: 60 }, OWNER_AT_THE_END]),
      ).expect(200);
      const { incidentId } = await night.emergency();
      await app.settle();
      expect(firstTexts()).toEqual([account.mike]);
      await night.replies(account.mike, '2');
      expect(firstTexts().filter((to) => to === account.dana)).toHaveLength(1);
      await app.pass(60);
      expect(firstTexts().filter((to) => to === account.dave)).toHaveLength(1);
      await night.replies(account.dave, '1');
      expect(await stateOf(incidentId)).toBe('accepted');
    });

    it('writes the repeats of a step out', async () => {
      const repeats = { times: 2, everySeconds: 300 };
      const steps = [{ target: contact('Dana'), channel: 'sms', delaySeconds: 0, repeats }, OWNER_AT_THE_END];
      await save(0, draft(steps)).expect(200);
      await night.emergency();
      await app.pass(650, 50);
      expect(firstTexts().filter((to) => to === account.dana)).toHaveLength(3);
    });

    it('lets its first step wait as long as it says', async () => {
      await save(0, draft([{ ...OWNER_AT_THE_END, delaySeconds: 45 }])).expect(200);
      await night.emergency();
      await app.pass(40);
      expect(firstCalls()).toEqual([]);
      await app.pass(5);
      expect(firstCalls()).toEqual([account.dave]);
    });

    it('A7, A12: keeps the ladder it started with when the policy is edited meanwhile', async () => {
      await night.emergency();
      await app.settle();
      await save(0, draft([OWNER_AT_THE_END])).expect(200);
      await app.pass(600, 60);
      expect(firstTexts()).toContain(account.dana);
    });

    it('a contact who left the team costs no time', async () => {
      const steps = [{ target: contact('Dana'), channel: 'call', delaySeconds: 0 }, OWNER_AT_THE_END];
      await save(0, draft(steps)).expect(200);
      await app.db.accounts.within(account.accountId, (tx) =>
        tx.query(`update contacts set is_active = false where account_id = $1 and id = $2`, [
          tx.accountId,
          ids['Dana'],
        ]),
      );
      await night.emergency();
      await app.settle();
      expect(firstCalls()).toEqual([account.dave]);
    });

    it('A8: a ring group that is deleted while a policy names it costs no time, and the editor says so', async () => {
      const group = await post('on-call/ring-groups', { name: 'Crew', contactIds: [ids['Dana']] });
      const groupId = (group.body as { id: string }).id;
      const crew = { kind: 'ring_group', groupId };
      await save(0, draft([{ target: crew, channel: 'call', delaySeconds: 0 }, OWNER_AT_THE_END])).expect(200);
      await app.db.accounts.within(account.accountId, (tx) =>
        tx.query(`delete from ring_groups where account_id = $1 and id = $2`, [tx.accountId, groupId]),
      );
      const { preview } = (await get('escalation-policy')).body as { preview: Body };
      expect(preview).toMatchObject({ problem: 'A step pages a ring group without members' });
      await night.emergency();
      await app.settle();
      expect(firstCalls()).toEqual([account.dave]);
    });

    it('A11: one incident whose ladder cannot be read does not hold up another', async () => {
      const broken = await night.emergency({ callerPhone: '+13125550411' });
      await app.db.everything(`update incidents set policy = '{"policy": 7}' where id = $1`, [broken.incidentId]);
      await night.emergency({ callerPhone: '+13125550412' });
      await app.settle();
      expect(firstCalls()).toEqual([account.mike]);
      await app.db.everything(`update incidents set state = 'resolved', next_fire_at = null where id = $1`, [
        broken.incidentId,
      ]);
    });

    it('A53: goes on when the agent is switched off in the middle of it', async () => {
      await night.emergency();
      await app.settle();
      await app.db.accounts.within(account.accountId, (tx) =>
        tx.query(`update after_hours_configs set is_active = false where account_id = $1`, [tx.accountId]),
      );
      await app.pass(600, 60);
      expect(firstTexts()).toContain(account.dana);
    });

    it('by trade: a heating emergency runs the HVAC ladder, a burst pipe the other', async () => {
      await save(0, draft([{ ...OWNER_AT_THE_END, delaySeconds: 0 }]), '?trade=hvac').expect(200);
      await night.emergency({ category: 'heat', callerPhone: '+13125550411' });
      await app.settle();
      expect(firstCalls()).toEqual([account.dave]);
      await night.emergency({ serviceType: 'plumbing', callerPhone: '+13125550412' });
      await app.settle();
      expect(firstCalls()).toEqual([account.dave, account.mike]);
    });

    it('tells the caller the name of whoever is really being reached', async () => {
      await save(0, draft([{ target: contact('Dana'), channel: 'sms', delaySeconds: 0 }, OWNER_AT_THE_END])).expect(
        200,
      );
      const opened = await night.emergency();
      expect(opened.onCallName).toBe('Dana');
      expect((await night.outcome(opened.incidentId))?.label).toBe('Reaching Dana');
    });

    it('shows who comes next, when, and how each page fares', async () => {
      const steps = [{ target: contact('Dana'), channel: 'sms', delaySeconds: 0 }, OWNER_AT_THE_END];
      await save(0, draft(steps)).expect(200);
      const { incidentId } = await night.emergency();
      await app.settle();
      await night.receipt(account.dana, 'delivered');
      const { body } = await get(`incidents/${incidentId}`).expect(200);
      expect((body as { ladder: unknown }).ladder).toMatchObject([
        { target: 'Dana', channel: 'sms', state: 'current', firesAt: null, delivery: { state: 'delivered' } },
        { target: 'Dave', channel: 'call', state: 'waiting', firesAt: '2026-02-13T03:37:00.000Z', delivery: null },
      ]);
    });

    it('a ladder of the engine before this one goes on', async () => {
      const { incidentId } = await night.emergency();
      await app.settle();
      await app.db.everything(
        `update incidents set policy = jsonb_set(jsonb_set(policy, '{policy,steps}',
           (select jsonb_agg(s || jsonb_build_object('target', s->'target'->>'kind')) from jsonb_array_elements(policy->'policy'->'steps') s)),
           '{policy,repeat,target}', '"owner"') where id = $1`,
        [incidentId],
      );
      await app.pass(600, 60);
      expect(firstTexts()).toContain(account.dana);
    });
  });

  describe('an emergency that reaches nobody', () => {
    const unreached = async (changes: object = {}) => {
      const { body } = await get('escalation-policy');
      await save((body as { version: number }).version, draft([{ ...OWNER_AT_THE_END, delaySeconds: 0 }])).expect(200);
      const opened = await night.emergency({ callerPhone: '+13125550415', ...changes });
      await app.settle();
      return opened;
    };

    it('tells the caller who is still with the agent honestly, with the safety advice (issue 4, item 3)', async () => {
      const { incidentId } = await unreached();
      await app.pass(660, 60);
      expect(await stateOf(incidentId)).toBe('unreached');
      expect(app.agent.said.at(-1)).toMatch(/haven't been able to reach a technician yet.*911/);
      expect(await night.journal(incidentId)).toContain('incident.caller_told');
    });

    it('texts a caller who has hung up, once, when ten minutes have passed', async () => {
      const { incidentId } = await unreached({ controlUrl: null });
      await app.pass(590, 60);
      expect(night.textsTo('+13125550415')).toEqual([]);
      await app.pass(900, 60);
      expect(night.textsTo('+13125550415')).toHaveLength(1);
      expect(night.textsTo('+13125550415')[0]).toMatch(/Metro Plumbing: .*leave and call 911/);
      expect(await stateOf(incidentId)).toBe('unreached');
    });

    it('says nothing to a caller whose emergency was taken, and nothing to a withheld number', async () => {
      const { incidentId } = await unreached({ controlUrl: null });
      await post(`incidents/${incidentId}/accept`).expect(200);
      await unreached({ controlUrl: null, callerPhone: null });
      await app.pass(900, 60);
      expect(app.telephony.texts.filter(({ body }) => body.includes('call 911 /'))).toEqual([]);
    });

    it('asks the provider before it texts the caller again after a crash', async () => {
      await unreached({ controlUrl: null });
      app.telephony.onSms = () => ({ kind: 'unknown', reason: 'reset', isOver: false });
      await app.pass(600, 60);
      app.telephony.onSms = () => undefined;
      await app.pass(180, 60);
      expect(night.textsTo('+13125550415')).toHaveLength(1);
    });

    it('mails the agency and the owners, each once, however often the job runs (decision 4)', async () => {
      const { admin } = await addAgency(app, [account]);
      const { incidentId } = await unreached();
      await app.pass(660, 60);
      const tell = () => app.job('incident.tell_agency', account.accountId, incidentId);
      const waiting = () =>
        app.db.everything<{ start_after: Date }>(
          `select start_after from pgboss.job where name = 'incident.tell_agency' and data ->> 'id' = $1 and start_after > now()`,
          [incidentId],
        );
      app.mailer.onMail = () => ({ kind: 'failed', reason: 'greylisted' });
      // As often as a mail server may be down for: each try queues the next one.
      for (let n = 1; n <= 8; n += 1) {
        await app.pass(120, 120);
        await tell();
        expect(await waiting()).toHaveLength(n);
      }
      app.mailer.onMail = () => undefined;
      await tell();
      await tell();
      const sent = app.mailer.sent.filter(({ subject }) => subject.startsWith('NOT REACHED'));
      expect(sent.map(({ to }) => to).toSorted()).toEqual([admin.email, owner.email].toSorted());
      expect(sent.map(({ text }) => text).join()).not.toMatch(/Kowalski|Oak Lane|pipe|555/);
    });

    it('can still be taken', async () => {
      const { incidentId } = await unreached();
      await app.pass(660, 60);
      await night.replies(account.dave, '1');
      expect(await stateOf(incidentId)).toBe('accepted');
    });
  });

  describe('what a dispatcher does', () => {
    const alerting = async () => {
      const { incidentId } = await night.emergency();
      await app.settle();
      return incidentId;
    };
    const sal = async () => {
      const added = await post('contacts', { name: 'Sal', phone: SAL }).expect(201);
      app.telephony.texts.length = 0;
      return (added.body as { id: string }).id;
    };

    it('pages somebody who is on no step, by text and call, once however often the button is pressed', async () => {
      const incidentId = await alerting();
      const contactId = await sal();
      await post(`incidents/${incidentId}/page`, { contactId }).expect(200);
      await post(`incidents/${incidentId}/page`, { contactId }).expect(200);
      await app.settle();
      expect(night.textsTo(SAL)).toHaveLength(1);
      expect(night.callsTo(SAL)).toBe(1);
      await night.replies(SAL, '1');
      expect(await night.incident(incidentId)).toMatchObject({ state: 'accepted', accepted_name: 'Sal' });
    });

    it('A6: pages somebody else after an acceptance; the ladder gives them two minutes', async () => {
      const incidentId = await alerting();
      await night.replies(account.mike, '1');
      const contactId = await sal();
      await post(`incidents/${incidentId}/page`, { contactId }).expect(200);
      await app.pass(110, 10);
      expect(await stateOf(incidentId)).toBe('alerting');
      expect(night.callsTo(SAL)).toBe(1);
      expect(night.textsTo(account.dana)).toEqual([]);
      await app.pass(20, 10);
      expect(night.textsTo(account.dana)).toHaveLength(1);
    });

    it('A6: re-pages an accepted emergency with the people after whoever has it, once', async () => {
      const incidentId = await alerting();
      await night.replies(account.mike, '1');
      await post(`incidents/${incidentId}/repage`).expect(200);
      await post(`incidents/${incidentId}/repage`).expect(200);
      await app.settle();
      expect(night.textsTo(account.dana)).toHaveLength(1);
      expect((await night.journal(incidentId)).filter((event) => event === 'incident.updated')).toHaveLength(1);
    });

    it('puts down that a technician has it, who then gets the details', async () => {
      const incidentId = await alerting();
      const contactId = await sal();
      const { body } = await post(`incidents/${incidentId}/accept`, { contactId }).expect(200);
      expect(body).toMatchObject({ state: 'accepted', acceptedName: 'Sal', acceptedVia: 'app' });
      await post(`incidents/${incidentId}/accept`, { contactId }).expect(200);
      await app.settle();
      expect(night.textsTo(SAL).join()).toContain('Got it. Caller info: Jim Kowalski');
      const lines = (body as { timeline: { text: string }[] }).timeline.map(({ text }) => text);
      expect(lines).toContain('Olga put down that Sal has it');
    });

    it('does not act on what somebody else has changed since', async () => {
      const incidentId = await alerting();
      const seen = ((await get(`incidents/${incidentId}`)).body as { version: number }).version;
      await night.replies(account.mike, '1');
      const { body } = await post(`incidents/${incidentId}/page-next`, { version: seen }).expect(412);
      expect((body as Body).code).toBe('incident-changed');
    });

    it('resolves with outcome and job value, and may say so twice', async () => {
      const incidentId = await alerting();
      const end = { outcome: 'New valve', jobValueCents: 42_000 };
      await post(`incidents/${incidentId}/resolve`, end).expect(200);
      expect((await post(`incidents/${incidentId}/resolve`, end).expect(200)).body).toMatchObject(end);
      for (const action of ['accept', 'false-alarm', 'page-next', 'repage'])
        expect(((await post(`incidents/${incidentId}/${action}`).expect(409)).body as Body).code).toBe(
          'incident-closed',
        );
      expect((await night.journal(incidentId)).filter((event) => event === 'incident.resolved')).toHaveLength(1);
    });

    it('handles a merged call as the emergency it belongs to', async () => {
      const incidentId = await alerting();
      await night.emergency();
      const [merged] = await app.db.everything<{ id: string }>(`select id from incidents where merged_into = $1`, [
        incidentId,
      ]);
      const { body } = await post(`incidents/${merged?.id ?? ''}/accept`).expect(200);
      expect(body).toMatchObject({ id: incidentId, state: 'accepted' });
    });

    it('cannot page who has left or can be neither called nor texted', async () => {
      const incidentId = await alerting();
      const { body } = await post(`incidents/${incidentId}/page`, { contactId: newId() }).expect(409);
      expect((body as Body).code).toBe('contact-not-reachable');
    });
  });

  describe('the proof', () => {
    it('holds every page with the references of the carrier, and a hash anybody can check', async () => {
      const { incidentId } = await night.emergency();
      await app.settle();
      await night.receipt(account.mike, 'delivered');
      await night.replies(account.mike, 'on my way');
      const { body } = await get(`incidents/${incidentId}/proof.json`).expect(200);
      const { proof, sha256 } = body as { proof: Body & { alerts: Body[]; timeline: Body[] }; sha256: string };
      expect(proof).toMatchObject({
        callerName: 'Jim Kowalski',
        safetyLine: 'Main water shutoff',
        reportedAt: '2026-02-13T03:22:00.000Z',
        acceptance: { name: 'Mike T.', via: 'sms', words: 'on my way', secondsAfterReport: 0 },
      });
      expect(proof.alerts.find((alert) => alert['channel'] === 'sms')).toMatchObject({
        phone: account.mike,
        providerSid: app.telephony.texts[0]?.sid,
        providerStatus: 'delivered',
        attempts: [{ n: 1, outcome: 'accepted' }],
      });
      const again = (await get(`incidents/${incidentId}/proof.json`)).body as { sha256: string };
      expect([sha256, again.sha256]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), sha256]);
    });

    it('prints as PDF', async () => {
      const { incidentId } = await night.emergency({ callerName: 'Zoë “Jim” 🚿' });
      await app.settle();
      const response = await get(`incidents/${incidentId}/proof.pdf`).buffer().expect(200);
      expect(response.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="emergency-${incidentId}.pdf"`,
      });
      expect((response.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    });

    it('does not exist for another account', async () => {
      await get(`incidents/${newId()}/proof.pdf`).expect(404);
    });
  });

  it('wake statistics: who was woken, for nothing, and how fast they answered', async () => {
    const { incidentId } = await night.emergency();
    await app.settle();
    await app.pass(30);
    await night.replies(account.mike, '1');
    await post(`incidents/${incidentId}/false-alarm`).expect(200);
    const { body } = await get('wake-statistics?days=90').expect(200);
    expect(body).toEqual([
      {
        contactId: ids['Mike T.'],
        name: 'Mike T.',
        paged: 1,
        woken: 1,
        wokenForNothing: 1,
        accepted: 1,
        medianSecondsToAccept: 30,
      },
    ]);
    await get('wake-statistics?days=0').expect(400);
  });
});
