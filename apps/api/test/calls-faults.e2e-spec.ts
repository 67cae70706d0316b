import { createHmac } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Caller, unavailable } from './calls-caller.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { TestApp, TWILIO_ACCOUNT } from './harness/test-app.js';

const THURSDAY_922_PM = '2026-02-13T03:22:00Z';
const RECORDING = `RE${'1'.repeat(32)}`;
const WATER = 'Water is pouring through my ceiling';

describe('bad input and faults of the call flow', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let apex: SeededAccount;

  const everyRow = async () =>
    Promise.all(
      [
        'calls',
        'voice_sessions',
        'call_turns',
        'tool_calls',
        'assessments',
        'lead_cards',
        'incidents',
        'webhook_events',
      ].map(async (table) => [
        table,
        (await app.db.everything<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n,
      ]),
    );

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db);
    apex = await seedAccount(app.db, { name: 'Apex', area: '303', timeZone: 'America/Denver' });
  });
  beforeEach(async () => {
    await app.clock.set(THURSDAY_922_PM);
    app.agent.outcome = undefined;
    app.agent.reports.clear();
    app.telephony.statuses.clear();
  });
  afterAll(() => app.close());

  describe('requests nobody vouches for', () => {
    const form = () => ({
      AccountSid: TWILIO_ACCOUNT,
      CallSid: `CA${'e'.repeat(32)}`,
      To: metro.line,
      From: '+13125550199',
      CallStatus: 'ringing',
    });
    const signed = (path: string, fields: Record<string, string>, body = fields) => {
      const text = Object.keys(fields)
        .sort()
        .reduce((sum, key) => sum + key + fields[key], `https://nightdesk.test/api/twilio/${path}`);
      const signature = createHmac('sha1', 'twilio-auth-token-of-tests').update(text).digest('base64');
      return app.api().post(`/api/twilio/${path}`).type('form').set('X-Twilio-Signature', signature).send(body);
    };

    it.each<[string, () => { then: unknown }]>([
      ['unsigned', () => app.api().post('/api/twilio/incoming-call').type('form').send(form())],
      [
        'wrongly signed',
        () => app.api().post('/api/twilio/incoming-call').type('form').set('X-Twilio-Signature', 'x').send(form()),
      ],
      ['changed after signing', () => signed('incoming-call', form(), { ...form(), From: '+13125550188' })],
      ['of another Twilio account', () => signed('incoming-call', { ...form(), AccountSid: `AC${'b'.repeat(32)}` })],
      ['with a parameter Twilio does not have', () => signed('incoming-call', { ...form(), Role: 'admin' })],
      [
        'without its CallSid',
        () => signed('incoming-call', { AccountSid: TWILIO_ACCOUNT, To: metro.line, CallStatus: 'ringing' }),
      ],
      ['with a CallSid of another shape', () => signed('incoming-call', { ...form(), CallSid: 'CA1' })],
    ])('a Twilio request %s is refused with 403 and no effect', async (_title, send) => {
      const before = await everyRow();
      expect(((await send()) as unknown as { status: number }).status).toBe(403);
      expect(await everyRow()).toEqual(before);
    });

    it('a boundary shifted inside a signed request is refused', async () => {
      const fields = { ...form(), CallerName: 'JimCallStatusringing' };
      const { CallStatus: _gone, ...rest } = fields;
      const text = Object.keys(rest)
        .sort()
        .reduce(
          (sum, key) => sum + key + rest[key as keyof typeof rest],
          'https://nightdesk.test/api/twilio/incoming-call',
        );
      const signature = createHmac('sha1', 'twilio-auth-token-of-tests').update(text).digest('base64');
      await app
        .api()
        .post('/api/twilio/incoming-call')
        .type('form')
        .set('X-Twilio-Signature', signature)
        .send({ ...rest, CallerName: 'Jim', CallStatus: 'ringing' })
        .expect(403);
    });

    it.each([
      ['unsigned', {}],
      ['with a wrong secret', { 'x-vapi-secret': 'wrong' }],
      [
        'with a wrong signature',
        { 'x-timestamp': String(Math.floor(new Date(THURSDAY_922_PM).getTime() / 1000)), 'x-signature': 'ab' },
      ],
    ])('a Vapi message %s is refused with 403', async (_title, headers) => {
      const message = { type: 'status-update', status: 'ended', call: { id: 'x' } };
      await app
        .api()
        .post('/api/vapi/webhook')
        .set(headers as Record<string, string>)
        .send({ message })
        .expect(403);
    });

    it('a replayed Vapi message is refused after five minutes; the shared secret is taken as well', async () => {
      const message = { type: 'hang', call: { id: 'x' } };
      const now = app.clock.now().getTime();
      await app.vapi(message, now - 299_000).expect(200);
      await app.vapi(message, now - 301_000).expect(403);
      await app
        .api()
        .post('/api/vapi/webhook')
        .set('x-vapi-secret', 'vapi-webhook-secret-of-tests')
        .send({ message })
        .expect(200);
    });
  });

  it('unknown number: a polite sentence, voicemail, and a row for the operator', async () => {
    const lost = new Caller(app, '+13125559999');
    const twiml = await lost.rings();
    expect(twiml).toMatch(/nobody can take your call.*<Record/s);
    const [stray] = await app.db.everything('select * from routing.stray_calls where call_sid = $1', [lost.callSid]);
    expect(stray).toMatchObject({ to_number: '+13125559999' });
    await app
      .twilio('recording-status?of=voicemail', {
        CallSid: lost.callSid,
        RecordingSid: RECORDING,
        RecordingStatus: 'completed',
      })
      .expect(204);
    const [kept] = await app.db.everything('select * from routing.stray_calls where call_sid = $1', [lost.callSid]);
    expect(kept).toMatchObject({ recording_sid: RECORDING });
  });

  it('a hundred copies of every event in parallel leave the rows of one', async () => {
    const caller = Caller.of(app, metro);
    await Promise.all(Array.from({ length: 20 }, () => app.twilio('incoming-call', caller.form())));
    caller.providerCallId = `00000000-0000-7000-8000-${String(app.agent.started.length).padStart(12, '0')}`;
    const transcript = caller.message('transcript', { role: 'user', transcriptType: 'final', transcript: WATER });
    const toolCallList = [
      { id: 'one', function: { name: 'route_to_oncall', arguments: { issue_summary: 'Burst pipe' } } },
    ];
    const tool = caller.message('tool-calls', { toolCallList });
    const report = caller.report([['user', WATER, 2]]);
    const many = <T>(send: () => PromiseLike<T>) => Promise.all(Array.from({ length: 100 }, send));
    await many(() => caller.send(transcript));
    const answers = await many(() => caller.send(tool));
    await many(() => caller.send(report));
    await many(() => caller.status('completed', 61));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    const [{ id }] = [await caller.row()];
    const count = async (table: string) =>
      (await app.db.everything<{ n: number }>(`select count(*)::int as n from ${table} where call_id = $1`, [id]))[0]
        ?.n;
    expect(
      await Promise.all(['voice_sessions', 'call_turns', 'tool_calls', 'lead_cards', 'incidents'].map(count)),
    ).toEqual([1, 1, 1, 1, 1]);
    await app.settle();
    expect(app.telephony.textsTo(metro.mike).filter((text) => text.includes('EMERGENCY'))).toHaveLength(1);
  }, 60_000);

  it('events in any order end in the same state', async () => {
    const finals: unknown[] = [];
    for (let order = 0; order < 8; order += 1) {
      await app.clock.set(new Date(new Date(THURSDAY_922_PM).getTime() + order * 24 * 3600_000));
      const caller = Caller.of(app, metro);
      await caller.rings();
      await app.clock.advance(70);
      const ended = caller.message('status-update', { status: 'ended', endedReason: 'customer-ended-call' });
      const answered = caller.message('status-update', { status: 'in-progress' });
      const turn = caller.message('transcript', {
        role: 'user',
        transcriptType: 'final',
        transcript: 'My faucet has been dripping for a week',
      });
      const report = caller.report([
        ['bot', 'Hi', 0],
        ['user', 'My faucet has been dripping for a week', 2],
      ]);
      const events = [
        () => caller.send(answered),
        () => caller.send(turn),
        () => caller.send(ended),
        () => caller.send(report),
        () => caller.status('completed', 70),
      ];
      const shuffled = events
        .map((event, index) => ({ event, rank: (index * (order * 2 + 1) + order * 3) % 5 }))
        .sort((a, b) => a.rank - b.rank);
      for (const { event } of shuffled) await event();
      const { status, stage, classification, duration_seconds, summary, next_check_at } = await caller.row();
      const turns = await app.db.everything('select role, text from call_turns where call_id = $1 order by said_at', [
        (await caller.row()).id,
      ]);
      const card = await caller.card();
      finals.push({
        status,
        stage,
        classification,
        duration_seconds,
        summary,
        next_check_at,
        turns,
        issue: card?.['issue_summary'],
        done: card?.['completed_at'] !== null,
      });
    }
    for (const final of finals) expect(final).toEqual(finals[0]);
    expect(finals[0]).toMatchObject({ status: 'completed', stage: 'ended', duration_seconds: 70, done: true });
  }, 30_000);

  it.each([
    ['broken JSON', '{"classification":'],
    ['a list', '[1,2]'],
    ['a number', 7],
    ['unknown class', { classification: 'catastrophe' }],
    ['nothing', undefined],
    ['nested objects', { classification: { $ne: null }, service_type: ['x'] }],
  ])('malformed tool arguments (%s) are answered with an error string and 200', async (_title, args) => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    expect(await caller.tool('classify_call', args)).toMatch(/^ERROR /);
    expect((await caller.row()).classification).toBeNull();
  });

  it('an unknown tool, an unknown conversation and a message of unknown type are answered all the same', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    expect(await caller.tool('transfer_money', {})).toMatch(/ERROR There is no such tool/);
    const stranger = {
      type: 'tool-calls',
      call: { id: 'nobody' },
      toolCallList: [{ id: 'q', name: 'classify_call', parameters: {} }],
    };
    const answer = await caller.send(stranger).expect(200);
    expect(answer.body).toMatchObject({ results: [{ toolCallId: 'q', error: expect.any(String) }] });
    await caller.send({ type: 'speech-update', call: { id: caller.providerCallId } }).expect(200);
  });

  it('takes the legacy function-call with its own kind of answer', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    const functionCall = {
      name: 'classify_call',
      parameters: { classification: 'emergency', urgency_reasoning: 'gas smell in the basement' },
    };
    const answer = await caller.send(caller.message('function-call', { functionCall })).expect(200);
    expect((answer.body as { result: string }).result).toMatch(/Mike is being alerted.*leave the house/);
    expect(await caller.incidents()).toHaveLength(1);
  });

  it('AI-01: arguments that name other accounts, numbers or technicians change nothing', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    await caller.tool('route_to_oncall', {
      issue_summary: 'Flooding',
      account_id: apex.accountId,
      oncall_phone: '+19005550123',
      call_ref: 'x',
      caller_phone: '+19005550123',
    });
    const [incident] = await caller.incidents();
    expect(incident).toMatchObject({ account_id: metro.accountId, caller_phone: caller.from, callback_phone: null });
    expect(await app.db.everything('select 1 from incidents where account_id = $1', [apex.accountId])).toEqual([]);
  });

  it('AI-02: a flood of tool calls opens one incident and stops being listened to', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    for (let n = 0; n < 60; n += 1) await caller.tool('collect_caller_details', { issue_description: `note ${n}` });
    const [{ n }] = (await app.db.everything<{ n: number }>(
      'select count(*)::int as n from tool_calls where call_id = $1',
      [(await caller.row()).id],
    )) as [{ n: number }];
    expect(n).toBeLessThanOrEqual(60);
    expect(await caller.tool('collect_caller_details', { issue_description: 'more' })).toMatch(/enough for this call/);
    expect(await caller.tool('route_to_oncall', { issue_summary: 'Gas smell' })).toMatch(/Mike/);
    expect(await caller.incidents()).toHaveLength(1);
  }, 30_000);

  describe('scenario 34: the voice agent is down', () => {
    it.each(['timeout', 'error', 'no-capacity', 'bad-answer'] as const)(
      '%s: the caller is asked within 3 s; who says nothing gets the beep, and a card exists',
      async (reason) => {
        app.agent.outcome = unavailable(reason);
        const caller = Caller.of(app, metro);
        const started = performance.now();
        expect(await caller.rings()).toMatch(/Thanks for calling Metro Plumbing.*press 1 at any time.*<\/Gather>/s);
        expect(performance.now() - started).toBeLessThan(3000);
        expect(await caller.row()).toMatchObject({ handled_by: 'intake_ivr' });
        await caller.hears('voice/intake?q=1');
        expect(await caller.hears('voice/intake?q=2')).toMatch(/press 1 now.*<Record/s);
        expect(await caller.row()).toMatchObject({ handled_by: 'voicemail' });
        await app.clock.advance(40);
        const sid = `RE${caller.callSid.slice(2)}`;
        expect(await caller.hears('voice/voicemail-done', { RecordingSid: sid, RecordingDuration: '21' })).toMatch(
          /our office will call you first thing in the morning/,
        );
        await caller.status('completed', 40).expect(204);
        expect(await caller.card()).toMatchObject({ issue_summary: 'Voicemail: needs listening' });
      },
    );

    it('the message is written down, triaged, and an emergency in it pages the technician', async () => {
      app.agent.outcome = unavailable('error');
      const caller = Caller.of(app, metro);
      await caller.rings();
      const sid = `RE${caller.callSid.slice(2)}`;
      await caller.hears('voice/voicemail-done', { RecordingSid: sid, RecordingDuration: '12' });
      await app
        .twilio('recording-status?of=voicemail', {
          CallSid: caller.callSid,
          RecordingSid: sid,
          RecordingStatus: 'completed',
          RecordingDuration: '12',
        })
        .expect(204);
      await caller.status('completed', 30).expect(204);
      const { id } = await caller.row();
      await expect(app.job('voicemail.transcribe', metro.accountId, id)).rejects.toThrow(/not ready/);
      app.telephony.recordings.set(sid, { contentType: 'audio/mpeg', bytes: new Uint8Array([1]) });
      app.transcriber.words = 'This is Jim Kowalski at 218 Oak Lane, water is spraying out of a pipe in my basement';
      await app.job('voicemail.transcribe', metro.accountId, id);
      await app.job('voicemail.transcribe', metro.accountId, id);
      expect(await caller.row()).toMatchObject({ classification: 'emergency', voicemail_text: app.transcriber.words });
      expect(await caller.incidents()).toMatchObject([{ opened_by: 'voicemail' }]);
      expect(await caller.card()).toMatchObject({
        classification: 'emergency',
        issue_summary: expect.stringMatching(/water is spraying/),
      });
    });

    it('silence is not judged: the card asks for a listener', async () => {
      app.agent.outcome = unavailable('error');
      const caller = Caller.of(app, metro);
      await caller.rings();
      const sid = `RE${caller.callSid.slice(2)}`;
      await caller.hears('voice/voicemail-done', { RecordingSid: sid, RecordingDuration: '3' });
      app.telephony.recordings.set(sid, { contentType: 'audio/mpeg', bytes: new Uint8Array([1]) });
      app.transcriber.words = '';
      await caller.status('completed', 8).expect(204);
      await app.job('voicemail.transcribe', metro.accountId, (await caller.row()).id);
      expect(await caller.row()).toMatchObject({ classification: null, voicemail_text: '' });
      expect(await caller.card()).toMatchObject({
        classification: 'routine',
        issue_summary: 'Voicemail: needs listening',
      });
    });

    it('key 1 opens the incident at once, before a word has been recorded', async () => {
      app.agent.outcome = unavailable('timeout');
      const caller = Caller.of(app, metro);
      await caller.rings();
      expect(await caller.hears('voice/voicemail-key', { Digits: '1' })).toMatch(
        /technician is being alerted.*<Record/s,
      );
      expect(await caller.incidents()).toMatchObject([{ opened_by: 'voicemail' }]);
      expect(await caller.card()).toMatchObject({ classification: 'emergency' });
    });

    it('another key goes on to the recording', async () => {
      app.agent.outcome = unavailable('timeout');
      const caller = Caller.of(app, metro);
      await caller.rings();
      expect(await caller.hears('voice/voicemail-key', { Digits: '5' })).toMatch(/<Record/);
      expect(await caller.incidents()).toEqual([]);
    });

    it('the fallback address answers with voicemail too', async () => {
      expect(
        await Caller.of(app, metro).hears('voice/fallback', { CallStatus: 'ringing', ErrorCode: '11205' }),
      ).toMatch(/<Record/);
    });
  });

  describe('webhooks that never come', () => {
    const turns = {
      providerCallId: '',
      endedReason: 'customer-ended-call',
      startedAt: null,
      endedAt: null,
      summary: 'Fetched.',
    };

    it('a lost report is asked for two minutes after the call, then the books are closed', async () => {
      const caller = Caller.of(app, metro);
      await caller.rings();
      await app.clock.advance(60);
      await caller.status('completed', 60).expect(204);
      app.agent.reports.set(caller.providerCallId, {
        ...turns,
        providerCallId: caller.providerCallId,
        turns: [{ role: 'caller', text: WATER, secondsFromStart: 3 }],
      });
      await app.clock.advance(119);
      await app.settle();
      expect((await caller.row()).summary).toBeNull();
      await app.clock.advance(2);
      await app.settle();
      expect(await caller.row()).toMatchObject({
        summary: 'Fetched.',
        classification: 'emergency',
        next_check_at: null,
      });
      expect(await caller.incidents()).toHaveLength(1);
    });

    it('a report that never exists: asked at 2, 10 and 60 minutes, a card from what there is', async () => {
      const caller = Caller.of(app, metro);
      await caller.rings();
      await caller.says('My faucet has been dripping for a week');
      await app.clock.advance(60);
      await caller.status('completed', 60).expect(204);
      for (const seconds of [121, 481, 3001]) {
        await app.clock.advance(seconds);
        await app.settle();
      }
      expect(await caller.row()).toMatchObject({ status: 'completed', stage: 'ended', next_check_at: null });
      expect(await caller.card()).toMatchObject({
        classification: 'routine',
        issue_summary: 'My faucet has been dripping for a week',
      });
    });

    it.each([
      ['is over', 'completed', /completed|abandoned/],
      ['is not known to it any more', null, /completed|abandoned/],
      ['is still up', 'in-progress', /in_progress|ringing/],
    ])('nothing at all: after half an hour the carrier says that the call %s', async (_said, word, status) => {
      const caller = Caller.of(app, metro);
      await caller.rings();
      if (word) app.telephony.statuses.set(caller.callSid, word);
      await app.clock.advance(30 * 60 + 1);
      await app.settle();
      expect(await caller.row()).toMatchObject({ status: expect.stringMatching(status) });
    });
  });

  it('law 5: with the database gone a caller still hears voicemail', async () => {
    const known = Caller.of(app, metro);
    await known.rings();
    const broken = breakDatabase(app);
    try {
      const caller = Caller.of(app, metro);
      expect(await caller.rings()).toMatch(/Thanks for calling Metro Plumbing.*<Record/s);
      expect(await caller.hears('voice/after-agent')).toMatch(/<Record/);
      expect(await known.hears('voice/intake?q=1', { SpeechResult: WATER })).toMatch(/rest of your message.*<Record/s);
      expect(await known.hears('voice/intake-wait?n=1')).toMatch(/<Record/);
    } finally {
      broken.repair();
    }
  });
});

/** Makes every statement of the application fail, as a dead server would. */
function breakDatabase(app: TestApp): { repair: () => void } {
  const source = app.http.get(DataSource, { strict: false });
  const alive = {
    transaction: source.transaction.bind(source),
    createQueryRunner: source.createQueryRunner.bind(source),
  };
  const dead = (): never => {
    throw new Error('connect ECONNREFUSED');
  };
  Object.assign(source, {
    transaction: () => Promise.reject(new Error('connect ECONNREFUSED')),
    createQueryRunner: dead,
  });
  return { repair: () => void Object.assign(source, alive) };
}
