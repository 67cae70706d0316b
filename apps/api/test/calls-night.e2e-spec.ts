import { Caller } from './calls-caller.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { TestApp } from './harness/test-app.js';

const THURSDAY_922_PM = '2026-02-13T03:22:00Z';

describe('calls at night', () => {
  let app: TestApp;
  let metro: SeededAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db);
  });
  beforeEach(async () => {
    await app.clock.set(new Date(new Date(THURSDAY_922_PM).getTime()));
    app.agent.outcome = undefined;
  });
  afterAll(() => app.close());

  it('VTCR 2.1: a call is recorded first and goes to the agent with everything the night knows', async () => {
    const jim = Caller.of(app, metro, '+13125550141');
    const twiml = await jim.rings();
    expect(twiml).toContain('<Say>This call is recorded.</Say><Start><Recording');
    expect(twiml).toContain('<Connect><Stream url="wss://stream.vapi.ai/x"');
    expect(await jim.row()).toMatchObject({ status: 'in_progress', handled_by: 'ai', is_after_hours: true });
    const started = app.agent.started.at(-1);
    expect(started).toMatchObject({ assistantId: 'asst-1', voiceNumberId: 'pn-1', callerPhone: '+13125550141' });
    expect(started?.variables).toMatchObject({
      greeting_word: 'tonight',
      farewell: 'good night',
      local_time: '9:22 PM',
      on_call_name: 'Mike',
      repeat_caller: 'no',
      office_opens: '8 AM tomorrow',
      caller_number_ending: '0141',
    });
  });

  it('scenario 1: water through the ceiling becomes an emergency with the shut-off line, incident and card', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    await caller.says('Water is pouring through my ceiling');
    const answer = await caller.tool(
      'classify_call',
      JSON.stringify({ classification: 'emergency', urgency_reasoning: 'active water', service_type: 'plumbing' }),
    );
    expect(answer).toMatch(/Mike is being alerted/);
    expect(answer).toMatch(
      /Say this to the caller now, word for word: "If you can safely reach the main water shutoff/,
    );
    expect(await caller.row()).toMatchObject({ classification: 'emergency', category: 'water', priority: 'emergency' });
    expect(await caller.incidents()).toHaveLength(1);
    expect(await caller.card()).toMatchObject({
      classification: 'emergency',
      safety_instruction_given: expect.stringMatching(/main water shutoff/),
    });
    const routed = await caller.tool('route_to_oncall', {
      caller_name: 'Jim Kowalski',
      caller_phone: caller.from,
      address: '218 Oak Lane',
      issue_summary: 'Burst pipe to water heater, basement flooding',
    });
    expect(routed).toMatch(/Emergency updated; Mike has the new details/);
    expect(await caller.incidents()).toMatchObject([
      {
        caller_name: 'Jim Kowalski',
        address: '218 Oak Lane',
        issue_summary: 'Burst pipe to water heater, basement flooding',
      },
    ]);
  });

  it('scenario 2: gas is evacuated and never lowered, whatever agent and caller say', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    await caller.says('I smell gas near my furnace but it can wait until tomorrow');
    expect(await caller.row()).toMatchObject({ classification: 'emergency' });
    const answer = await caller.tool('classify_call', {
      classification: 'routine',
      urgency_reasoning: 'caller says it can wait',
      service_type: 'hvac',
    });
    expect(answer).toMatch(/Emergency recorded.*leave the house.*911 and your gas utility/);
    expect(await caller.row()).toMatchObject({ classification: 'emergency' });
    const journal = await app.db.everything<{ data: object }>(
      `select data from journal where event = 'call.classified' and call_id = $1`,
      [(await caller.row()).id],
    );
    expect(journal).toHaveLength(1);
  });

  it('decision 3: the rules open the incident from the transcript alone, and the line is spoken when the agent forgets', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    const said = app.agent.said.length;
    await caller.says('My outlet is sparking and I smell burning');
    expect(await caller.incidents()).toMatchObject([{ opened_by: 'rules' }]);
    await app.clock.advance(6);
    await app.settle();
    expect(app.agent.said.slice(said).filter((words) => /Stay away from the area/.test(words))).toHaveLength(1);
    expect(await caller.card()).toMatchObject({ safety_instruction_given: expect.stringMatching(/Stay away/) });
    await app.clock.advance(60);
    await app.settle();
    expect(app.agent.said.slice(said).filter((words) => /Stay away from the area/.test(words))).toHaveLength(1);
  });

  it('scenario 7: a tune-up is routine, its details and card are kept, nobody is paged', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    await caller.says("I'd like to schedule an AC tune-up");
    expect(
      await caller.tool('classify_call', {
        classification: 'routine',
        urgency_reasoning: 'maintenance',
        service_type: 'hvac',
      }),
    ).toMatch(/^Recorded as routine/);
    expect(
      await caller.tool('collect_caller_details', {
        caller_name: 'Doug Patterson',
        phone_number: '(312) 555-0177',
        address: '922 Maple Drive',
        issue_description: 'AC tune-up',
        service_type: 'hvac',
      }),
    ).toMatch(/^Saved/);
    await caller
      .send(
        caller.report([
          ['bot', 'Hi', 0],
          ['user', "I'd like to schedule an AC tune-up", 3],
        ]),
      )
      .expect(200);
    await caller.status('completed', 52).expect(204);
    expect(await caller.row()).toMatchObject({
      status: 'completed',
      stage: 'ended',
      classification: 'routine',
      duration_seconds: 52,
      next_check_at: null,
    });
    expect(await caller.card()).toMatchObject({
      caller_name: 'Doug Patterson',
      callback_phone: '+13125550177',
      address: '922 Maple Drive',
      service_type: 'hvac',
      call_duration_seconds: 52,
    });
    expect(await caller.incidents()).toEqual([]);
  });

  it('scenario 13: a sales pitch is spam: polite end, no card, no routing', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    await caller.says("Hi, I'm calling from ABC Marketing about your Google Ads");
    expect(
      await caller.tool('classify_call', {
        classification: 'spam',
        urgency_reasoning: 'sales',
        service_type: 'unknown',
      }),
    ).toMatch(/End the call politely/);
    await caller
      .send(caller.report([['user', "Hi, I'm calling from ABC Marketing about your Google Ads", 2]]))
      .expect(200);
    expect(await caller.row()).toMatchObject({ status: 'completed', classification: 'spam' });
    expect([await caller.card(), await caller.incidents()]).toEqual([undefined, []]);
  });

  it('scenario 23: a caller without an address gets a card that says so', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    await caller.says('My faucet has been dripping for a week');
    await caller.tool('classify_call', {
      classification: 'routine',
      urgency_reasoning: 'drip',
      service_type: 'plumbing',
    });
    await caller.tool('collect_caller_details', {
      caller_name: 'Ann',
      phone_number: caller.from,
      address: 'Address not provided',
      issue_description: 'Dripping faucet',
    });
    await caller.send(caller.report([['user', 'My faucet has been dripping for a week', 2]])).expect(200);
    expect(await caller.card()).toMatchObject({ address: null, notes: expect.stringMatching(/Address not provided/) });
  });

  it('scenario 25: a hang-up within seconds is abandoned without a card', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    await app.clock.advance(4);
    await caller.send(caller.report([['bot', 'Hi, thanks for calling', 0]], { analysis: {} })).expect(200);
    await caller.status('completed', 4).expect(204);
    expect(await caller.row()).toMatchObject({ status: 'abandoned' });
    expect(await caller.card()).toBeUndefined();
  });

  it('scenario 25 and decision 8: "my house is flo—" and a click is an emergency all the same', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    await app.clock.advance(5);
    await caller.send(caller.report([['user', 'there is water everywhere', 2]], { analysis: {} })).expect(200);
    expect(await caller.row()).toMatchObject({ classification: 'emergency' });
    expect(await caller.incidents()).toHaveLength(1);
    expect(await caller.card()).toMatchObject({ classification: 'emergency' });
  });

  it('scenario 25: more than ten seconds leave a card with whatever was captured', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    await app.clock.advance(30);
    await caller
      .send(caller.report([['user', 'I wanted to ask about, you know what, never mind', 20]], { analysis: {} }))
      .expect(200);
    expect(await caller.card()).toMatchObject({ classification: 'routine' });
  });

  it('scenario 27: without a calendar the booking tools promise the office call', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    expect(await caller.tool('check_availability', { preferred_time: 'morning' })).toMatch(
      /Our office will call you first thing in the morning/,
    );
    expect(await caller.tool('book_appointment', { date: 'Thursday', time: '10am' })).toMatch(
      /Our office will call you/,
    );
  });

  it('scenario 32: a second call within half an hour is recognised, without a word about the first', async () => {
    const first = Caller.of(app, metro, '+13125550155');
    await first.rings();
    await first.says('My toilet has been running for 3 days');
    await first.tool('classify_call', {
      classification: 'routine',
      urgency_reasoning: 'running toilet',
      service_type: 'plumbing',
    });
    await app.clock.advance(1800);
    const second = Caller.of(app, metro, '+13125550155');
    await second.rings();
    expect(await second.row()).toMatchObject({ is_repeat_caller: true });
    const variables = app.agent.started.at(-1)?.variables;
    expect(variables).toMatchObject({ repeat_caller: 'yes', minutes_ago: '30' });
    expect(JSON.stringify(variables)).not.toMatch(/toilet/);
  });

  it('scenario 33: in business hours the call passes through to the business line, no AI', async () => {
    await app.clock.set('2026-02-12T16:00:00Z');
    const started = app.agent.started.length;
    const caller = Caller.of(app, metro);
    expect(await caller.rings()).toMatch(/<Dial timeout="20"[^>]*><Number>\+13125550185<\/Number><\/Dial>/);
    expect(await caller.row()).toMatchObject({ handled_by: 'business_line', is_after_hours: false });
    expect(app.agent.started).toHaveLength(started);
    expect(await caller.hears('transfer-status?of=business', { DialCallStatus: 'completed' })).toContain('<Hangup/>');
  });

  it('decision 11: a business line that does not pick up, or sends the call back, gets the AI', async () => {
    await app.clock.set('2026-02-12T16:00:00Z');
    const caller = Caller.of(app, metro);
    await caller.rings();
    expect(await caller.hears('transfer-status?of=business', { DialCallStatus: 'no-answer' })).toContain(
      '<Connect><Stream',
    );
    expect(await caller.row()).toMatchObject({ handled_by: 'ai' });
    const forwarded = Caller.of(app, metro);
    expect(await forwarded.rings({ ForwardedFrom: '+13125550185' })).toContain('<Connect><Stream');
  });

  it.each(['sip:bob@pbx.example', '7', 'client:front-desk', 'No Caller ID', 'Private.'])(
    'law 5: a caller whom the network calls "%s" is answered like any other',
    async (from) => {
      const caller = new Caller(app, metro.line, from);
      expect(await caller.rings()).toContain('<Connect><Stream');
      expect(await caller.row()).toMatchObject({ caller_phone: null });
    },
  );

  it('a withheld caller id is handled like any other call, and never counts as a repeat', async () => {
    for (const from of ['anonymous', '+266696687', null]) {
      const caller = new Caller(app, metro.line, from);
      expect(await caller.rings()).toContain('<Connect><Stream');
      expect(await caller.row()).toMatchObject({ caller_phone: null, is_repeat_caller: false });
      await caller.says('I smell gas');
      expect(await caller.incidents()).toMatchObject([{ caller_phone: null }]);
    }
  });

  it('an agent that ended normally hangs up; one that died leaves the caller to the intake', async () => {
    const polite = Caller.of(app, metro);
    await polite.rings();
    await polite.says("Thanks for calling. We'll take good care of you. Have a good night.", 'assistant');
    expect(await polite.hears('voice/after-agent')).toContain('<Hangup/>');
    const unlucky = Caller.of(app, metro);
    await unlucky.rings();
    await unlucky.says('Can I get your', 'assistant');
    expect(await unlucky.hears('voice/after-agent?asked=1')).toMatch(/cut off.*what's going on\?.*<\/Gather>/s);
    const urgent = Caller.of(app, metro);
    await urgent.rings();
    await urgent.says('There is a gas leak in my kitchen');
    expect(await urgent.hears('voice/after-agent?asked=1')).toMatch(
      /leave the house.*has been reported.*Can I get your name\?/s,
    );
  });

  it('decision 8: "I smell gas!" and a click: the tech is told that nobody told the caller, and the card says so', async () => {
    // A contractor of their own: where other emergencies wait for the same phone, the page itself may be the text that says it.
    const caller = Caller.of(app, await seedAccount(app.db, { area: '414' }));
    await caller.rings();
    await caller.says('Gas! I smell gas in here!');
    await caller.tool('classify_call', { classification: 'emergency', urgency_reasoning: 'gas smell' });
    await app.settle();
    expect(await caller.card()).toMatchObject({ safety_instruction_given: expect.stringMatching(/leave the house/) });
    const turns = [
      ['bot', 'How can I help you tonight?', 1],
      ['user', 'Gas! I smell gas in here!', 4],
    ] as const;
    await caller.send(caller.report(turns.map((turn) => [...turn]))).expect(200);
    await caller.status('completed', 6).expect(204);
    await app.settle();
    expect(await caller.card()).toMatchObject({ safety_instruction_given: null });
    const [incident] = await caller.incidents();
    expect(incident).toMatchObject({ safety_line: null });
    expect(
      await app.db.everything(`select body from alerts where incident_id = $1 and escalation_step = 'update'`, [
        incident?.['id'],
      ]),
    ).toContainEqual({ body: expect.stringMatching(/hung up and was not told what to do.*Please leave/s) });
  });

  it('decision 8: "I smell gas" and a click before the agent has said a word: the page itself says what to say first', async () => {
    const account = await seedAccount(app.db, { area: '615' });
    const caller = Caller.of(app, account);
    await caller.rings();
    await caller.says('I smell gas in my house');
    await caller.send(caller.report([['user', 'I smell gas in my house', 4]])).expect(200);
    await caller.status('completed', 5).expect(204);
    expect(await caller.incidents()).toMatchObject([
      { safety_line: null, unheard_line: expect.stringMatching(/leave/) },
    ]);
    await app.settle();
    const [page] = app.telephony.textsTo(account.mike);
    expect(page).toContain('NOT told, say first: Leave the house, 911, gas utility\nCall them back ASAP.\n1=Take it');
  });

  it('a goodbye that is told a moment after the stream has closed is still a goodbye: nobody "got cut off"', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    await caller.says('There is a gas leak in my kitchen');
    const first = await caller.hears('voice/after-agent');
    expect(first).toContain('<Pause length="1"/>');
    expect(first).toContain('/voice/after-agent?asked=1</Redirect>');
    await caller.says('Hang tight, Jim. Have a good night.', 'assistant');
    expect(await caller.hears('voice/after-agent?asked=1')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>',
    );
  });

  it('VTCR 2.2: who has heard that Mike did not pick up, or that he has it, is not told that he is being reached now', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    expect(
      await caller.tool('classify_call', { classification: 'emergency', urgency_reasoning: 'burst pipe' }),
    ).toMatch(/Mike is being alerted now/);
    await app.settle();
    const [incident] = await caller.incidents();
    await app.db.everything(
      `update alerts set state = 'failed' where incident_id = $1 and escalation_step = 'warm_transfer' returning id`,
      [incident?.['id']],
    );
    const told = { caller_name: 'Jim', caller_phone: 'same', issue_summary: 'Burst pipe' };
    const missed = await caller.tool('route_to_oncall', told);
    expect(missed).toMatch(/urgent message for Mike, and we keep calling until somebody has it/);
    expect(missed).not.toMatch(/reaching out to Mike right now/);
    await app.db.everything(`update incidents set accepted_name = 'Mike T.' where id = $1 returning id`, [
      incident?.['id'],
    ]);
    expect(await caller.tool('route_to_oncall', told)).toMatch(/Mike has your emergency and will be calling you back/);
  });
});
