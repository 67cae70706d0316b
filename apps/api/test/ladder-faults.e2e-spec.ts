import { mayDial, type E164 } from '@domain/phone/e164';
import { jest } from '@jest/globals';
import { seedAccount, type SeededAccount, type SeedOptions } from './harness/seed-account.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

/** Area codes of the mainland, each used once: phones of two tests must not meet. */
const AREAS = Array.from({ length: 800 }, (_, index) => String(200 + index)).filter(
  (area) => !/11$|^9|^976/.test(area) && mayDial(`+1${area}5550100` as E164),
);

// Hours pass in these stories, in steps that each sweep a real database.
jest.setTimeout(30_000);

describe('The ladder when things go wrong', () => {
  let app: TestApp;
  let areas = 0;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  afterEach(async () => {
    app.telephony.texts.length = 0;
    app.telephony.calls.length = 0;
    app.telephony.moves.length = 0;
    app.agent.said.length = 0;
    app.telephony.callerGone = false;
    app.telephony.canBeAsked = true;
    app.telephony.onSms = () => undefined;
    app.telephony.onCall = () => undefined;
    // What a test leaves open must not ring in the next one.
    await app.db.everything(`delete from routing.alarms`);
  });

  const world = async (options: SeedOptions = {}): Promise<[LadderWorld, SeededAccount]> => {
    await app.clock.set('2026-02-13T03:22:00Z');
    const account = await seedAccount(app.db, { area: AREAS[areas++] ?? '312', ...options });
    return [new LadderWorld(app, account), account];
  };

  describe('accepting', () => {
    it('two techs accepting together: one wins, the other is told who', async () => {
      const [night, { mike, dana }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await app.pass(600, 60);
      await Promise.all([night.replies(mike, 'on it'), night.replies(dana, 'on it')]);
      await app.settle();
      const { accepted_name: winner } = await night.incident(opened.incidentId);
      const [winnerPhone, loserPhone] = winner === 'Dana' ? [dana, mike] : [mike, dana];
      expect(night.textsTo(winnerPhone).at(-1)).toContain('Got it. Caller info');
      // Nothing unasked follows an alert within its minute.
      await app.pass(60, 30);
      const toLoser = night.textsTo(loserPhone).slice(1).join('\n');
      expect(toLoser).toContain(`${winner} took it at 9:32 PM`);
      expect(toLoser).toContain(`${winner} already took it at 9:32 PM`);
      expect((await night.journal(opened.incidentId)).filter((event) => event === 'incident.accepted')).toHaveLength(1);
    });

    it('two incidents, one tech: a bare "1" is answered with the list, a code takes the one it names, ALL takes the rest', async () => {
      const [night, { mike }] = await world();
      const first = await night.emergency();
      const second = await night.emergency({
        callerPhone: '+13125550523',
        callerName: 'Linda Morrison',
        issueSummary: 'Ceiling leak',
      });
      await app.settle();
      expect(second.code).not.toBe(first.code);
      await night.replies(mike, '1');
      expect(night.textsTo(mike).at(-1)).toMatch(
        /^2 emergencies are open\. Reply with the code, e\.g\. \w\w 1\n\w\w: Linda Morrison, Ceiling leak\n\w\w: Jim Kowalski/,
      );
      expect((await night.incident(first.incidentId)).state).toBe('alerting');
      await night.replies(mike, `${second.code.toLowerCase()} 1`);
      expect((await night.incident(second.incidentId)).state).toBe('accepted');
      expect((await night.incident(first.incidentId)).state).toBe('alerting');
      await night.replies(mike, 'all');
      expect((await night.incident(first.incidentId)).state).toBe('accepted');
    });

    it('a tech is rung for one emergency at a time, and texted for both at once', async () => {
      const [night, { mike }] = await world();
      await night.emergency();
      await night.emergency({ callerPhone: '+13125550523', callerName: 'Linda Morrison' });
      await app.settle();
      expect(night.textsTo(mike)).toHaveLength(2);
      expect(night.callsTo(mike)).toBe(1);
      await night.legEnds(mike, 'no-answer');
      expect(night.callsTo(mike)).toBe(2);
    });

    it('a tech of two contractors answers the one whose number was texted', async () => {
      const [metro, one] = await world();
      const [other, two] = await world();
      await app.db.everything(`update contacts set phone = $1 where account_id = $2 and name = 'Mike T.'`, [
        one.mike,
        two.accountId,
      ]);
      const first = await metro.emergency();
      const second = await other.emergency();
      await app.settle();
      await other.replies(one.mike, 'got it');
      expect((await other.incident(second.incidentId)).state).toBe('accepted');
      expect((await metro.incident(first.incidentId)).state).toBe('alerting');
    });

    it('the same webhook twice, and at once: one acceptance, one text', async () => {
      const [night, { mike }] = await world();
      const opened = await night.emergency();
      await app.settle();
      const sid = `SM${'7'.repeat(32)}`;
      const answers = await Promise.all([1, 2, 3, 4].map(() => night.replies(mike, 'got it', sid)));
      expect(answers.every((answer) => !answer.includes('<Message>'))).toBe(true);
      await app.settle();
      expect(night.textsTo(mike)).toHaveLength(2);
      expect((await night.journal(opened.incidentId)).filter((event) => event === 'incident.accepted')).toHaveLength(1);
    });

    it('a stranger, and a contact who was not paged, change nothing; a stranger gets no answer', async () => {
      const [night, { dana }] = await world();
      const opened = await night.emergency();
      await app.settle();
      expect(await night.replies('+12125550999', '1')).toContain('<Response/>');
      expect(await night.replies(dana, `${opened.code} 1`)).toContain('not open for you');
      expect((await night.incident(opened.incidentId)).state).toBe('alerting');
    });

    it('another account sees, accepts and hears nothing', async () => {
      const [night, { mike }] = await world();
      const [stranger] = await world();
      const opened = await night.emergency();
      await app.settle();
      await stranger.replies(mike, '1');
      expect((await night.incident(opened.incidentId)).state).toBe('alerting');
      const leg = night.legTo(mike);
      const foreign = leg.answerUrl.replace(night.account.accountId, stranger.account.accountId);
      const answer = await app
        .twilio(foreign.slice(foreign.indexOf('legs/')), { CallSid: leg.sid, CallStatus: 'in-progress' })
        .expect(200);
      expect(answer.text).not.toContain('Jim');
      expect(answer.text).toContain('<Hangup/>');
    });

    it('an unsigned webhook is refused and changes nothing', async () => {
      const [night, { mike, line }] = await world();
      const opened = await night.emergency();
      await app.settle();
      const form = {
        MessageSid: `SM${'8'.repeat(32)}`,
        AccountSid: `AC${'a'.repeat(32)}`,
        From: mike,
        To: line,
        Body: '1',
      };
      await app
        .api()
        .post('/api/twilio/sms-incoming')
        .type('form')
        .set('X-Twilio-Signature', 'forged')
        .send(form)
        .expect(403);
      expect((await night.incident(opened.incidentId)).state).toBe('alerting');
    });

    it('ETA, HERE and DONE follow the job to its value', async () => {
      const [night, { mike }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await night.replies(mike, 'ETA 25');
      expect(await night.incident(opened.incidentId)).toMatchObject({ state: 'contacted', eta_minutes: 25 });
      await night.replies(mike, 'here');
      expect((await night.incident(opened.incidentId)).state).toBe('contacted');
      await night.replies(mike, 'DONE 1850');
      expect(await night.incident(opened.incidentId)).toMatchObject({ state: 'resolved', job_value_cents: '185000' });
      expect(night.textsTo(mike).at(-1)).toContain('Job value $1,850.');
    });

    it('key 2 promises to call back, the caller stays with the agent and is told so', async () => {
      const [night, { mike }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await night.presses(mike, '2');
      expect(await night.incident(opened.incidentId)).toMatchObject({
        state: 'accepted',
        accepted_via: 'key',
        contacted_at: null,
      });
      expect(app.telephony.moves).toEqual([]);
      expect(app.agent.said.at(-1)).toContain('Mike has your information and will be calling you back');
    });

    it('key 1 after the caller has hung up: the tech is offered to ring them from the business number', async () => {
      const [night, { mike, line }] = await world();
      await night.emergency();
      await app.settle();
      app.telephony.callerGone = true;
      expect(await night.presses(mike, '1')).toContain('Press 1 to ring them now');
      const leg = night.legTo(mike);
      const ring = await app
        .twilio(`legs/ring${leg.answerUrl.slice(leg.answerUrl.indexOf('?'))}`, {
          CallSid: leg.sid,
          CallStatus: 'in-progress',
          Digits: '1',
        })
        .expect(200);
      expect(ring.text).toContain(`callerId="${line}"`);
      expect(ring.text).toContain('<Number>+13125550415</Number>');
    });
  });

  describe('passing and falling silent', () => {
    it('a refusal by text pages the next person now, tells the caller, and leaves the refuser alone', async () => {
      const [night, { mike, dana }] = await world();
      await night.emergency();
      await app.settle();
      await app.pass(10);
      await night.replies(mike, "can't, out of town");
      expect(night.textsTo(dana)[0]).toContain('EMERGENCY CALL');
      expect(app.agent.said[0]).toContain("I wasn't able to reach Mike directly");
      const [texts, calls] = [night.textsTo(mike).length, night.callsTo(mike)];
      await app.pass(300, 50);
      expect([night.textsTo(mike).length, night.callsTo(mike)]).toEqual([texts, calls]);
    });

    it('key 3 pages the next person now', async () => {
      const [night, { mike, dana }] = await world();
      await night.emergency();
      await app.settle();
      await night.presses(mike, '3');
      expect(night.textsTo(dana)).toHaveLength(1);
    });

    it('a roster without backup costs no extra time: the owner takes the slot at ten minutes', async () => {
      const [night, { dave }] = await world({ backup: false });
      await night.emergency();
      await app.settle();
      await app.pass(595, 60);
      expect(night.textsTo(dave)).toEqual([]);
      await app.pass(5);
      expect(night.textsTo(dave)[0]).toContain('UNRESOLVED EMERGENCY');
    });

    it('STOP: never an acceptance; the owner is told, and the ladder moves on by voice at once', async () => {
      const [night, { mike, dave }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await night.legEnds(mike, 'no-answer');
      await night.replies(mike, 'STOP');
      expect((await night.incident(opened.incidentId)).state).toBe('alerting');
      expect(night.textsTo(dave)[0]).toContain('Mike T. texted STOP');
      expect(night.callsTo(mike)).toBe(2);
      const texts = night.textsTo(mike).length;
      await app.pass(1300, 60);
      expect(night.textsTo(mike)).toHaveLength(texts);
    });

    it('a question and an unclear text keep the ladder going and are answered; a tapback is not', async () => {
      const [night, { mike, dana }] = await world();
      await night.emergency();
      await app.settle();
      await night.replies(mike, 'hmm');
      expect(night.textsTo(mike).at(-1)).toContain('Still paging. Reply 1 to take it, 2 to pass.');
      const texts = night.textsTo(mike).length;
      await night.replies(mike, 'Liked “[7K] EMERGENCY CALL”');
      expect(night.textsTo(mike)).toHaveLength(texts);
      await app.pass(600, 60);
      expect(night.textsTo(dana)).toHaveLength(1);
    });

    it('A22 an answering machine is asked again five times at most, and a talkative one with no emergency not at all', async () => {
      const [night, { mike, dana }] = await world();
      await night.emergency();
      await app.settle();
      for (let n = 0; n < 6; n += 1) await night.replies(mike, 'hmm');
      expect(night.textsTo(mike).filter((text) => text.includes('Still paging.'))).toHaveLength(5);
      expect(await night.replies(dana, 'I am at the lake with the kids and will read this next week')).not.toContain(
        '<Message>',
      );
      expect(await night.replies(dana, '1')).toContain('No emergency is open for you right now.');
    });

    it('an acceptance without contact is asked about, and silence restarts the ladder with the next person', async () => {
      const [night, { mike, dana }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await night.replies(mike, 'ok');
      await app.pass(900, 90);
      expect(night.textsTo(mike).at(-1)).toBe(`[${opened.code}] Did you reach Jim Kowalski at (312) 555-0415? Y/N`);
      await app.pass(300, 100);
      expect((await night.incident(opened.incidentId)).state).toBe('alerting');
      expect(night.textsTo(dana)[0]).toContain('EMERGENCY CALL');
    });

    it('"Did you reach …?" Y ends the question, N restarts at once', async () => {
      const [night, { mike, dana }] = await world();
      const reached = await night.emergency();
      await app.settle();
      await night.replies(mike, 'on it');
      await app.pass(900, 90);
      await night.replies(mike, 'Y');
      expect(await night.incident(reached.incidentId)).toMatchObject({ state: 'contacted', watchdog_at: null });

      const missed = await night.emergency({ callerPhone: '+13125550777' });
      await app.settle();
      await night.replies(mike, 'on it');
      await app.pass(900, 90);
      await night.replies(mike, 'N');
      expect((await night.incident(missed.incidentId)).state).toBe('alerting');
      expect(night.textsTo(dana)).toHaveLength(1);
    });

    it('a repeat call of the same number joins the open incident and tells whoever accepted', async () => {
      const [night, { mike }] = await world();
      const first = await night.emergency();
      await app.settle();
      await night.replies(mike, 'on it');
      await app.pass(300, 60);
      const again = await night.emergency({
        issueSummary: 'Water is in the hallway now',
        callSid: `CA${'c'.repeat(32)}`,
      });
      expect(again).toMatchObject({
        kind: 'merged',
        incidentId: first.incidentId,
        code: first.code,
        onCallName: 'Mike T.',
      });
      await app.settle();
      expect(night.textsTo(mike).at(-1)).toContain(
        'Jim Kowalski called again at 9:27 PM.\nIssue: Water is in the hallway now',
      );
      expect((await night.incident(first.incidentId)).call_sid).toBe(`CA${'c'.repeat(32)}`);
    });

    it('a repeat call when nobody was reached starts the ladder again', async () => {
      const [night, { mike }] = await world();
      const first = await night.emergency();
      await app.settle();
      await app.pass(3700, 100);
      expect((await night.incident(first.incidentId)).state).toBe('unreached');
      app.telephony.texts.length = 0;
      await night.emergency();
      await app.settle();
      expect((await night.incident(first.incidentId)).state).toBe('alerting');
      expect(night.textsTo(mike)).toHaveLength(1);
    });
  });

  describe('the provider', () => {
    it('a permanent refusal (21610) does not stop the ladder: voice goes on, the phone is marked, the owner told', async () => {
      const [night, { mike, dave }] = await world();
      app.telephony.onSms = (sms) =>
        sms.to === mike ? { kind: 'refused', code: '21610', permanent: true } : undefined;
      await night.emergency();
      await app.settle();
      expect(night.textsTo(mike)).toEqual([]);
      expect(night.textsTo(dave)[0]).toContain('texted STOP');
      await app.pass(20);
      await night.legEnds(mike, 'no-answer');
      expect(night.callsTo(mike)).toBe(2);
    });

    it.each(['30034', '30005', '30006', '30032', '21211', '21614'])(
      'a receipt with the permanent code %s advances the ladder at once when nothing else can reach the person',
      async (code) => {
        const [night, { mike, dana }] = await world();
        await night.emergency();
        await app.settle();
        await night.legEnds(mike, 'busy');
        await night.receipt(mike, 'undelivered', code);
        expect(night.callsTo(mike)).toBe(2);
        await night.legEnds(mike, 'no-answer');
        expect(night.callsTo(dana)).toBe(1);
      },
    );

    it('a line that may not text at all reaches a person by voice alone (decision 16)', async () => {
      const [night, { mike, dana }] = await world();
      app.telephony.onSms = () => ({ kind: 'refused', code: '30034', permanent: true });
      const opened = await night.emergency();
      await app.settle();
      await night.legEnds(mike, 'no-answer');
      await night.legEnds(mike, 'no-answer');
      await night.presses(dana, '1');
      expect(await night.incident(opened.incidentId)).toMatchObject({ accepted_name: 'Dana' });
    });

    it('a transient failure is tried once more before the ladder goes on', async () => {
      const [night, { mike }] = await world();
      let refusals = 0;
      app.telephony.onSms = () => (++refusals === 1 ? { kind: 'refused', code: '20429', permanent: false } : undefined);
      await night.emergency();
      await app.settle();
      expect(night.textsTo(mike)).toEqual([]);
      await app.pass(5);
      expect(night.textsTo(mike)).toHaveLength(1);
    });

    it('an undelivered text (30008) is sent once more; a late receipt of the first changes nothing', async () => {
      const [night, { mike }] = await world();
      await night.emergency();
      await app.settle();
      await night.receipt(mike, 'undelivered', '30008');
      await app.pass(5);
      expect(night.textsTo(mike)).toHaveLength(2);
    });

    it('an answer that never came: the provider is asked, and nothing is sent twice', async () => {
      const [night, { mike }] = await world();
      app.telephony.onSms = () => ({ kind: 'unknown', reason: 'time-out', isOver: false });
      const opened = await night.emergency();
      await app.settle();
      app.telephony.onSms = () => undefined;
      await app.pass(60, 2);
      expect(night.textsTo(mike)).toHaveLength(1);
      const sms = (await night.alerts(opened.incidentId)).find((alert) => alert.channel === 'sms');
      expect(sms).toMatchObject({ state: 'sent', attempts: 1 });
    });

    it('a carrier that comes to a text only after it was asked about it: it is asked once more before anything is sent', async () => {
      const [night, { mike }] = await world();
      const listed = app.telephony.findSms.bind(app.telephony);
      let questions = 0;
      app.telephony.findSms = (query) => (++questions === 1 ? Promise.resolve({ kind: 'none' }) : listed(query));
      app.telephony.onSms = () => ({ kind: 'unknown', reason: 'time-out', isOver: false });
      const opened = await night.emergency();
      await app.settle();
      app.telephony.onSms = () => undefined;
      await app.pass(20, 1);
      app.telephony.findSms = listed;
      expect(night.textsTo(mike)).toHaveLength(1);
      const sms = (await night.alerts(opened.incidentId)).find((alert) => alert.channel === 'sms');
      expect(sms).toMatchObject({ state: 'sent', attempts: 1 });
    });

    it('the carrier knew nothing of an attempt, and by the time that is written down there is a later one: nothing is sent', async () => {
      const [night, { mike }] = await world();
      const listed = app.telephony.findSms.bind(app.telephony);
      app.telephony.onSms = () => ({ kind: 'unknown', reason: 'time-out', isOver: false });
      await night.emergency();
      await app.settle();
      app.telephony.onSms = () => undefined;
      // Whoever asked was stopped in between, for longer than its lease; another has meanwhile sent again.
      app.telephony.findSms = async () => {
        await app.db.everything(
          `update alerts set attempts = 2, state = 'sending' where channel = 'sms' and state = 'unknown'`,
        );
        return { kind: 'none' };
      };
      await app.pass(6, 1);
      app.telephony.findSms = listed;
      await app.pass(20, 1);
      expect(night.textsTo(mike)).toHaveLength(1);
    });

    it('a text is sent within two seconds of the end of an outage that it fell into', async () => {
      const [night, { mike, dana }] = await world();
      const taken = app.telephony.texts;
      app.telephony.onSms = () => ({ kind: 'unknown', reason: 'ECONNRESET', isOver: true });
      app.telephony.canBeAsked = false;
      await night.emergency();
      await app.settle();
      await app.pass(3, 0.1);
      taken.length = 0;
      app.telephony.onSms = () => undefined;
      app.telephony.canBeAsked = true;
      await app.pass(1.9, 0.1);
      expect(night.textsTo(mike)).toHaveLength(1);
      await app.pass(10, 1);
      expect([night.textsTo(mike).length, night.textsTo(dana).length]).toEqual([1, 0]);
    });

    it('an answer that never came and nothing was sent: it is sent again after asking', async () => {
      const [night, { mike }] = await world();
      app.telephony.onSms = (sms) => {
        app.telephony.texts.splice(
          app.telephony.texts.findIndex((text) => text.to === sms.to),
          0,
        );
        return { kind: 'refused', code: '503', permanent: false };
      };
      await night.emergency();
      await app.settle();
      app.telephony.onSms = () => undefined;
      await app.pass(10, 2);
      expect(night.textsTo(mike)).toHaveLength(1);
    });

    it('a provider that is down longer than the ladder: every person is still contacted when it comes back, once per channel', async () => {
      const [night, { mike, dana, dave }] = await world();
      const down = () => ({ kind: 'refused', code: '503', permanent: false }) as const;
      app.telephony.onSms = down;
      app.telephony.onCall = down;
      const opened = await night.emergency();
      await app.settle();
      await app.pass(4000, 100);
      expect((await night.incident(opened.incidentId)).state).toBe('unreached');
      app.telephony.onSms = () => undefined;
      app.telephony.onCall = () => undefined;
      await app.pass(12, 2);
      expect([mike, dana, dave].map((phone) => night.textsTo(phone).length)).toEqual([1, 1, 1]);
      expect([mike, dana, dave].map((phone) => night.callsTo(phone))).toEqual([1, 1, 1]);
      expect(night.textsTo(mike)[0]).toMatch(/^\[\w\w\] DELAYED: reported 9:22 PM\n/);
    });
  });

  describe('the process', () => {
    it('killed between the send and its record: the provider is asked, no duplicate', async () => {
      const [night, { mike }] = await world();
      const original = app.telephony.sendSms.bind(app.telephony);
      app.telephony.sendSms = async (sms) => {
        await original(sms);
        throw new Error('killed');
      };
      const opened = await night.emergency();
      await app.settle();
      app.telephony.sendSms = original;
      expect((await night.alerts(opened.incidentId)).find((alert) => alert.channel === 'sms')?.state).toBe('sending');
      await night.workerDies();
      await app.pass(10, 2);
      expect(night.textsTo(mike)).toHaveLength(1);
      expect((await night.alerts(opened.incidentId)).find((alert) => alert.channel === 'sms')?.state).toBe('sent');
    });

    it('killed before the send: it is sent by the next worker', async () => {
      const [night, { mike }] = await world();
      const original = app.telephony.sendSms.bind(app.telephony);
      app.telephony.sendSms = () => Promise.reject(new Error('killed'));
      await night.emergency();
      await app.settle();
      app.telephony.sendSms = original;
      await night.workerDies();
      await app.pass(10, 2);
      expect(night.textsTo(mike)).toHaveLength(1);
    });

    it('killed between any two steps: another worker goes on from the rows', async () => {
      const [night, { mike, dana, dave }] = await world();
      await night.emergency();
      for (const seconds of [0, 60, 540, 600]) {
        await app.pass(seconds, 30);
        await app.settle();
        await night.workerDies();
      }
      await app.settle();
      expect([mike, dana, dave].map((phone) => night.textsTo(phone).length)).toEqual([1, 1, 1]);
    });

    it('down for half an hour: everybody owed is contacted in the same minute, told that it is late', async () => {
      const [night, { mike, dana, dave }] = await world();
      await night.emergency();
      await app.clock.advance(1800);
      await app.settle();
      expect([mike, dana, dave].map((phone) => night.textsTo(phone).length)).toEqual([1, 1, 1]);
      expect(night.textsTo(dana)[0]).toMatch(/^\[\w\w\] DELAYED: reported 9:22 PM\n/);
      expect(night.textsTo(dave)[0]).toContain('UNRESOLVED EMERGENCY');
      expect([mike, dana, dave].map((phone) => night.callsTo(phone))).toEqual([1, 1, 1]);
    });

    it('callbacks of a leg that never come: the provider is asked how it ended', async () => {
      const [night, { mike }] = await world();
      await night.emergency();
      await app.settle();
      app.telephony.statuses.set(night.legTo(mike).sid, 'no-answer');
      await app.pass(95, 5);
      expect(app.agent.said[0]).toContain("I wasn't able to reach Mike directly");
      expect(night.callsTo(mike)).toBe(2);
    });
  });

  describe('details', () => {
    it('what is learnt after the page follows in one bundled text', async () => {
      const [night, { mike }] = await world();
      const opened = await night.emergency({ callerName: null, address: null });
      await app.settle();
      expect(night.textsTo(mike)[0]).toContain('Caller: Unknown caller');
      await night.learns(opened.incidentId, { callerName: 'Jim Kowalski' });
      await night.learns(opened.incidentId, { address: '218 Oak Lane' });
      await app.pass(60, 10);
      expect(night.textsTo(mike)).toHaveLength(2);
      expect(night.textsTo(mike)[1]).toMatch(
        /UPDATE - Metro Plumbing\nCaller: Jim Kowalski\nPhone: \(312\) 555-0415\nAddress: 218 Oak Lane/,
      );
    });

    it('the same call cannot open a second incident', async () => {
      const [night] = await world();
      const callId = '01a1fd9a-e9d3-74d9-9587-7114d4b64640';
      const first = await night.emergency({ callId });
      expect(await night.emergency({ callId })).toMatchObject({ kind: 'already-open', incidentId: first.incidentId });
    });
  });
});
