import { mayDial, type E164 } from '@domain/phone/e164';
import { jest } from '@jest/globals';
import { TechLegService } from '../src/escalation/tech-leg.service.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

const AREAS = Array.from({ length: 800 }, (_, index) => String(200 + index)).filter(
  (area) => !/11$|^9|^976/.test(area) && mayDial(`+1${area}5550100` as E164),
);

jest.setTimeout(60_000);

describe('Caller and technician (decision 5)', () => {
  let app: TestApp;
  let areas = 0;
  let calls = 0;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  afterEach(async () => {
    app.telephony.texts.length = 0;
    app.telephony.calls.length = 0;
    app.telephony.moves.length = 0;
    app.telephony.callerGone = false;
    app.telephony.statuses.clear();
    jest.restoreAllMocks();
    await app.db.everything(`delete from routing.alarms`);
  });

  const world = async (): Promise<[LadderWorld, SeededAccount]> => {
    await app.clock.set('2026-02-13T03:22:00Z');
    const account = await seedAccount(app.db, { area: AREAS[areas++] ?? '312' });
    return [new LadderWorld(app, account), account];
  };
  const path = (url: string): string => url.slice(url.indexOf('/api/twilio/') + '/api/twilio/'.length);
  const callSid = (): string => `CA${(calls += 1).toString(16).padStart(32, 'f')}`;
  /** Somebody calls the line; returns what they hear and the call. */
  const dials = async (night: LadderWorld, from: string, sid = callSid()) => {
    const form = { CallSid: sid, CallStatus: 'ringing', From: from, To: night.account.line, Direction: 'inbound' };
    return { sid, form, twiml: (await app.twilio('incoming-call', form).expect(200)).text };
  };
  /** A call with a row, as the caller's is, whose emergency is open. */
  const emergencyOfCall = async (night: LadderWorld) => {
    const { sid } = await dials(night, '+13125550415');
    const [call] = await app.db.everything<{ id: string }>(`select id from calls where call_sid = $1`, [sid]);
    const opened = await night.emergency({ callId: call!.id, callSid: sid });
    app.telephony.statuses.set(sid, 'in-progress');
    await app.settle();
    return { ...opened, callSid: sid };
  };

  it("the tech's leg drops before the caller joins: the caller hears so and is back with the agent, never in silence", async () => {
    const [night, { mike }] = await world();
    const opened = await emergencyOfCall(night);
    await night.presses(mike, '1');
    await night.legEnds(mike, 'completed');
    const heard = await app
      .twilio(path(app.telephony.moves[0]!.url), { CallSid: opened.callSid, CallStatus: 'in-progress' })
      .expect(200);
    expect(heard.text).toContain('we lost the connection to Mike');
    expect(heard.text).toContain('<Stream url=');
    expect(heard.text).not.toContain('<Conference');
    expect(await night.incident(opened.incidentId)).toMatchObject({ state: 'accepted', accepted_name: 'Mike T.' });
    expect(night.textsTo(mike).at(-1)).toContain('The call dropped. Please ring Jim Kowalski at (312) 555-0415 now.');
    expect(await night.journal(opened.incidentId)).toContain('incident.connection_lost');
  });

  it("the tech's leg drops right after joining: the caller, alone in the conference, is fetched back to the agent", async () => {
    const [night, { mike }] = await world();
    const opened = await emergencyOfCall(night);
    await night.presses(mike, '1');
    await app.clock.advance(3);
    await night.legEnds(mike, 'completed');
    expect(app.telephony.moves.map(({ callSid: moved, url }) => [moved, path(url).split('?')[0]])).toEqual([
      [opened.callSid, 'legs/join'],
      [opened.callSid, 'legs/lost'],
    ]);
    const heard = await app
      .twilio(path(app.telephony.moves[1]!.url), { CallSid: opened.callSid, CallStatus: 'in-progress' })
      .expect(200);
    expect(heard.text).toMatch(/lost the connection to Mike[^]*<Stream url=/);
  });

  it('the agent they come back to is told what is known, so that nothing is asked for twice', async () => {
    const [night, { mike }] = await world();
    const opened = await emergencyOfCall(night);
    expect(app.agent.started.at(-1)).not.toHaveProperty('opening');
    expect(app.agent.started.at(-1)?.variables['already_known']).toBe('nothing');
    await night.presses(mike, '1');
    await night.legEnds(mike, 'completed');
    const form = { CallSid: opened.callSid, CallStatus: 'in-progress' };
    await app.twilio(path(app.telephony.moves[0]!.url), form).expect(200);
    const resumed = app.agent.started.at(-1)!;
    expect(resumed.opening).toBe(
      "I'm back with you, Jim. I still have you at 218 Oak Lane, so you don't need to repeat anything. Is there anything else I should let the technician know?",
    );
    expect(resumed.variables['already_known']).toMatch(
      /name "Jim Kowalski"; address "218 Oak Lane"; problem "Burst pipe[^"]*"; number ending in 0415/,
    );
    expect(JSON.stringify(resumed)).not.toContain(mike);
    // What the caller should hear from now on is said in this conversation, not in the one that is over.
    const [row] = await app.db.everything<{ control: string }>(
      `select policy ->> 'controlUrl' as control from incidents where id = $1`,
      [opened.incidentId],
    );
    const sessions = await app.db.everything<{ control_url: string }>(
      `select control_url from voice_sessions where account_id = $1 order by id`,
      [night.account.accountId],
    );
    expect(sessions).toHaveLength(2);
    expect(row?.control).toBe(sessions[1]?.control_url);
  });

  it('a caller who rang again and lost the technician on the second call comes back to the agent as well', async () => {
    const [night, { mike }] = await world();
    await emergencyOfCall(night);
    const again = await emergencyOfCall(night);
    expect(again.kind).toBe('merged');
    await night.presses(mike, '1');
    await night.legEnds(mike, 'completed');
    const form = { CallSid: again.callSid, CallStatus: 'in-progress', DialCallStatus: 'completed' };
    const heard = await app.twilio('transfer-status?of=conference', form).expect(200);
    expect(heard.text).toMatch(/lost the connection to Mike[^]*<Stream url=/);
  });

  it('without an agent the caller who was left alone gets the sentence and the intake', async () => {
    const [night, { mike }] = await world();
    const opened = await emergencyOfCall(night);
    await night.presses(mike, '1');
    app.agent.outcome = { kind: 'unavailable', reason: 'error' };
    await night.legEnds(mike, 'completed');
    const form = { CallSid: opened.callSid, CallStatus: 'in-progress', DialCallStatus: 'completed' };
    const heard = await app.twilio('transfer-status?of=conference', form).expect(200);
    app.agent.outcome = undefined;
    expect(heard.text).toMatch(/<Gather[^]*lost the connection to Mike[^]*\?<\/Say><\/Gather>/);
    expect(heard.text).not.toMatch(/cut off|<Recording/);
  });

  it('after a real conversation the caller is thanked, and nobody is asked to ring', async () => {
    const [night, { mike }] = await world();
    const opened = await emergencyOfCall(night);
    await night.presses(mike, '1');
    await app.pass(120, 20);
    await night.legEnds(mike, 'completed');
    const form = { CallSid: opened.callSid, CallStatus: 'in-progress', DialCallStatus: 'completed' };
    expect((await app.twilio('transfer-status?of=conference', form).expect(200)).text).toContain(
      'Thanks for calling. Goodbye.',
    );
    expect((await night.incident(opened.incidentId)).state).toBe('contacted');
    expect(app.telephony.moves).toHaveLength(1);
  });

  it('the caller hangs up on the way: the tech is not left with music but may ring them', async () => {
    const [night, { mike, line }] = await world();
    const opened = await emergencyOfCall(night);
    await night.presses(mike, '1');
    app.telephony.statuses.set(opened.callSid, 'completed');
    await app.pass(8, 4);
    const move = app.telephony.moves.at(-1)!;
    expect(move.callSid).toBe(night.legTo(mike).sid);
    const offered = await app.twilio(path(move.url), { CallSid: move.callSid, CallStatus: 'in-progress' }).expect(200);
    expect(offered.text).toContain('The caller has hung up. Press 1 to ring them now.');
    const ring = /action="([^"]+)"/.exec(offered.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const rung = await app
      .twilio(path(ring), { CallSid: move.callSid, CallStatus: 'in-progress', Digits: '1' })
      .expect(200);
    expect(rung.text).toContain(`<Dial callerId="${line}"`);
    expect((await night.incident(opened.incidentId)).state).toBe('contacted');
  });

  it.each([
    ['an unknown alert', '00000000-0000-7000-8000-000000000000'],
    ['an address that is none', 'nonsense'],
  ])("law 5: a tech's phone hears a sentence, status 200, for %s", async (_name, alert) => {
    const [night] = await world();
    for (const step of ['answer', 'key', 'ring', 'alone']) {
      const form = { CallSid: callSid(), CallStatus: 'in-progress' };
      const heard = await app
        .twilio(`legs/${step}?account=${night.account.accountId}&alert=${alert}`, form)
        .expect(200);
      expect(heard.text).toMatch(/<Say>[^]+<\/Say>|<Hangup\/>/);
    }
  });

  it('law 5: a database that fails while a tech picks up becomes a sentence; a forged request stays refused', async () => {
    const [night, { mike }] = await world();
    await night.emergency();
    await app.settle();
    const leg = night.legTo(mike);
    const legs = app.http.get(TechLegService, { strict: false });
    jest.spyOn(legs, 'answered').mockRejectedValue(new Error('connection refused'));
    const form = { CallSid: leg.sid, CallStatus: 'in-progress' };
    const heard = await app.twilio(path(leg.answerUrl), form).expect(200);
    expect(heard.text).toContain('The emergency is still open. Please answer the text message');
    await app
      .api()
      .post(`/api/twilio/${path(leg.answerUrl)}`)
      .type('form')
      .send(form)
      .expect(403);
  });

  describe('a tech who rings the line', () => {
    const menu = async (night: LadderWorld, from: string) => {
      const call = await dials(night, from);
      const at = /<Redirect method="POST">([^<]+)</.exec(call.twiml)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const form = { ...call.form, CallStatus: 'in-progress' };
      const heard = (await app.twilio(path(at), form).expect(200)).text;
      const action = /action="([^"]+)"/.exec(heard)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const presses = async (key: string) =>
        (await app.twilio(path(action), { ...form, Digits: key }).expect(200)).text;
      return { heard, form, presses };
    };

    it('and has an emergency is recognised: 1 connects with the caller, and the contact is written down', async () => {
      const [night, { mike, line }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await night.replies(mike, 'on it');
      const { heard, presses } = await menu(night, mike);
      expect(heard).toContain('Hello Mike. Press 1 to be connected with Jim Kowalski: Burst pipe');
      const twiml = await presses('1');
      expect(twiml).toContain(`<Dial callerId="${line}"`);
      expect(twiml).toContain('<Number>+13125550415</Number>');
      expect((await night.incident(opened.incidentId)).state).toBe('contacted');
      expect(await app.db.everything(`select 1 from calls where caller_phone = $1`, [mike])).toEqual([]);
    });

    it('and was paged takes the emergency with the key; a caller who is still with the agent is brought in', async () => {
      const [night, { mike }] = await world();
      const opened = await emergencyOfCall(night);
      const { presses } = await menu(night, mike);
      expect(await presses('1')).toContain(`incident-${opened.incidentId}</Conference>`);
      expect(await night.incident(opened.incidentId)).toMatchObject({
        state: 'contacted',
        accepted_name: 'Mike T.',
        accepted_via: 'key',
      });
      const move = app.telephony.moves.at(-1)!;
      expect(move.callSid).toBe(opened.callSid);
      const heard = await app
        .twilio(path(move.url), { CallSid: opened.callSid, CallStatus: 'in-progress' })
        .expect(200);
      expect(heard.text).toContain('Connecting you to Mike now.');
    });

    it('hears who took it when somebody was faster between menu and key', async () => {
      const [night, { mike, dana }] = await world();
      await night.emergency();
      await app.settle();
      await app.pass(600, 60);
      const { presses } = await menu(night, mike);
      await night.replies(dana, '1');
      expect(await presses('1')).toContain('Dana already has this one');
    });

    it('chooses between two, hears who is on call with 8, and is a caller when no key is pressed', async () => {
      const [night, { mike }] = await world();
      await night.emergency();
      const second = await night.emergency({ callerPhone: '+13125550523', callerName: 'Linda Morrison' });
      await app.settle();
      const { heard, form, presses } = await menu(night, mike);
      expect(heard).toMatch(/Press 1 to be connected with Linda Morrison[^]*Press 2 to be connected with Jim Kowalski/);
      expect(await presses('8')).toContain('On call: Mike T.. Backup: Dana. Owner: Dave.');
      await presses('1');
      expect((await night.incident(second.incidentId)).state).toBe('contacted');
      expect((await app.twilio('legs/back-as-caller', form).expect(200)).text).toContain('<Stream url=');
    });

    it("without an emergency is a caller like any other; so is a stranger, and another contractor's tech", async () => {
      const [night, { mike }] = await world();
      const [other, { mike: stranger }] = await world();
      expect((await dials(night, mike)).twiml).toContain('<Stream url=');
      await other.emergency();
      await app.settle();
      expect((await dials(night, stranger)).twiml).toContain('<Stream url=');
      expect((await dials(other, '+12125550777')).twiml).toContain('<Stream url=');
    });
  });
});
