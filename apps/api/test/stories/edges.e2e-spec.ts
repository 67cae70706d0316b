import { APEX_LINE, LUIS, METRO_LINE, METRO_OFFICE, MIKE, Stage } from './stage.js';

const EVACUATE = /leave the house/;

describe('Edges of the line (PRD section 12, 32-35, and what callers really do)', () => {
  const stage = new Stage();
  let lastCaller = 800;
  const nextNumber = () => `+13125550${(lastCaller += 1)}`;

  beforeAll(() => stage.open());
  afterAll(() => stage.close());

  it('scenario 32: the same caller within 30 minutes is recognised, told so, and taken one level more seriously', async () => {
    await stage.opensAt('19:00');
    const number = nextNumber();
    const first = await stage.caller(number).tells(METRO_LINE, 'My AC stopped working');
    await first.hears(/can wait/);
    await first.says('It can wait until the morning');
    await first.answersQuestions();
    await stage.passes({ minutes: 20 });
    expect((await stage.metro.callFrom(number)).classification).toBe('routine');
    const second = await stage.caller(number).tells(METRO_LINE, 'It is me again, my AC stopped working');
    await second.hears(/I see you called a little while ago/);
    await second.answersQuestions();
    await stage.passes({ seconds: 20 });
    const calls = await stage.metro.callsFrom(number);
    expect(calls).toHaveLength(2);
    expect(calls[0]).toMatchObject({ isRepeatCaller: true, classification: 'emergency' });
    expect(calls[1]).toMatchObject({ isRepeatCaller: false, classification: 'routine' });
  });

  it('decision 3: a second call about an open emergency joins it, and whoever has it is told', async () => {
    await stage.opensAt('21:22');
    const [number, mike] = [nextNumber(), stage.tech(MIKE)];
    await mike.behaves('no-answer');
    const first = await stage.caller(number).tells(METRO_LINE, 'Water is pouring through my ceiling');
    await first.answersQuestions();
    await mike.replies('on it');
    await mike.receives(/Caller info/);
    await stage.passes({ minutes: 5 });
    const second = await stage.caller(number).tells(METRO_LINE, 'The water is still pouring through my ceiling');
    await second.hears(/main water shutoff|on-call|Mike/);
    await mike.receives(/UPDATE: .*called again at/);
    expect(await stage.metro.openIncidents()).toHaveLength(1);
  });

  it('scenario 33: during business hours the call rings through to the business line, and no agent is involved', async () => {
    await stage.opensAt('thu 10:00');
    const number = nextNumber();
    const agentsBefore = (await stage.network.requests('vapi.call')).length;
    const [caller, office] = [stage.caller(number), stage.tech(METRO_OFFICE)];
    await caller.dials(METRO_LINE);
    await office.answers();
    await stage.passes({ seconds: 3 });
    await caller.says('Hello, is this Metro?');
    await office.hears(/is this Metro/);
    await office.says('Yes, Dave speaking');
    await caller.hears(/Dave speaking/);
    expect(await caller.everything()).not.toMatch(/Alex|after-hours/);
    await office.hangsUp();
    await stage.passes({ minutes: 1 });
    expect((await stage.network.requests('vapi.call')).length).toBe(agentsBefore);
    expect(await stage.metro.callFrom(number)).toMatchObject({
      handledBy: 'business_line',
      isAfterHours: false,
      leadCardId: null,
    });
  });

  it('decision 11: a business line that nobody answers falls back to the agent', async () => {
    await stage.opensAt('thu 10:00');
    const number = nextNumber();
    await stage.tech(METRO_OFFICE).behaves('no-answer');
    const caller = await stage.caller(number).dials(METRO_LINE);
    await caller.hears(/How can I help you/);
    await caller.says('I smell gas near my furnace');
    await stage.tech(MIKE).receives(/EMERGENCY CALL/);
    expect(await stage.metro.callFrom(number)).toMatchObject({ handledBy: 'ai', classification: 'emergency' });
  });

  it('decision 11: switched off, the line rings the office at any hour; always active, the agent answers by day', async () => {
    await stage.opensAt('thu 21:22');
    const settings = await stage.metro.settings();
    await stage.metro.save({ ...settings, isActive: false });
    const atNight = await stage.caller(nextNumber()).dials(METRO_LINE);
    await stage.tech(METRO_OFFICE).rings();
    await atNight.hangsUp();
    await stage.opensAt('fri 10:00');
    await stage.metro.save({ ...settings, isActive: true, alwaysActive: true });
    const byDay = await stage.caller(nextNumber()).dials(METRO_LINE);
    await byDay.hears(/How can I help you today\?/);
    await stage.metro.save({ ...settings });
  });

  it('decision 12: each contractor greets by its own name and its own clock', async () => {
    await stage.opensAt('20:10');
    const chicago = await stage.caller(nextNumber()).dials(METRO_LINE);
    const denver = await stage.caller(nextNumber()).dials(APEX_LINE);
    await chicago.hears(/thanks for calling Metro Plumbing/);
    await chicago.hears(/How can I help you tonight\?/);
    await denver.hears(/thanks for calling Apex Air/);
    await denver.hears(/How can I help you this evening\?/);
  });

  it('PRD section 8: the recording of the call and its transcript can be had afterwards', async () => {
    await stage.opensAt('19:00');
    const number = nextNumber();
    const caller = await stage.caller(number).tells(METRO_LINE, 'My faucet has been dripping for a week');
    await caller.answersQuestions();
    await stage.passes({ seconds: 30 });
    const call = await stage.metro.callFrom(number);
    expect(call).toMatchObject({ status: 'completed', hasRecording: true, durationSeconds: expect.any(Number) });
    const recording = await stage.metro.ask('GET', `calls/${call.id}/recording`);
    expect(recording.headers.get('content-type')).toMatch(/^audio\//);
    expect(Buffer.from(await recording.arrayBuffer()).toString('utf8')).toContain('dripping for a week');
    const { turns } = await stage.metro.callDetail(call.id);
    expect(turns.map((turn) => turn.role).slice(0, 2)).toEqual(['agent', 'caller']);
    expect(turns[1]?.text).toBe('My faucet has been dripping for a week');
  });

  it('scenario 35: a Spanish caller with a routine need gets the English apology, and the card notes the language', async () => {
    await stage.opensAt('19:00');
    const number = nextNumber();
    const caller = await stage
      .caller(number)
      .tells(METRO_LINE, 'Hola, necesito un presupuesto para un calentador, por favor');
    await caller.hears(/I apologize, let me have Dave call you back/);
    await stage.passes({ seconds: 30 });
    const card = await stage.metro.cardOf(number);
    expect(card.classification).toBe('routine');
    expect(card.notes).toMatch(/Language barrier.*Spanish/);
  });

  it('decision 8: gas in Spanish is an emergency before it is a language barrier', async () => {
    await stage.opensAt('19:00');
    const [number, mike] = [nextNumber(), stage.tech(MIKE)];
    const caller = await stage.caller(number).tells(METRO_LINE, 'Por favor ayuda, huele a gas en mi cocina');
    await caller.hears(/leave the house|salga/i);
    await mike.receives(/EMERGENCY CALL/);
    await stage.passes({ seconds: 30 });
    expect(await stage.metro.callFrom(number)).toMatchObject({ classification: 'emergency' });
    expect((await stage.metro.cardOf(number)).safetyInstructionGiven).toMatch(/leave the house|salga/i);
  });

  it('decision 1: the model says routine while the caller smells gas: the rules overrule it', async () => {
    await stage.opensAt('19:00');
    const [number, mike] = [nextNumber(), stage.tech(MIKE)];
    await stage.agentThinks(number, 'routine');
    const caller = await stage.caller(number).tells(METRO_LINE, 'I smell gas near my furnace');
    await mike.rings();
    await caller.hears(EVACUATE);
    await mike.receives(/EMERGENCY CALL/);
    const { assessments } = await stage.metro.callDetail((await stage.metro.callFrom(number)).id);
    expect(assessments).toContainEqual(
      expect.objectContaining({ decidedBy: 'voice_agent', classification: 'routine' }),
    );
    expect(assessments).toContainEqual(expect.objectContaining({ decidedBy: 'rules', classification: 'emergency' }));
    expect(await stage.metro.incidentOf(number)).toMatchObject({ openedBy: 'rules' });
  });

  it('decision 2: a model that calls no tool at all: the safety line is said for it, through the control URL', async () => {
    await stage.opensAt('19:00');
    const [number, mike] = [nextNumber(), stage.tech(MIKE)];
    const forgets = ['classify_call', 'route_to_oncall', 'collect_caller_details'];
    await stage.network.agent(number, { hearsAs: 'routine', forgets });
    const caller = await stage.caller(number).tells(METRO_LINE, 'I smell gas near my furnace');
    await mike.rings();
    await caller.hears(EVACUATE, 20);
    expect((await stage.metro.cardOf(number)).safetyInstructionGiven).toMatch(EVACUATE);
  });

  it('decision 15: a caller who withholds the number is helped all the same, and asked for one', async () => {
    await stage.opensAt('21:22');
    const mike = stage.tech(MIKE);
    await mike.behaves('no-answer');
    const caller = await stage.caller(null).tells(METRO_LINE, 'Water is pouring through my ceiling');
    await mike.receives(/EMERGENCY CALL/);
    await caller.answersQuestions({ number: '312 555 0177' });
    await stage.passes({ seconds: 20 });
    expect(await stage.metro.cardOf(null)).toMatchObject({
      classification: 'emergency',
      callerPhone: null,
      callbackPhone: '+13125550177',
      callerName: 'Jim Kowalski',
    });
    await mike.replies('on it');
    await mike.receives(/Caller info: Jim Kowalski at \(312\) 555-0177/);
  });

  it('a number of ours that belongs to nobody answers politely and takes a message; no account sees it', async () => {
    await stage.opensAt('21:22');
    const [stray, number] = ['+14145550199', nextNumber()];
    await stage.network.buyNumber(stray, `${stage.program.url}/api/twilio/incoming-call`);
    const caller = await stage.caller(number).dials(stray);
    await caller.hears(/sorry, nobody can take your call/);
    await caller.hears(/\[beep\]/);
    await caller.interrupts('This is Jim, please call me');
    await stage.passes({ seconds: 3 });
    await caller.hangsUp();
    await stage.passes({ minutes: 3 });
    for (const office of [stage.metro, stage.apex]) expect(await office.callsFrom(number)).toEqual([]);
    const strays = await stage.database.everything<{ to_number: string }>(`select to_number from routing.stray_calls`);
    expect(strays).toEqual([expect.objectContaining({ to_number: stray })]);
  });

  it('law 2: what is told to one contractor appears in no row, text, post or answer of the other', async () => {
    await stage.opensAt('21:22');
    const [canary, mike, luis] = [nextNumber(), stage.tech(MIKE), stage.tech(LUIS)];
    for (const tech of [mike, luis]) await tech.behaves('no-answer');
    const ours = await stage.caller(canary).tells(METRO_LINE, 'Water is pouring through my ceiling in the zanzibarium');
    await ours.answersQuestions({ name: 'Quentin Kestrelman.', address: '77 Zanzibar Lane.' });
    const theirs = await stage.caller(nextNumber()).tells(APEX_LINE, 'I smell gas near my furnace');
    await theirs.answersQuestions({ name: 'Rita Marlowe.', address: '12 Birch Street.' });
    await mike.replies('on it');
    await luis.replies('on it');
    await stage.night.until('07:30', 'America/Chicago');
    await stage.jobsAreDone();
    const told = await stage.apex.get<unknown>('calls?limit=100');
    const cards = await stage.apex.get<unknown>('lead-cards?limit=100');
    const incidents = await stage.apex.get<unknown>('incidents?state=open&limit=100');
    const digests = await stage.apex.get<unknown>('digests?limit=100');
    const everything = [
      JSON.stringify([told, cards, incidents, digests]),
      (await luis.texts()).join('\n'),
      (await stage.slackOf('apex')).join('\n'),
      await theirs.everything(),
      await stage.rowsOf(stage.apex.accountId),
    ].join('\n');
    expect(everything).toMatch(/Rita Marlowe/);
    expect(everything).not.toMatch(/Kestrelman|Zanzibar/i);
    expect(everything).not.toContain(canary);
    expect(await stage.rowsOf(stage.metro.accountId)).toMatch(/Kestrelman/);
    const foreign = (await stage.metro.callFrom(canary)).id;
    expect((await stage.apex.ask('GET', `calls/${foreign}`)).status).toBe(404);
  });
});
