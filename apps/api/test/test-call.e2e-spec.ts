import { Caller } from './calls-caller.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, type SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

const THURSDAY_922_PM = '2026-02-13T03:22:00Z';

interface Placed {
  callId: string;
}

describe('VTCR 1.3: "Test Call"', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let dave: SignedIn;
  let areas = 400;

  beforeAll(async () => {
    app = await TestApp.start();
    await app.clock.set(THURSDAY_922_PM);
  });
  beforeEach(async () => {
    metro = await seedAccount(app.db, { area: String((areas += 1)) });
    dave = await signInAs(app, metro, 'owner');
    app.telephony.onCall = () => undefined;
    app.agent.outcome = undefined;
  });
  afterAll(() => app.close());

  const url = (rest: string) => `/api/v1/accounts/${metro.accountId}/${rest}`;
  const get = (rest: string) => app.api().get(url(rest)).set('authorization', `Bearer ${dave.token}`);
  const place = (body: object, who = dave) =>
    app.api().post(url('config/test-call')).set('authorization', `Bearer ${who.token}`).send(body);
  const lastLeg = () => {
    const leg = app.telephony.calls.at(-1);
    if (!leg) throw new Error('Nobody was called');
    return leg;
  };
  const webhook = (address: string, form: Record<string, string>) =>
    app.twilio(address.slice('https://nightdesk.test/api/twilio/'.length), {
      CallSid: lastLeg().sid,
      From: metro.line,
      To: metro.dave,
      Direction: 'outbound-api',
      ...form,
    });
  const answers = () => webhook(lastLeg().answerUrl, { CallStatus: 'in-progress' });
  const status = (word: string, seconds = 0) =>
    webhook(lastLeg().statusUrl, { CallStatus: word, CallDuration: String(seconds) });
  const agentSays = (message: Record<string, unknown>) => {
    const id = `00000000-0000-7000-8000-${String(app.agent.started.length).padStart(12, '0')}`;
    const call = { id, transport: { provider: 'twilio', callSid: lastLeg().sid } };
    const timestamp = app.clock.now().getTime();
    return app.vapi({ call, timestamp, ...message }, timestamp).expect(200);
  };
  const tool = async (name: string, args: object): Promise<string> => {
    const toolCallList = [{ id: `t-${name}`, type: 'function', function: { name, arguments: args } }];
    const { body } = await agentSays({ type: 'tool-calls', toolCallList });
    return (body as { results: { result: string }[] }).results[0]?.result ?? '';
  };
  const count = async (table: string) =>
    (
      await app.db.everything<{ n: number }>(`select count(*)::int as n from ${table} where account_id = $1`, [
        metro.accountId,
      ])
    )[0]?.n;

  it('rings a verified phone from the line, where the agent answers with the saved greeting, for a minute at most', async () => {
    const { body } = await place({ phone: metro.dave }).expect(202);
    expect(body).toMatchObject({ callId: expect.any(String), endsAfterSeconds: 60 });
    const [told] = await app.db.everything<{ actor: object }>(
      `select actor from journal where event = 'test_call.placed' and call_id = $1`,
      [(body as Placed).callId],
    );
    expect(told?.actor).toEqual({ type: 'user', id: dave.userId });
    expect(lastLeg()).toMatchObject({ from: metro.line, to: metro.dave, limitSeconds: 60 });
    expect(app.agent.published.at(-1)?.greeting).toContain('thanks for calling Metro Plumbing');
    const twiml = await answers();
    expect([twiml.status, twiml.type]).toEqual([200, 'text/xml']);
    expect(twiml.text).toContain('<Stream url="wss://stream.vapi.ai/x"');
    expect(app.agent.started.at(-1)).toMatchObject({ callRef: (body as Placed).callId, maxSeconds: 60 });
    await status('completed', 42);
    expect((await get('config/test-calls').expect(200)).body).toMatchObject({
      left: 4,
      phones: [{ name: 'Dana' }, { name: 'Dave' }, { name: 'Mike T.' }],
      calls: [{ id: (body as Placed).callId, phone: metro.dave, durationSeconds: 42 }],
    });
  });

  it('an emergency played on it is judged and answered as on a real call, and wakes nobody', async () => {
    await place({ phone: metro.dave }).expect(202);
    await answers();
    await agentSays({
      type: 'transcript',
      role: 'user',
      transcriptType: 'final',
      transcript: 'I smell gas in my kitchen',
    });
    const told = await tool('classify_call', {
      classification: 'emergency',
      urgency_reasoning: 'gas smell',
      service_type: 'plumbing',
    });
    expect(told).toMatch(/test call: nobody is really paged/);
    expect(told).toMatch(/Please leave the house with your family/);
    expect(await tool('route_to_oncall', { issue_summary: 'Gas smell' })).toMatch(/nobody is really paged.*Mike/);
    expect(await tool('collect_caller_details', { caller_name: 'Dave', issue_description: 'Gas' })).toMatch(/Saved/);
    await agentSays({
      type: 'end-of-call-report',
      endedReason: 'exceeded-max-duration',
      analysis: { summary: 'Gas smell' },
      artifact: { messages: [{ role: 'user', message: 'I smell gas in my kitchen', secondsFromStart: 5 }] },
    });
    await status('completed', 60);
    await app.pass(1300, 60);
    expect([await count('incidents'), await count('alerts'), await count('lead_cards')]).toEqual([0, 0, 0]);
    expect(app.telephony.textsTo(metro.mike)).toEqual([]);
    expect(app.telephony.calls.filter((call) => call.to === metro.mike)).toEqual([]);
  });

  it('is marked in the call log, and in no digest, no statistic and no repeat caller', async () => {
    const { body } = await place({ phone: metro.dave }).expect(202);
    const { callId } = body as Placed;
    await answers();
    await status('completed', 30);
    expect((await get('calls').expect(200)).body).toMatchObject({
      data: [
        { id: callId, isTest: true, badge: { text: 'Test Call', tone: 'neutral' }, leadCardId: null, incidentId: null },
      ],
    });
    await Caller.of(app, metro, metro.dave).rings();
    const [row] = await app.db.everything<{ is_repeat_caller: boolean }>(
      'select is_repeat_caller from calls where account_id = $1 and not is_test',
      [metro.accountId],
    );
    expect(row?.is_repeat_caller).toBe(false);
    const card = await app
      .api()
      .post(url(`calls/${callId}/lead-card`))
      .set('authorization', `Bearer ${dave.token}`)
      .send({ classification: 'routine' });
    expect([card.status, (card.body as { code: string }).code]).toEqual([409, 'call-is-test']);
    await app.clock.advance(11 * 3600);
    await app.settle();
    const [digest] = await app.db.everything<{ total_calls: number }>(
      'select total_calls from digest_history where account_id = $1',
      [metro.accountId],
    );
    expect(digest?.total_calls ?? 1).toBe(1);
    await app.clock.set(THURSDAY_922_PM);
  });

  it('only rings verified phones of the account', async () => {
    await app.db.accounts.within(metro.accountId, (tx) =>
      tx.query('update contacts set verified_at = null where account_id = $1 and phone = $2', [
        metro.accountId,
        metro.mike,
      ]),
    );
    const other = await seedAccount(app.db, { name: 'Apex', area: String((areas += 1)) });
    const before = app.telephony.calls.length;
    for (const phone of [metro.mike, other.dave, '+12125550123']) {
      const { body } = await place({ phone }).expect(400);
      expect(body).toMatchObject({
        code: 'phone-not-verified',
        detail: expect.stringMatching(/verified phone of your own team/),
      });
    }
    await place({ contactId: '01940000-0000-7000-8000-000000000000' }).expect(400);
    expect(app.telephony.calls).toHaveLength(before);
  });

  it.each([
    ['nobody', {}],
    ['two people', { phone: '+13125550184', contactId: '01940000-0000-7000-8000-000000000000' }],
    ['no number', { phone: 'Dave' }],
    ['an unknown field', { phone: '+13125550184', seconds: 600 }],
    ['a list', { phone: ['+13125550184'] }],
  ])('asked for %s, it calls nobody', async (_title, body) => {
    const before = app.telephony.calls.length;
    await place(body).expect(400);
    expect(app.telephony.calls).toHaveLength(before);
  });

  it('five an hour, also when six are asked for at once', async () => {
    const placed = await Promise.all(Array.from({ length: 6 }, () => place({ phone: metro.dave })));
    expect(placed.map((answer) => answer.status).sort()).toEqual([202, 202, 202, 202, 202, 429]);
    await app.clock.advance(3601);
    await place({ phone: metro.dave }).expect(202);
    await app.clock.set(THURSDAY_922_PM);
  });

  it('dispatchers and CSRs place none', async () => {
    await place({ phone: metro.dave }, await signInAs(app, metro, 'dispatcher')).expect(403);
    await place({ phone: metro.dave }, await signInAs(app, metro, 'csr')).expect(403);
  });

  it('a carrier that refuses is told in a sentence, and the call is over', async () => {
    app.telephony.onCall = () => ({ kind: 'refused', code: '21215', permanent: true });
    expect((await place({ phone: metro.dave }).expect(503)).body).toMatchObject({ code: 'test-call-failed' });
    expect((await get('config/test-calls').expect(200)).body).toMatchObject({ calls: [{ status: 'failed' }] });
  });

  it('an answer of the carrier that was lost is looked for, and rings once', async () => {
    app.telephony.onCall = () => ({ kind: 'unknown', reason: 'timeout', isOver: false });
    const before = app.telephony.calls.length;
    await place({ phone: metro.dave }).expect(202);
    expect(app.telephony.calls).toHaveLength(before + 1);
    expect((await answers()).text).toContain('<Stream');
  });

  it('a webhook that comes twice starts one agent; one of a call that is over starts none', async () => {
    await place({ phone: metro.dave }).expect(202);
    const before = app.agent.started.length;
    await answers();
    expect((await answers()).text).toContain('<Hangup');
    expect(app.agent.started).toHaveLength(before + 1);
    await status('completed', 10);
    await status('completed', 10);
    expect((await answers()).text).toContain('<Hangup');
  });

  it('an agent that is not there is admitted, and nothing is recorded as a message', async () => {
    app.agent.outcome = { kind: 'unavailable', reason: 'timeout' };
    await place({ phone: metro.dave }).expect(202);
    expect((await answers()).text).toMatch(/This is your test call\. The voice agent is not available/);
  });

  it('a phone that nobody picks up leaves a missed test, no card', async () => {
    await place({ phone: metro.dave }).expect(202);
    await status('no-answer');
    expect(await count('lead_cards')).toBe(0);
    expect((await get('config/test-calls').expect(200)).body).toMatchObject({
      calls: [{ endedAt: expect.any(String) }],
    });
  });

  it('a process that died before the carrier was asked leaves no call ringing for ever', async () => {
    app.telephony.onCall = () => {
      throw new Error('the process is gone');
    };
    await place({ phone: metro.dave }).expect(500);
    await app.pass(130, 10);
    expect((await get('config/test-calls').expect(200)).body).toMatchObject({ calls: [{ status: 'failed' }] });
  });
});
