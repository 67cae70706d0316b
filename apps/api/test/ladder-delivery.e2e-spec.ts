import { mayDial, type E164 } from '@domain/phone/e164';
import { segments } from '@domain/escalation/gsm7';
import { jest } from '@jest/globals';
import { seedAccount, type SeededAccount, type SeedOptions } from './harness/seed-account.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

/** Area codes of the mainland, each used once: phones of two tests must not meet. */
const AREAS = Array.from({ length: 800 }, (_, index) => String(200 + index)).filter(
  (area) => !/11$|^9|^976/.test(area) && mayDial(`+1${area}5550100` as E164),
);

jest.setTimeout(60_000);

describe('Delivery of the ladder', () => {
  let app: TestApp;
  let areas = 0;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  afterEach(async () => {
    app.telephony.texts.length = 0;
    app.telephony.calls.length = 0;
    app.telephony.onSms = () => undefined;
    app.telephony.onCall = () => undefined;
    app.telephony.canBeAsked = true;
    app.telephony.callerGone = false;
    await app.db.everything(`delete from routing.alarms`);
  });

  const world = async (options: SeedOptions = {}): Promise<[LadderWorld, SeededAccount]> => {
    await app.clock.set('2026-02-13T03:22:00Z');
    const account = await seedAccount(app.db, { area: AREAS[areas++] ?? '312', ...options });
    return [new LadderWorld(app, account), account];
  };
  const storm = async (night: LadderWorld, count: number, from = 0) => {
    const opened = [];
    for (let n = from; n < from + count; n += 1)
      opened.push(
        await night.emergency({
          callerPhone: `+1312555${1000 + n}`,
          callerName: `Caller ${n}`,
          address: `${n} Oak Lane`,
          issueSummary: `Leak number ${n}`,
        }),
      );
    return opened;
  };
  const gaps = (phone: string): number[] => {
    const sent = app.telephony.texts.filter((text) => text.to === phone);
    return sent.slice(1).map((_text, index) => index);
  };

  describe('a storm', () => {
    it('A48 fifty emergencies for one technician are a few texts of two segments, and every code takes its own', async () => {
      const [night, { mike }] = await world();
      const opened = await storm(night, 50);
      await app.settle();
      await app.pass(60, 30);
      const texts = night.textsTo(mike);
      expect(texts.length).toBeLessThanOrEqual(3);
      expect(texts.some((text) => /^(?:50|4\d) EMERGENCIES - Metro Plumbing\n/.test(text))).toBe(true);
      expect(texts.every((text) => segments(text) <= 2)).toBe(true);
      for (const { code } of opened) expect(texts.join('\n')).toMatch(new RegExp(`\\b${code}\\b`));
      const chosen = opened[33]!;
      await night.replies(mike, `${chosen.code} 1`);
      expect((await night.incident(chosen.incidentId)).state).toBe('accepted');
      expect((await night.incident(opened[34]!.incidentId)).state).toBe('alerting');
      await night.replies(mike, 'ALL');
      for (const { incidentId } of opened) expect((await night.incident(incidentId)).state).toBe('accepted');
    });

    it('A48 seven emergencies say what and where; those that come later are told within two minutes', async () => {
      const [night, { mike }] = await world();
      const opened = await storm(night, 7);
      await app.settle();
      // One of them may just be in another worker's hands.
      expect(night.textsTo(mike).length).toBeLessThanOrEqual(2);
      const [text = ''] = night.textsTo(mike);
      expect(text).toMatch(/^[67] EMERGENCIES - Metro Plumbing\n\w\w \d Oak Lane: Leak number \d\n/);
      expect(text).toMatch(/Reply code 1, e\.g\. \w\w 1, or ALL$/);
      const later = await storm(night, 2, 7);
      await app.pass(120, 20);
      const all = night.textsTo(mike).join('\n');
      for (const { code } of [...opened, ...later]) expect(all).toMatch(new RegExp(`\\b${code}\\b`));
    });

    it('A48 a storm text that the carrier refuses for good advances every ladder it carries', async () => {
      const [night, { mike, dana }] = await world();
      app.telephony.onSms = (sms) =>
        sms.to === mike ? { kind: 'refused', code: '30034', permanent: true } : undefined;
      app.telephony.onCall = () => ({ kind: 'refused', code: '21211', permanent: true });
      const opened = await storm(night, 4);
      await app.settle();
      await app.pass(70, 5);
      expect(night.textsTo(mike)).toEqual([]);
      for (const { code } of opened) expect(night.textsTo(dana).join('\n')).toMatch(new RegExp(`\\b${code}\\b`));
      expect(
        (await night.alerts(opened[2]!.incidentId)).find(
          (alert) => alert.contact_name === 'Mike T.' && alert.channel === 'sms',
        ),
      ).toMatchObject({
        state: 'failed',
        error_code: '30034',
      });
    });

    it('A48 a storm text whose worker dies is asked for, and no code is told twice or lost', async () => {
      const [night, { mike }] = await world();
      const original = app.telephony.sendSms.bind(app.telephony);
      app.telephony.sendSms = async (sms) => {
        await original(sms);
        throw new Error('killed');
      };
      const opened = await storm(night, 5);
      await app.settle();
      app.telephony.sendSms = original;
      await night.workerDies();
      await app.pass(20, 5);
      const texts = night.textsTo(mike).map((text) => text.replace(/e\.g\. \w\w 1/, ''));
      for (const { code, incidentId } of opened) {
        expect(texts.filter((text) => new RegExp(`\\b${code}\\b`).test(text))).toHaveLength(1);
        expect((await night.alerts(incidentId)).find((alert) => alert.channel === 'sms')?.state).toBe('sent');
      }
      const storms = app.telephony.texts.filter((text) => text.to === mike && text.body.includes('EMERGENCIES'));
      const carried = opened.find(({ code }) => storms[0]?.body.split('\n')[2]?.startsWith(code));
      const form = { MessageSid: storms[0]!.sid, MessageStatus: 'delivered', To: mike };
      await app.twilio(storms[0]!.statusUrl.slice(storms[0]!.statusUrl.indexOf('message-status')), form).expect(204);
      await app.settle();
      const sms = (await night.alerts(carried!.incidentId)).find((alert) => alert.channel === 'sms');
      expect(sms?.state).toBe('delivered');
    });

    it('issue 4 item 5: over a whole night of emergencies one phone rings three times in a quarter of an hour at most', async () => {
      const [night, { mike }] = await world();
      await storm(night, 12);
      await app.settle();
      for (let n = 0; n < 30; n += 1) {
        const leg = app.telephony.calls.findLast((call) => call.to === mike);
        if (leg) await night.legEnds(mike, 'no-answer');
        await app.pass(30, 30);
      }
      expect(night.callsTo(mike)).toBeGreaterThanOrEqual(3);
      // Each of the twelve was told by text, so no call is the first word of an emergency.
      expect(night.callsTo(mike)).toBeLessThanOrEqual(4);
    });

    it('issue 4 item 5: news of one emergency keeps to one text a minute, in one text', async () => {
      const [night, { mike }] = await world();
      const opened = await night.emergency({ callerName: null, address: null });
      await app.settle();
      for (const address of ['1 Oak Lane', '2 Oak Lane', '3 Oak Lane', '218 Oak Lane']) {
        await night.learns(opened.incidentId, { address });
        await app.pass(12, 6);
      }
      await app.pass(60, 10);
      expect(gaps(mike).length).toBeLessThanOrEqual(2);
      expect(night.textsTo(mike).at(-1)).toContain('Address: 218 Oak Lane');
    });
  });

  describe('receipts', () => {
    it('A1 the first text goes out with the emergency', async () => {
      const [night, { mike }] = await world();
      await night.emergency();
      await app.settle();
      expect(night.textsTo(mike)).toHaveLength(1);
    });

    it('"sent" is not success: without a receipt the phone rings after thirty seconds, the backup is not paged for it', async () => {
      const [night, { mike, dana }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await night.receipt(mike, 'sent');
      await app.pass(20);
      await night.legEnds(mike, 'no-answer');
      expect(night.callsTo(mike)).toBe(1);
      await app.pass(10);
      expect(night.callsTo(mike)).toBe(2);
      await night.legEnds(mike, 'no-answer');
      await app.pass(200, 20);
      expect(night.textsTo(dana)).toEqual([]);
      await night.receipt(mike, 'delivered');
      expect((await night.alerts(opened.incidentId)).find((alert) => alert.channel === 'sms')?.state).toBe('delivered');
      expect(await night.journal(opened.incidentId)).toContain('incident.alert_unconfirmed');
    });

    it('a receipt in time changes nothing: the call comes when the policy says', async () => {
      const [night, { mike }] = await world();
      await night.emergency();
      await app.settle();
      await night.receipt(mike, 'delivered');
      await night.legEnds(mike, 'no-answer');
      await app.pass(55);
      expect(night.callsTo(mike)).toBe(1);
      await app.pass(5);
      expect(night.callsTo(mike)).toBe(2);
    });

    it.each([['21610'], ['21211'], ['21614'], ['30005'], ['30006'], ['30034'], ['30032']])(
      'A26 code %s with the answer: voice at once, and nothing is sent again',
      async (code) => {
        const [night, { mike }] = await world();
        app.telephony.onSms = (sms) => (sms.to === mike ? { kind: 'refused', code, permanent: true } : undefined);
        await night.emergency();
        await app.settle();
        await night.legEnds(mike, 'busy');
        expect(night.callsTo(mike)).toBe(2);
        await app.pass(120, 20);
        expect(night.textsTo(mike)).toEqual([]);
      },
    );

    it('receipts in any order, twice and forged leave the same alert', async () => {
      const [night, { mike }] = await world();
      const opened = await night.emergency();
      await app.settle();
      for (const status of ['delivered', 'sent', 'delivered', 'sending', 'queued', 'sent'])
        await night.receipt(mike, status);
      const text = app.telephony.texts.findLast((sent) => sent.to === mike)!;
      const path = text.statusUrl.slice(text.statusUrl.indexOf('/api/twilio/'));
      const form = {
        AccountSid: `AC${'a'.repeat(32)}`,
        MessageSid: text.sid,
        MessageStatus: 'failed',
        ErrorCode: '30005',
      };
      await app.api().post(path).type('form').set('X-Twilio-Signature', 'forged').send(form).expect(403);
      const sms = (await night.alerts(opened.incidentId)).find((alert) => alert.channel === 'sms');
      expect(sms).toMatchObject({ state: 'delivered', error_code: null, attempts: 1 });
    });

    it('A30 an RCS receipt says "read", and a reply from an rcs: address is read like any other', async () => {
      const [night, { mike }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await night.receipt(mike, 'read');
      expect((await night.alerts(opened.incidentId)).find((alert) => alert.channel === 'sms')?.state).toBe('delivered');
      await night.replies(`rcs:${mike}`, 'on it');
      expect((await night.incident(opened.incidentId)).state).toBe('accepted');
    });

    it.each(['none', 'pending', 'blocked'])(
      'decision 16: a line whose sender is %s texts nobody; voice carries the ladder',
      async (capability) => {
        const [night, { mike, dana, accountId }] = await world();
        await app.db.everything(`update lines set sms_capability = $2 where account_id = $1`, [accountId, capability]);
        const opened = await night.emergency();
        await app.settle();
        expect(night.callsTo(mike)).toBe(1);
        await night.legEnds(mike, 'no-answer');
        await night.legEnds(mike, 'no-answer');
        await night.presses(dana, '1');
        expect(app.telephony.texts).toEqual([]);
        expect((await night.incident(opened.incidentId)).accepted_name).toBe('Dana');
      },
    );

    it.each([
      ['left', 'is_active = false'],
      ['opted out', 'sms_opted_out_at = now()'],
      ['turned out to have a landline', `line_type = 'landline'`],
    ])('A35 who %s after the step fired is not texted when it is due', async (_what, change) => {
      const [night, { mike, accountId }] = await world();
      app.telephony.onSms = () => ({ kind: 'refused', code: '20429', permanent: false });
      await night.emergency();
      await app.settle();
      await app.db.everything(`update contacts set ${change} where account_id = $1 and phone = $2`, [accountId, mike]);
      app.telephony.onSms = () => undefined;
      await app.pass(30, 5);
      expect(night.textsTo(mike)).toEqual([]);
    });

    it('A54 an alert that could not go out for half a day pages nobody any more', async () => {
      const [night, { mike }] = await world();
      app.telephony.onSms = () => ({ kind: 'refused', code: '503', permanent: false });
      app.telephony.onCall = () => ({ kind: 'refused', code: '503', permanent: false });
      await night.emergency();
      await app.settle();
      await app.clock.advance(13 * 3600);
      app.telephony.onSms = () => undefined;
      app.telephony.onCall = () => undefined;
      await app.pass(30, 10);
      expect(night.textsTo(mike)).toEqual([]);
    });
  });

  describe('replies', () => {
    it('A17 "on it" acknowledges, and nothing more comes for an hour', async () => {
      const [night, { mike, dana, dave }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await night.replies(mike, 'on it');
      await night.replies(mike, '3');
      expect((await night.incident(opened.incidentId)).state).toBe('contacted');
      const before = app.telephony.texts.length;
      await app.pass(3600, 300);
      expect(app.telephony.texts).toHaveLength(before);
      expect([...night.textsTo(dana), ...night.textsTo(dave)]).toEqual([]);
    });

    it('oncall 7.6: 4 is arrived and 9 is no emergency for whoever has it; 3 passes for everybody else, 9 asks again', async () => {
      const [night, { mike, dana }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await night.replies(mike, '9');
      expect((await night.incident(opened.incidentId)).state).toBe('alerting');
      await night.replies(mike, '3');
      expect(night.textsTo(dana)).toHaveLength(1);
      await night.replies(dana, '1');
      await night.replies(dana, '4');
      expect(night.textsTo(dana).at(-1)).toContain('On site noted');
      await night.replies(dana, '9');
      expect((await night.incident(opened.incidentId)).state).toBe('false_alarm');
    });

    it('A21 a stranger gets no answer, whatever they text; neither does an MMS without words from one', async () => {
      const [night] = await world();
      await night.emergency();
      await app.settle();
      for (const words of ['1', 'HELP', 'who', 'STOP', ''])
        expect(await night.replies('+12125550777', words)).toContain('<Response/>');
    });

    it('A22 five misunderstandings in a row are answered, a sixth is not; one real action starts the count again', async () => {
      const [night, { dana }] = await world();
      const sorries = async (count: number) => {
        let answered = 0;
        for (let n = 0; n < count; n += 1) if ((await night.replies(dana, '1')).includes('<Message>')) answered += 1;
        return answered;
      };
      expect(await sorries(7)).toBe(5);
      expect(await night.replies(dana, 'WHO')).toContain('On call: Mike T.');
      expect(await sorries(2)).toBe(2);
    });

    it('A23 STOP silences texts, not calls; START brings them back', async () => {
      const [night, { mike }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await night.replies(mike, 'STOP');
      expect((await night.incident(opened.incidentId)).state).toBe('alerting');
      const texts = night.textsTo(mike).length;
      await night.legEnds(mike, 'no-answer');
      expect(night.callsTo(mike)).toBe(2);
      expect(night.textsTo(mike)).toHaveLength(texts);
      await night.replies(mike, 'START');
      await night.emergency({ callerPhone: '+13125550999' });
      await app.settle();
      expect(night.textsTo(mike)).toHaveLength(texts + 1);
    });

    it('HELP says who texts, what to answer and how to stop it', async () => {
      const [night, { dana }] = await world();
      expect(await night.replies(dana, 'help')).toMatch(/Metro Plumbing after-hours alerts[^<]*STOP ends these texts/);
    });

    it('an answer after the emergency was resolved is told so, with the code or without', async () => {
      const [night, { mike, dana }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await app.pass(600, 60);
      await night.replies(mike, '1');
      await night.replies(mike, 'DONE 900');
      for (const words of ['1', `${opened.code} 1`])
        expect(await night.replies(dana, words)).toContain(
          `[${opened.code}] Already resolved at 9:32 PM. Nothing to do, thank you.`,
        );
      expect((await night.incident(opened.incidentId)).state).toBe('resolved');
    });

    it('A15 a reply about a call that was merged is about the emergency it joined', async () => {
      const [night, { mike }] = await world();
      const first = await night.emergency();
      await app.settle();
      const again = await night.emergency({ issueSummary: 'Now the ceiling' });
      expect(again).toMatchObject({ kind: 'merged', code: first.code });
      await night.replies(mike, `${again.code} 1`);
      expect((await night.incident(first.incidentId)).state).toBe('accepted');
    });

    it('a reply to the line of a contractor that has nothing open says whose line it was', async () => {
      const [, one] = await world();
      const [other] = await world({ name: 'Apex Air' });
      await app.db.everything(`update contacts set phone = $1 where account_id = $2 and name = 'Mike T.'`, [
        one.mike,
        other.account.accountId,
      ]);
      expect(await other.replies(one.mike, '1')).toContain('Apex Air: No emergency is open for you right now.');
    });

    it('an MMS without text never accepts', async () => {
      const [night, { mike }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await night.replies(mike, '');
      expect((await night.incident(opened.incidentId)).state).toBe('alerting');
      expect(night.textsTo(mike).at(-1)).toContain('Still paging.');
    });

    it('a question of whoever has it is answered with the details', async () => {
      const [night, { mike }] = await world();
      await night.emergency();
      await app.settle();
      await night.replies(mike, '1');
      await night.replies(mike, "what's the address?");
      expect(night.textsTo(mike).at(-1)).toMatch(/UPDATE - Metro Plumbing[^]*Address: 218 Oak Lane/);
    });

    it('A49 eight rounds of opening and closing never run out of codes', async () => {
      const [night, { mike }] = await world();
      for (let round = 0; round < 8; round += 1) {
        await app.clock.advance(1800);
        const opened = await night.emergency({ callerPhone: `+1312555${2000 + round}` });
        await app.settle();
        await night.replies(mike, '1');
        await night.replies(mike, 'done 100');
        expect((await night.incident(opened.incidentId)).state).toBe('resolved');
      }
    });

    it('A39 a page without name and address still makes sense', async () => {
      const [night, { mike }] = await world();
      await night.emergency({ callerName: null, address: null, callerPhone: null, safetyLine: null });
      await app.settle();
      expect(night.textsTo(mike)[0]).toMatch(/Caller: Unknown caller\nPhone: withheld\nAddress: Not provided/);
      const leg = night.legTo(mike);
      const form = { CallSid: leg.sid, CallStatus: 'in-progress' };
      const heard = await app.twilio(leg.answerUrl.slice(leg.answerUrl.indexOf('legs/')), form).expect(200);
      expect(heard.text).toContain('Unknown caller. Burst pipe to water heater, basement flooding.');
      app.telephony.callerGone = true;
      expect(await night.presses(mike, '1')).toContain('their number is withheld');
    });

    it('a thumbs-up takes no emergency whose first text is still on its way, though the phone has rung for it', async () => {
      const [night, { mike }] = await world();
      const read = await storm(night, 2);
      await app.settle();
      const [unread] = await storm(night, 1, 2);
      await app.settle();
      expect(night.textsTo(mike)).toHaveLength(2);
      await app.db.everything(
        `update alerts set attempts = 1, state = 'failed' where incident_id = $1 and channel = 'call' returning id`,
        [unread?.incidentId],
      );
      for (const { code } of read) await night.replies(mike, `${code} 1`);
      await night.replies(mike, '👍');
      const state = async () =>
        (await app.db.everything('select state from incidents where id = $1', [unread?.incidentId]))[0];
      expect(await state()).toEqual({ state: 'alerting' });
      await app.pass(60, 10);
      await night.replies(mike, '1');
      expect(await state()).toEqual({ state: 'accepted' });
    });

    it('an emergency closed before anybody took it: who was paged hears who closed it, and as what', async () => {
      const [night, { mike, dana }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await app.pass(600, 60);
      await night.replies(dana, 'FALSE');
      await app.pass(60, 20);
      expect(night.textsTo(mike).at(-1)).toBe(
        `[${opened.code}] Dana closed it as a false alarm at 9:32 PM. You can stand down.`,
      );
    });

    it('A52 whoever was paged hears who took it, the taker does not; A4 and nobody is texted twice for one step', async () => {
      const [night, { mike, dana }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await app.pass(600, 60);
      await night.replies(dana, '1');
      await app.pass(60, 20);
      expect(night.textsTo(mike)).toHaveLength(2);
      expect(night.textsTo(mike)[1]).toBe(`[${opened.code}] Dana took it at 9:32 PM. You can stand down.`);
      expect(night.textsTo(dana).some((text) => text.includes('stand down'))).toBe(false);
    });
  });

  describe('"Did you reach …?"', () => {
    it('an arrival time moves the question to when it is over, and silence starts the ladder again', async () => {
      const [night, { mike, dana }] = await world();
      const opened = await night.emergency();
      await app.settle();
      await night.replies(mike, 'ETA 25');
      await app.pass(1440, 120);
      expect(night.textsTo(mike).some((text) => text.includes('Did you reach'))).toBe(false);
      await app.pass(60, 30);
      expect(night.textsTo(mike).at(-1)).toContain('Did you reach Jim Kowalski');
      expect(night.textsTo(dana)).toEqual([]);
      await app.pass(300, 60);
      expect((await night.incident(opened.incidentId)).state).toBe('alerting');
      expect(night.textsTo(dana)).toHaveLength(1);
    });

    it('an arrival time, then HERE: nobody asks', async () => {
      const [night, { mike }] = await world();
      await night.emergency();
      await app.settle();
      await night.replies(mike, 'be there in half an hour');
      await night.replies(mike, 'here');
      await app.pass(3600, 300);
      expect(night.textsTo(mike).some((text) => text.includes('Did you reach'))).toBe(false);
    });

    it('"left voicemail" is an answer to it: the next person is paged', async () => {
      const [night, { mike, dana }] = await world();
      await night.emergency();
      await app.settle();
      await night.replies(mike, 'on it');
      await app.pass(900, 90);
      await night.replies(mike, 'left voicemail');
      expect(night.textsTo(dana)).toHaveLength(1);
    });

    it('switched off, it is never asked', async () => {
      const [night, { mike, dana, accountId }] = await world();
      await app.db.everything(`update after_hours_configs set watchdog_enabled = false where account_id = $1`, [
        accountId,
      ]);
      const opened = await night.emergency();
      await app.settle();
      await night.replies(mike, 'ok');
      await app.pass(7200, 600);
      expect((await night.incident(opened.incidentId)).state).toBe('accepted');
      expect(night.textsTo(mike)).toHaveLength(2);
      expect(night.textsTo(dana)).toEqual([]);
    });
  });

  describe('a crash', () => {
    const points = [
      'before the send',
      'after the send',
      'after the send, and again while the carrier is asked',
    ] as const;
    it.each(points)('A13 killed %s: each person gets one text and one call', async (point) => {
      const [night, { mike, dana }] = await world();
      const { telephony } = app;
      const [send, place] = [telephony.sendSms.bind(telephony), telephony.placeCall.bind(telephony)];
      const [findSms, findCall] = [telephony.findSms.bind(telephony), telephony.findCall.bind(telephony)];
      const dying =
        <Order, Answer>(act: (order: Order) => Promise<Answer>) =>
        async (order: Order): Promise<Answer> => {
          if (point !== 'before the send') await act(order);
          throw new Error('killed');
        };
      telephony.sendSms = dying(send);
      telephony.placeCall = dying(place);
      await night.emergency();
      await app.settle();
      Object.assign(telephony, { sendSms: send, placeCall: place });
      if (point.includes('asked')) {
        telephony.findSms = () => Promise.reject(new Error('killed'));
        telephony.findCall = () => Promise.reject(new Error('killed'));
        await night.workerDies();
        await app.pass(10, 5);
        Object.assign(telephony, { findSms, findCall });
      }
      await night.workerDies();
      await app.pass(30, 5);
      expect(night.textsTo(mike)).toHaveLength(1);
      expect(night.callsTo(mike)).toBe(1);
      expect(night.textsTo(dana)).toEqual([]);
    });
  });
});
