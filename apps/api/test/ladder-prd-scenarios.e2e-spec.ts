import { jest } from '@jest/globals';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

// Hours pass in these stories, in steps that each sweep a real database.
jest.setTimeout(30_000);

describe('The ladder, PRD section 12', () => {
  let app: TestApp;
  let areas = 0;
  const AREAS = [
    '312',
    '303',
    '404',
    '206',
    '512',
    '602',
    '615',
    '704',
    '813',
    '916',
    '214',
    '317',
    '402',
    '503',
    '614',
    '713',
    '804',
    '907',
  ];

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  afterEach(() => {
    app.telephony.texts.length = 0;
    app.telephony.calls.length = 0;
    app.telephony.moves.length = 0;
    app.agent.said.length = 0;
    app.telephony.callerGone = false;
  });

  const world = async (options: { backup?: boolean } = {}): Promise<[LadderWorld, SeededAccount]> => {
    await app.clock.set('2026-02-13T03:22:00Z');
    const account = await seedAccount(app.db, { ...options, area: AREAS[areas++] ?? '312' });
    return [new LadderWorld(app, account), account];
  };

  it('scenario 15: the on-call answers the warm transfer: caller connected, SMS with details sent, card says acknowledged', async () => {
    const [night, { mike, line }] = await world();
    const opened = await night.emergency();
    expect(opened).toMatchObject({ kind: 'opened', onCallName: 'Mike T.' });
    await app.settle();

    expect(night.textsTo(mike)).toEqual([
      `[${opened.code}] EMERGENCY CALL - Metro Plumbing
Caller: Jim Kowalski
Phone: (312) 555-0415
Address: 218 Oak Lane
Issue: Burst pipe to water heater, basement flooding
Called at: 9:22 PM
Told: Main water shutoff
Call them back ASAP. They've been told you'll reach out within a few minutes.
1=Take it 2=Pass`,
    ]);
    expect(app.telephony.texts[0]).toMatchObject({ from: line, validForSeconds: 600 });
    expect(night.callsTo(mike)).toBe(1);
    expect(night.legTo(mike).ringSeconds).toBe(25);
    expect(app.telephony.moves).toEqual([]);

    const twiml = await night.presses(mike, '1');
    expect(twiml).toContain(`incident-${opened.incidentId}</Conference>`);
    expect(app.telephony.moves).toHaveLength(1);
    expect(await night.incident(opened.incidentId)).toMatchObject({
      state: 'contacted',
      accepted_name: 'Mike T.',
      accepted_via: 'key',
    });
    expect(night.textsTo(mike).at(-1)).toMatch(/^Got it\. Caller info: Jim Kowalski at \(312\) 555-0415\./);

    const outcome = await night.outcome(opened.incidentId);
    expect(outcome?.label).toBe('Mike T. acknowledged at 9:22 PM, dispatched');

    const joinUrl = app.telephony.moves[0]!.url;
    const joined = await app
      .twilio(joinUrl.slice(joinUrl.indexOf('legs/')), { CallSid: `CA${'b'.repeat(32)}`, CallStatus: 'in-progress' })
      .expect(200);
    expect(joined.text).toContain('Connecting you to Mike now.');
    expect(joined.text).toContain(`incident-${opened.incidentId}</Conference>`);
    await app.pass(1500, 60);
    expect(night.textsTo(night.account.dana)).toEqual([]);
  });

  it('scenario 16: nobody takes the transfer: the AI tells the caller, SMS sent, the ladder goes on', async () => {
    const [night, { mike }] = await world();
    const opened = await night.emergency();
    await app.settle();
    await app.pass(25);
    await night.legEnds(mike, 'no-answer');
    expect(app.agent.said).toEqual([
      "I wasn't able to reach Mike directly, but I've sent them an urgent message with your information. They'll be calling you back within a few minutes.",
    ]);
    expect(night.textsTo(mike)).toHaveLength(1);
    expect(night.callsTo(mike)).toBe(1);
    await app.pass(35);
    expect(night.callsTo(mike)).toBe(2);
    expect((await night.incident(opened.incidentId)).state).toBe('alerting');
  });

  it('scenario 16: a voicemail that picks up presses no key, so nobody was reached', async () => {
    const [night, { mike }] = await world();
    await night.emergency();
    await app.settle();
    const leg = night.legTo(mike);
    const answered = await app
      .twilio(`legs/answer${leg.answerUrl.slice(leg.answerUrl.indexOf('?'))}`, {
        CallSid: leg.sid,
        CallStatus: 'in-progress',
      })
      .expect(200);
    expect(answered.text).toMatch(
      /<Gather numDigits="1"[^]*Burst pipe[^]*218 Oak Lane[^]*Press 1[^]*<\/Gather><Hangup\/>/,
    );
    await night.legEnds(mike, 'completed');
    expect(app.agent.said[0]).toContain("I wasn't able to reach Mike directly");
    expect(app.telephony.moves).toEqual([]);
  });

  it('scenario 17: "got it" stops the ladder, marks the alert, and the tech gets the caller info', async () => {
    const [night, { mike, dana, dave }] = await world();
    const opened = await night.emergency();
    await app.settle();
    await app.pass(135, 45);
    await night.replies(mike, 'got it');
    expect(await night.incident(opened.incidentId)).toMatchObject({
      state: 'accepted',
      accepted_name: 'Mike T.',
      accepted_via: 'sms',
      next_fire_at: null,
      accepted_at: new Date('2026-02-13T03:24:15Z'),
    });
    expect(night.textsTo(mike).at(-1)).toContain(
      'Got it. Caller info: Jim Kowalski at (312) 555-0415.\nAddress: 218 Oak Lane\nIssue: Burst pipe to water heater, basement flooding',
    );
    const answered = (await night.alerts(opened.incidentId)).find((alert) => alert.escalation_step === 'sms_oncall');
    expect(answered).toMatchObject({ state: 'accepted', reply: 'got it' });
    expect(await night.journal(opened.incidentId)).toContain('incident.accepted');
    await app.pass(800, 60);
    expect([...night.textsTo(dana), ...night.textsTo(dave)]).toEqual([]);
  });

  it('scenario 18: no response after 10 minutes: SMS and a call to the backup, not before', async () => {
    const [night, { mike, dana, dave }] = await world();
    await night.emergency();
    await app.settle();
    await night.receipt(mike, 'delivered');
    await app.pass(595, 60);
    expect(night.textsTo(dana)).toEqual([]);
    await app.pass(5);
    expect(night.textsTo(dana)[0]).toContain('EMERGENCY CALL - Metro Plumbing');
    expect(night.callsTo(dana)).toBe(1);
    expect(night.textsTo(dave)).toEqual([]);
  });

  it('scenario 19: no response after 20 minutes: the owner gets UNRESOLVED EMERGENCY, three repeats, then unreached', async () => {
    const [night, { dave, dana }] = await world();
    const opened = await night.emergency();
    await app.settle();
    await app.pass(1195, 60);
    expect(night.textsTo(dave)).toEqual([]);
    await app.pass(5);
    expect(night.textsTo(dave)[0]).toContain(`[${opened.code}] UNRESOLVED EMERGENCY - Metro Plumbing`);
    expect(night.callsTo(dave)).toBe(1);
    await app.pass(1800, 60);
    expect(night.textsTo(dave)).toHaveLength(4);
    expect(night.textsTo(dana)).toHaveLength(1);
    expect((await night.incident(opened.incidentId)).state).toBe('alerting');
    await app.pass(600, 60);
    expect((await night.incident(opened.incidentId)).state).toBe('unreached');
    await night.replies(dave, '1');
    expect(await night.incident(opened.incidentId)).toMatchObject({ state: 'accepted', accepted_name: 'Dave' });
  });
});
