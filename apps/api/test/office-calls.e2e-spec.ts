import { OnCallWorld, type TestResponse } from './on-call-world.js';

describe('Click-to-call: the office rings a caller back under the number of the business', () => {
  let world: OnCallWorld;
  let incidentId: string;

  beforeAll(async () => {
    world = await OnCallWorld.start();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.reset();
    await world.emergency();
    incidentId = ((await world.get('incidents').expect(200)).body as { data: { id: string }[] }).data[0]!.id;
    world.app.telephony.calls.length = 0;
  });

  const place = (subject: object = { incidentId }) =>
    world.post('calls', { deskContactId: world.id('Dana'), ...subject });
  const placed = async () => {
    const { callId } = (await place().expect(202)).body as { callId: string };
    return { callId, leg: world.app.telephony.calls.at(-1)! };
  };
  const hears = async (step: string, form: Record<string, string>) => {
    const leg = world.app.telephony.calls.at(-1)!;
    const { search } = new URL(leg.answerUrl);
    const common = { CallSid: leg.sid, CallStatus: 'in-progress' };
    return (await world.app.twilio(`office-call/${step}${search}`, { ...common, ...form })).text;
  };
  const shown = async (callId: string) => (await world.get(`calls/${callId}`).expect(200)).body as TestResponse['body'];

  it('rings the verified phone first, and the customer after a key, from the account’s own number', async () => {
    const { callId, leg } = await placed();
    expect(leg).toMatchObject({ to: world.phone('Dana'), from: world.line });
    expect(await hears('answer', {})).toMatch(/Your call to .*Press 1 to be connected/);
    const bridge = await hears('connect', { Digits: '1' });
    expect(bridge).toContain(`callerId="${world.line}"`);
    expect(bridge).toMatch(/<Number [^>]*>\+1\d{10}<\/Number>/);
    expect(bridge).not.toContain(world.phone('Dana'));
    expect(await hears('dialled', { DialCallStatus: 'completed' })).toContain('<Hangup/>');
    expect((await shown(callId)).badge.text).toBe('Calling');
    await hears('status', { CallStatus: 'completed', CallDuration: '65' });
    await hears('status', { CallStatus: 'completed', CallDuration: '65' });
    expect(await shown(callId)).toMatchObject({
      direction: 'outbound',
      status: 'completed',
      durationSeconds: 65,
      leadCardId: null,
      incidentId: null,
      badge: { text: 'Called by the office' },
    });
  });

  it('is on the emergency’s timeline under the name of whoever clicked, and in no count of the night', async () => {
    await placed();
    const { body } = await world.get(`incidents/${incidentId}`).expect(200);
    const said = (body as { timeline: { text: string }[] }).timeline.map(({ text }) => text);
    expect(said.filter((words) => words.endsWith('rings the caller'))).toHaveLength(1);
    const overview = await world.get('overview').expect(200);
    expect(JSON.stringify(overview.body)).not.toContain('"liveCalls":2');
  });

  it('a mailbox presses no key: nobody is connected with it; who does not answer is said', async () => {
    await placed();
    expect(await hears('answer', {})).toMatch(/<\/Gather><Hangup\/>/);
    await hears('connect', { Digits: '1' });
    expect(await hears('dialled', { DialCallStatus: 'no-answer' })).toContain('They did not answer');
    await hears('status', { CallStatus: 'completed', CallDuration: '20' });
    expect(await hears('connect', { Digits: '1' })).toContain('This call is over');
  });

  it('a talk is on the timeline once, by whichever webhook tells of it, under the name of whoever clicked', async () => {
    await placed();
    await hears('answer', {});
    await hears('connect', { Digits: '1' });
    const timeline = async () => {
      const { body } = await world.get(`incidents/${incidentId}`).expect(200);
      return (body as { timeline: { text: string }[] }).timeline.map(({ text }) => text);
    };
    const calledBack = async () => (await timeline()).filter((words) => words.startsWith('Called back by')).length;
    await hears('customer', { CallStatus: 'no-answer' });
    await hears('customer', { CallStatus: 'completed', CallDuration: '4' });
    expect(await calledBack()).toBe(0);
    await hears('status', { CallStatus: 'completed', CallDuration: '80' });
    await hears('customer', { CallStatus: 'completed', CallDuration: '61' });
    await hears('customer', { CallStatus: 'completed', CallDuration: '61' });
    await hears('dialled', { DialCallStatus: 'completed', DialCallDuration: '61' });
    expect(await calledBack()).toBe(1);
    // Nobody has accepted: a talk sends nobody there, so the ladder goes on.
    expect(await world.incidentStates()).toEqual(['alerting']);
  });

  it('is listed on the card it was placed from, and on no other', async () => {
    const { data: calls } = (await world.get('calls').expect(200)).body as { data: { id: string }[] };
    const made = await world.post(`calls/${calls[0]?.id}/lead-card`, { classification: 'routine' }).expect(201);
    const cardId = (made.body as { id: string }).id;
    await place({ leadCardId: cardId }).expect(202);
    const about = async (id: string) =>
      ((await world.get(`calls?leadCardId=${id}`).expect(200)).body as { data: { direction: string }[] }).data;
    expect(await about(cardId)).toMatchObject([{ direction: 'outbound' }]);
    expect(await about('0192f0a0-0000-7000-8000-000000000001')).toEqual([]);
  });

  it('takes no number from anybody: only a card, an emergency or a call of this account', async () => {
    await place({ phone: '+13125559999' }).expect(400);
    await place({ incidentId, callId: incidentId }).expect(400);
    await place({ incidentId: '0192f0a0-0000-7000-8000-000000000001' }).expect(404);
    const foreign = world.ofStranger('post', 'calls').send({ deskContactId: world.id('Dana'), incidentId });
    expect((await foreign).status).toBeGreaterThanOrEqual(400);
    await world
      .asStranger('post', 'calls')
      .send({ deskContactId: world.id('Dana'), incidentId })
      .expect(404);
    expect(world.app.telephony.calls).toEqual([]);
  });

  it('rings no phone that has not proved itself', async () => {
    await world.unverify('Dana');
    expect((await place().expect(400)).body.type).toContain('phone-not-verified');
    expect(world.app.telephony.calls).toEqual([]);
  });

  it('a CSR may, thirty times an hour', async () => {
    const ask = () => world.as('csr').post('calls', { deskContactId: world.id('Dana'), incidentId });
    for (let call = 0; call < 30; call++) await ask().expect(202);
    expect((await ask().expect(429)).body.type).toContain('office-call-limit');
    await world.app.clock.advance(3601);
    await ask().expect(202);
  });

  it('what the carrier refuses is said, and the row tells why', async () => {
    world.app.telephony.onCall = () => ({ kind: 'refused', code: '21215', permanent: true });
    expect((await place().expect(503)).body.type).toContain('office-call-failed');
    world.app.telephony.onCall = () => undefined;
    const { data } = (await world.get('calls').expect(200)).body as { data: { badge: { text: string } }[] };
    expect(data[0]?.badge.text).toBe('Not placed');
  });
});
