import type { CallClass } from '@domain/triage/triage.types';
import { newId } from '@platform/tenancy/new-id';
import { DateTime } from 'luxon';
import { DigestService } from '../src/digest/digest.service.js';
import { EscalationService } from '../src/escalation/escalation.service.js';
import { LeadCardsService } from '../src/lead-cards/lead-cards.service.js';
import type { CardDraft } from '../src/lead-cards/lead-cards.types.js';
import { addMember } from './harness/people.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

interface Digest {
  id: string;
  digest_date: string;
  window_start: Date;
  window_end: Date;
  total_calls: number;
  content: string;
  attempts: number;
  last_error: string | null;
  sent_at: Date | null;
}
interface Job {
  id: string;
  start_after: Date;
  created_on: Date;
}
interface GivenCall {
  at: string;
  classification?: CallClass;
  status?: string;
  summary?: string;
  card?: Partial<CardDraft>;
}

const at = (iso: string, zone = 'America/Chicago') => DateTime.fromISO(iso, { zone }).toJSDate();

describe('The morning digest', () => {
  let app: TestApp;
  let digests: DigestService;
  let area = 300;

  beforeAll(async () => {
    app = await TestApp.start();
    digests = app.http.get(DigestService, { strict: false });
  });
  beforeEach(() => {
    app.chat.posts.length = 0;
    app.chat.outcome = { kind: 'posted' };
  });
  afterAll(() => app.close());

  /** A contractor whose first digest is armed at the given local time. */
  async function contractor(now: string, timeZone = 'America/Chicago'): Promise<SeededAccount> {
    area += 1;
    const account = await seedAccount(app.db, { name: 'Metro Plumbing', area: String(area), timeZone });
    await app.clock.set(at(now, timeZone));
    await digests.ensureSchedule(account.accountId);
    return account;
  }

  async function aCall(account: SeededAccount, given: GivenCall): Promise<string> {
    const id = newId();
    const { classification = 'routine', status = 'completed', summary = null } = given;
    const calledAt = at(given.at);
    await app.db.accounts.within(account.accountId, async (tx) => {
      await tx.query(
        `insert into calls (account_id, id, line_id, call_sid, caller_phone, status, handled_by, called_at, classification, summary)
         values ($1, $2, $3, $4, '+13125550141', $5, 'ai', $6, $7, $8)`,
        [account.accountId, id, account.lineId, `CA${id}`, status, calledAt, classification, summary],
      );
      if (!given.card || classification === 'spam' || classification === 'ambiguous') return;
      const base = { callId: id, calledAt, classification, callerPhone: '+13125550141' } as const;
      const priority = classification === 'emergency' ? 'emergency' : 'routine';
      await app.http.get(LeadCardsService, { strict: false }).save(tx, { ...base, priority, ...given.card });
    });
    return id;
  }

  async function emergencyAccepted(account: SeededAccount, callId: string, acceptedAt: Date): Promise<void> {
    await app.db.accounts.within(account.accountId, async (tx) => {
      const report = { callId, callSid: `CA${callId}`, lineNumber: account.line, callerPhone: null };
      const escalation = app.http.get(EscalationService, { strict: false });
      await escalation.open(tx, { ...report, issueSummary: 'Burst pipe', openedBy: 'rules' });
      await tx.query(
        `update incidents set state = 'contacted', next_fire_at = null, accepted_name = 'Mike T.', accepted_via = 'sms',
           accepted_at = $3, contacted_at = $3::timestamptz + interval '3 minutes' where account_id = $1 and call_id = $2`,
        [account.accountId, callId, acceptedAt],
      );
    });
  }

  const history = (account: SeededAccount) =>
    app.db.everything<Digest>(
      `select *, digest_date::text as digest_date from digest_history where account_id = $1 order by window_end`,
      [account.accountId],
    );
  const jobsOf = (digestId: string) =>
    app.db.everything<Job>(
      `select id, start_after, created_on from pgboss.job where name = 'digest.deliver' and data ->> 'id' = $1 order by created_on`,
      [digestId],
    );
  const alarmOf = async (account: SeededAccount) =>
    (
      await app.db.everything<{ due_at: Date }>(
        `select due_at from routing.alarms where kind = 'digest' and account_id = $1`,
        [account.accountId],
      )
    )[0]?.due_at;

  async function morning(account: SeededAccount, now: string, timeZone = 'America/Chicago'): Promise<Digest> {
    await app.clock.set(at(now, timeZone));
    await app.settle();
    const digest = (await history(account)).at(-1);
    if (!digest) throw new Error('no digest was made');
    return digest;
  }

  it('PRD section 13: Friday 6:00 AM tells the night, and the 6:10 AM spam call comes on Saturday (decision 10)', async () => {
    const metro = await contractor('2026-02-12T17:00');
    await aCall(metro, {
      at: '2026-02-12T19:45',
      card: { callerName: 'Sarah Chen', issueSummary: 'Water heater quote' },
    });
    await aCall(metro, {
      at: '2026-02-12T20:30',
      card: { callerName: 'Doug Patterson', issueSummary: 'Furnace service' },
    });
    const jim = await aCall(metro, {
      at: '2026-02-12T21:22',
      classification: 'emergency',
      card: {
        callerName: 'Jim Kowalski',
        issueSummary: 'Burst pipe',
        address: '218 Oak Lane',
        serviceType: 'plumbing',
      },
    });
    await emergencyAccepted(metro, jim, at('2026-02-12T21:24'));
    const friday = await morning(metro, '2026-02-13T06:00');
    expect(friday).toMatchObject({
      digest_date: '2026-02-13',
      window_start: at('2026-02-12T17:00'),
      window_end: at('2026-02-13T06:00'),
      total_calls: 3,
      sent_at: null,
    });
    expect(friday.content).toContain('3 calls | 5:00 PM Thu - 6:00 AM Fri');
    expect(friday.content).toContain('EMERGENCIES (1) - Handled in real time\n1. Jim Kowalski - Burst pipe');
    expect(friday.content).toContain('On-call (Mike T.) acknowledged at 9:24 PM. Dispatched at 9:27 PM.');

    await aCall(metro, { at: '2026-02-13T06:10', classification: 'spam', summary: 'Marketing pitch' });
    const saturday = await morning(metro, '2026-02-14T06:00');
    expect(saturday).toMatchObject({ total_calls: 1, window_start: at('2026-02-13T06:00') });
    expect(saturday.content).toContain('SPAM / VENDOR (1)');
    expect(await history(metro)).toHaveLength(2);
  });

  it('scenario 30: nobody called', async () => {
    const metro = await contractor('2026-02-12T17:00');
    expect((await morning(metro, '2026-02-13T06:00')).content).toBe('No overnight calls. All quiet.');
  });

  it('VTCR 3.1: eight workers at once make one digest and one delivery, posted once', async () => {
    const metro = await contractor('2026-02-12T17:00');
    await app.clock.set(at('2026-02-13T06:00'));
    await Promise.all(Array.from({ length: 8 }, () => digests.compile(metro.accountId)));
    const [digest, ...others] = await history(metro);
    expect(others).toEqual([]);
    expect(await jobsOf(digest?.id ?? '')).toHaveLength(1);
    await app.job('digest.deliver', metro.accountId, digest?.id ?? '');
    await app.job('digest.deliver', metro.accountId, digest?.id ?? '');
    expect(app.chat.posts.map((post) => post.webhookUrl)).toEqual([
      'https://hooks.slack.com/services/T00000000/B00000000/metro',
    ]);
    expect((await history(metro))[0]).toMatchObject({ attempts: 1, sent_at: at('2026-02-13T06:00') });
  });

  it('scenario 31, VTCR 3.2: a failing channel is tried again after 15 minutes, three times in all; the digest stays readable', async () => {
    const metro = await contractor('2026-02-12T17:00');
    const { id } = await morning(metro, '2026-02-13T06:00');
    app.chat.outcome = { kind: 'failed', reason: 'http-503' };
    for (let attempt = 1; attempt <= 3; attempt += 1) await app.job('digest.deliver', metro.accountId, id);
    const jobs = await jobsOf(id);
    const delays = jobs.map((job) => Math.round((job.start_after.getTime() - job.created_on.getTime()) / 60_000));
    expect(delays).toEqual([0, 15, 15]);
    expect((await history(metro))[0]).toMatchObject({ attempts: 3, last_error: 'http-503', sent_at: null });
    app.chat.outcome = { kind: 'posted' };
    await app.job('digest.deliver', metro.accountId, id);
    expect((await history(metro))[0]).toMatchObject({ last_error: null, sent_at: at('2026-02-13T06:00') });
  });

  it('VTCR 3.2: Retry sends it by the channel that is set now, once however often it is pressed', async () => {
    const metro = await contractor('2026-02-12T17:00');
    const dana = await addMember(app, metro, 'dispatcher', 'Dana');
    const { id } = await morning(metro, '2026-02-13T06:00');
    app.chat.outcome = { kind: 'rejected', reason: 'channel_is_archived' };
    await app.job('digest.deliver', metro.accountId, id);
    app.chat.outcome = { kind: 'posted' };
    const retry = (digestId = id) =>
      app
        .api()
        .post(`/api/v1/accounts/${metro.accountId}/digests/${digestId}/retry`)
        .auth(dana.token, { type: 'bearer' });
    await Promise.all([retry().expect(202), retry().expect(202)]);
    expect(await jobsOf(id)).toHaveLength(2);
    await Promise.all([1, 2, 3].map(() => app.job('digest.deliver', metro.accountId, id)));
    expect(app.chat.posts).toHaveLength(2);
    expect((await history(metro))[0]).toMatchObject({ attempts: 2, last_error: null });
    expect((await retry().expect(409)).body).toMatchObject({ code: 'digest-already-sent' });
    await retry('01890000-0000-7000-8000-000000000001').expect(404);
  });

  it('a try that died with its worker is tried again when its time is up', async () => {
    const metro = await contractor('2026-02-12T17:00');
    const { id } = await morning(metro, '2026-02-13T06:00');
    const dying = (until: string) =>
      app.db.accounts.within(metro.accountId, (tx) =>
        tx.query(`update digest_history set attempts = 1, trying_until = ${until} where account_id = $1`, [
          metro.accountId,
        ]),
      );
    await dying(`clock_timestamp() + interval '1 minute'`);
    await app.job('digest.deliver', metro.accountId, id);
    expect(app.chat.posts).toHaveLength(0);
    await dying(`clock_timestamp() - interval '1 second'`);
    await app.job('digest.deliver', metro.accountId, id);
    expect(app.chat.posts).toHaveLength(1);
  });

  const wants = (account: SeededAccount, channel: string, columns: string) =>
    app.db.accounts.within(account.accountId, (tx) =>
      tx.query(`update after_hours_configs set digest_channel = $2, ${columns} where account_id = $1`, [
        account.accountId,
        channel,
      ]),
    );

  it('VTCR 3.2: goes by e-mail, once however often the job runs', async () => {
    const metro = await contractor('2026-02-12T17:00');
    await wants(metro, 'email', `digest_email = 'dispatch@metro.example'`);
    await aCall(metro, { at: '2026-02-12T21:22', card: { callerName: 'Jim Kowalski' } });
    const { id } = await morning(metro, '2026-02-13T06:00');
    await app.job('digest.deliver', metro.accountId, id);
    await app.job('digest.deliver', metro.accountId, id);
    const sent = app.mailer.sent.filter(({ to }) => to === 'dispatch@metro.example');
    expect(sent).toMatchObject([
      { subject: 'Metro Plumbing: OVERNIGHT CALL DIGEST - Fri, Feb 13, 2026', idempotencyKey: `digest/${id}` },
    ]);
    expect(sent[0]?.text).toContain('Jim Kowalski');
  });

  it('VTCR 3.2: goes as a text with the counts and a link', async () => {
    const metro = await contractor('2026-02-12T17:00');
    await wants(metro, 'sms', `digest_phone = '+13125550190'`);
    const { id } = await morning(metro, '2026-02-13T06:00');
    await app.job('digest.deliver', metro.accountId, id);
    const text = app.telephony.texts.findLast(({ to }) => to === '+13125550190');
    expect(text?.body).toBe(
      `OVERNIGHT DIGEST - Metro Plumbing\nNo overnight calls. All quiet.\nhttps://nightdesk.test/a/${metro.accountId}/digest`,
    );
    expect((await history(metro))[0]).toMatchObject({ last_error: null });
  });

  it.each([
    ['email', `digest_email = null`, 'no-email-address'],
    ['sms', `digest_phone = null`, 'no-phone-number'],
    ['slack', `digest_slack_webhook = null`, 'no-slack-webhook'],
  ])('by %s without an address says so and is not tried again', async (channel, columns, reason) => {
    const metro = await contractor('2026-02-12T17:00');
    await wants(metro, channel, columns);
    const { id } = await morning(metro, '2026-02-13T06:00');
    await app.job('digest.deliver', metro.accountId, id);
    expect(await jobsOf(id)).toHaveLength(1);
    expect((await history(metro))[0]).toMatchObject({ last_error: reason, sent_at: null });
  });

  it('a channel that is gone for good is not tried again', async () => {
    const metro = await contractor('2026-02-12T17:00');
    const { id } = await morning(metro, '2026-02-13T06:00');
    app.chat.outcome = { kind: 'rejected', reason: 'channel_is_archived' };
    await app.job('digest.deliver', metro.accountId, id);
    expect(await jobsOf(id)).toHaveLength(1);
    expect((await history(metro))[0]).toMatchObject({ last_error: 'channel_is_archived', sent_at: null });
  });

  it('decision 10: a call still running at 6:00, and one written down too late, come with the next digest, once', async () => {
    const metro = await contractor('2026-02-12T17:00');
    const running = await aCall(metro, { at: '2026-02-13T05:58', status: 'in_progress' });
    expect((await morning(metro, '2026-02-13T06:00')).total_calls).toBe(0);
    await app.db.accounts.within(metro.accountId, (tx) =>
      tx.query(`update calls set status = 'completed' where account_id = $1 and id = $2`, [metro.accountId, running]),
    );
    await aCall(metro, { at: '2026-02-13T05:59:59', card: { callerName: 'Late Larry' } });
    const saturday = await morning(metro, '2026-02-14T06:00');
    expect(saturday.content).toContain('Late Larry');
    expect(saturday.total_calls).toBe(2);
    expect((await morning(metro, '2026-02-15T06:00')).total_calls).toBe(0);
  });

  it('after a night without workers there is one digest, up to now, and the next is on time', async () => {
    const metro = await contractor('2026-02-12T17:00');
    await aCall(metro, { at: '2026-02-13T07:30', card: { callerName: 'Early Erin' } });
    const digest = await morning(metro, '2026-02-13T08:30');
    expect(digest.content).toContain('5:00 PM Thu - 8:30 AM Fri');
    expect(await alarmOf(metro)).toEqual(at('2026-02-14T06:00'));
  });

  it.each([
    ['2026-03-07T17:00', '2026-03-08T06:00', 13 - 1],
    ['2026-10-31T17:00', '2026-11-01T06:00', 13 + 1],
  ])('over the clock change from %s it is 06:00 on the clock at %s: %i hours', async (evening, six, hours) => {
    const metro = await contractor(evening);
    expect(await alarmOf(metro)).toEqual(at(six));
    expect((await morning(metro, six)).window_end).toEqual(at(six));
    expect((at(six).getTime() - at(evening).getTime()) / 3_600_000).toBe(hours);
  });

  it("TIM-03: each account has its own six o'clock, and a change of zone never makes two digests of one date", async () => {
    const east = await contractor('2026-02-12T17:00', 'America/New_York');
    const first = await morning(east, '2026-02-13T06:00', 'America/New_York');
    expect(first.window_end).toEqual(at('2026-02-13T05:00'));
    await app.db.accounts.within(east.accountId, (tx) =>
      tx.query(`update accounts set time_zone = 'America/Los_Angeles' where account_id = $1`, [east.accountId]),
    );
    await digests.ensureSchedule(east.accountId);
    expect(await alarmOf(east)).toEqual(at('2026-02-14T06:00', 'America/Los_Angeles'));
    const second = await morning(east, '2026-02-14T06:00', 'America/Los_Angeles');
    expect(second.window_start).toEqual(first.window_end);
  });

  it('switched off, there is no alarm; switched on again, it starts afresh', async () => {
    const metro = await contractor('2026-02-12T17:00');
    const enable = (enabled: boolean) =>
      app.db.accounts.within(metro.accountId, (tx) =>
        tx.query(`update after_hours_configs set digest_enabled = $2 where account_id = $1`, [
          metro.accountId,
          enabled,
        ]),
      );
    await enable(false);
    await digests.ensureSchedule(metro.accountId);
    expect(await alarmOf(metro)).toBeUndefined();
    await enable(true);
    await digests.ensureSchedule(metro.accountId);
    expect(await alarmOf(metro)).toEqual(at('2026-02-13T06:00'));
  });

  it('a restart after 06:00 does not lose the digest that is owed', async () => {
    const metro = await contractor('2026-02-12T17:00');
    await app.clock.set(at('2026-02-13T06:20'));
    await digests.ensureSchedule(metro.accountId);
    await app.settle();
    expect(await history(metro)).toHaveLength(1);
  });

  describe('in the app', () => {
    let metro: SeededAccount;
    let apex: SeededAccount;

    beforeAll(async () => {
      metro = await contractor('2026-02-12T17:00');
      apex = await contractor('2026-02-12T17:00', 'America/Denver');
      await aCall(metro, { at: '2026-02-12T18:00', card: { callerName: 'cnry_metro_caller' } });
      await aCall(metro, { at: '2026-02-12T19:00', classification: 'spam', summary: 'Ads' });
      await aCall(metro, { at: '2026-02-12T19:30', status: 'abandoned' });
      await morning(metro, '2026-02-13T06:00');
      await morning(metro, '2026-02-14T06:00');
    });

    it('VTCR 3.1: the list, the digest and the overview say the same', async () => {
      const { token } = await signInAs(app, metro, 'csr');
      const get = (path: string) =>
        app.api().get(`/api/v1/accounts/${metro.accountId}${path}`).auth(token, { type: 'bearer' }).expect(200);
      const first = (await get('/digests?limit=1')).body as { data: { id: string }[]; nextCursor: string };
      const second = (await get(`/digests?limit=1&after=${first.nextCursor}`)).body as { data: { id: string }[] };
      const friday = (await get(`/digests/${second.data[0]?.id ?? ''}`)).body as { entries: object[] };
      expect(second).toEqual({ data: [friday], nextCursor: null });
      expect(friday).toMatchObject({
        digestDate: '2026-02-13',
        headline: '3 overnight calls: 1 needs callback, 1 spam, 1 abandoned',
        entries: [
          { position: 1, section: 'callback', callerName: 'cnry_metro_caller', disposition: '' },
          { position: 2, section: 'spam', issue: 'Ads', leadCardId: null },
        ],
      });
      expect((await get('/overview')).body).toMatchObject({
        account: { name: 'Metro Plumbing', timeZone: 'America/Chicago' },
        agent: { active: true, answering: true, badge: 'Active -- AI answers calls from 5:00 PM to 8:00 AM' },
        liveCalls: 0,
        openIncidents: 0,
        needsCallback: 1,
        onCall: { name: 'Mike T.' },
        lastDigest: { headline: 'No overnight calls. All quiet.' },
        line: { number: metro.line },
      });
    });

    it('another account sees nothing', async () => {
      const { token } = await signInAs(app, apex, 'owner');
      const get = (account: SeededAccount, path: string) =>
        app.api().get(`/api/v1/accounts/${account.accountId}${path}`).auth(token, { type: 'bearer' });
      const [digest] = await history(metro);
      await get(apex, `/digests/${digest?.id ?? ''}`).expect(404);
      await get(metro, '/digests').expect(404);
      await get(metro, '/overview').expect(404);
      for (const path of ['/digests', '/overview'])
        expect((await get(apex, path).expect(200)).text).not.toContain('cnry_metro');
    });
  });
});
