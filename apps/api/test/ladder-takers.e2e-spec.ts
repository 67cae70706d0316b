import { SAFETY_LINES } from '@domain/persona/safety-lines';
import { AccountDb } from '@platform/tenancy/account-db';
import { newId } from '@platform/tenancy/new-id';
import { EscalationService } from '../src/escalation/escalation.service.js';
import { LeadCardsService } from '../src/lead-cards/lead-cards.service.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

const { english: GAS_LINE, inShort } = SAFETY_LINES.GAS;

describe('Whoever has an emergency, or will have it, hears what they must know', () => {
  let app: TestApp;
  let account: SeededAccount;
  let night: LadderWorld;
  const AREAS =
    '312 303 404 206 512 602 615 704 813 916 214 317 402 503 614 713 804 207 208 210 217 225 228 229 231 234 239 240 248'.split(
      ' ',
    );

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.db.everything(`delete from routing.alarms`);
    await app.clock.set('2026-02-13T03:22:00Z');
    account = await seedAccount(app.db, { area: AREAS.shift() ?? '312' });
    night = new LadderWorld(app, account);
    app.telephony.texts.length = 0;
    app.telephony.calls.length = 0;
  });

  const paged = async (): Promise<string> => {
    const { incidentId } = await night.emergency();
    await app.settle();
    return incidentId;
  };
  const click = async (incidentId: string, button: string, body: object = {}): Promise<void> => {
    const { token } = await signInAs(app, account, 'owner');
    const path = `/api/v1/accounts/${account.accountId}/incidents/${incidentId}/${button}`;
    const answer = await app.api().post(path).auth(token, { type: 'bearer' }).send(body);
    expect(answer.status).toBe(200);
    await app.settle();
  };
  const idOf = async (phone: string): Promise<string> => {
    const [row] = await app.db.everything<{ id: string }>(`select id from contacts where phone = $1`, [phone]);
    return row?.id ?? '';
  };

  describe('news (issue 4 item 4: "with an update to whoever accepted")', () => {
    it('an address that comes after "ETA 25" still reaches the technician who is on the way', async () => {
      const id = await paged();
      await night.replies(account.mike, 'ETA 25');
      expect((await night.incident(id)).state).toBe('contacted');
      await app.clock.advance(60);
      await night.learns(id, { address: '77 Elm Street' });
      await app.pass(15);
      expect(night.textsTo(account.mike).at(-1)).toContain('Address: 77 Elm Street');
    });

    it('a caller who rings again while somebody drives to them is not lost on the way to that somebody', async () => {
      const id = await paged();
      await night.replies(account.mike, 'ETA 25');
      await app.pass(300, 60);
      const again = await night.emergency({ issueSummary: 'The ceiling is coming down' });
      expect(again).toMatchObject({ kind: 'merged', incidentId: id });
      await app.settle();
      expect(night.textsTo(account.mike).at(-1)).toContain(
        'called again at 9:27 PM.\nIssue: The ceiling is coming down',
      );
    });

    it('who texts "ETA 25" with our call still at their ear has not lost the caller when they hang up', async () => {
      const id = await paged();
      const leg = night.legTo(account.mike);
      await app
        .twilio(leg.statusUrl.split('/api/twilio/')[1] ?? '', { CallSid: leg.sid, CallStatus: 'in-progress' })
        .expect(204);
      await night.replies(account.mike, 'ETA 25');
      await night.legEnds(account.mike, 'completed');
      expect((await night.incident(id)).state).toBe('contacted');
      expect(night.textsTo(account.mike).join()).not.toContain('The call dropped');
    });

    it('who was given it by the office without ever having been paged hears of it like any other', async () => {
      const id = await paged();
      await click(id, 'accept', { contactId: await idOf(account.dana) });
      await app.pass(120, 60);
      await night.emergency({ issueSummary: 'The ceiling is coming down' });
      await app.settle();
      expect(night.textsTo(account.dana).at(-1)).toContain('called again at');
      expect(night.textsTo(account.mike).at(-1)).toContain('You can stand down');
    });
  });

  describe('what the office does about somebody’s emergency', () => {
    it('a false alarm clicked in the app reaches whoever is driving there', async () => {
      const id = await paged();
      await night.replies(account.mike, '1');
      await app.pass(120, 60);
      await click(id, 'false-alarm');
      expect(night.textsTo(account.mike).at(-1)).toMatch(/^\[\w\w\] .+ closed it as a false alarm at 9:24 PM/);
    });

    it('resolved in the app before the two have spoken: whoever took it need not ring any more', async () => {
      const id = await paged();
      await night.replies(account.mike, '1');
      await app.pass(120, 60);
      await click(id, 'resolve');
      expect(night.textsTo(account.mike).at(-1)).toMatch(/closed it as resolved at 9:24 PM. You can stand down/);
    });

    it('resolved after the two have spoken: nobody is woken for the paperwork', async () => {
      const id = await paged();
      await night.replies(account.mike, 'HERE');
      await app.pass(120, 60);
      const told = night.textsTo(account.mike).length;
      await click(id, 'resolve', { jobValueCents: 185_000 });
      expect(night.textsTo(account.mike)).toHaveLength(told);
    });

    it('resolved while somebody is on the way there: a promised arrival is no meeting', async () => {
      const id = await paged();
      await night.replies(account.mike, 'ETA 25');
      expect(await night.outcome(id)).toMatchObject({ state: 'contacted', isOnTheWay: true });
      await app.pass(120, 60);
      await click(id, 'resolve');
      expect(night.textsTo(account.mike).at(-1)).toContain('closed it as resolved');
    });

    it('"ETA 25", then HERE: nobody is on the way any more', async () => {
      const id = await paged();
      await night.replies(account.mike, 'ETA 25');
      await night.replies(account.mike, 'HERE');
      expect(await night.outcome(id)).toMatchObject({ state: 'contacted', isOnTheWay: false });
    });

    it('closed after the ladder had run out: who was paged and might still go hears of it', async () => {
      const id = await paged();
      await app.pass(3700, 100);
      expect((await night.incident(id)).state).toBe('unreached');
      app.telephony.texts.length = 0;
      await click(id, 'resolve');
      for (const phone of [account.mike, account.dana, account.dave])
        expect(night.textsTo(phone).at(-1)).toContain('closed it as resolved');
    });

    it.each(['page-next', 'page'])(
      '%s on a taken emergency: whoever had it hears that somebody else is asked',
      async (button) => {
        const id = await paged();
        await night.replies(account.mike, '1');
        await app.pass(120, 60);
        await click(id, button, button === 'page' ? { contactId: await idOf(account.dana) } : {});
        await app.pass(60);
        expect(night.textsTo(account.mike).at(-1)).toMatch(
          /^\[\w\w\] The office is asking somebody else to go to Jim Kowalski. Still on it\? Reply 1./,
        );
        await night.replies(account.mike, '1');
        expect(await night.incident(id)).toMatchObject({ state: 'accepted', accepted_name: 'Mike T.' });
      },
    );
  });

  describe('what is left on the screens when it is over', () => {
    const cardOf = async (callId: string): Promise<string | undefined> => {
      const [row] = await app.db.everything<{ callback_status: string }>(
        `select callback_status from lead_cards where call_id = $1`,
        [callId],
      );
      return row?.callback_status;
    };
    const carded = async (callId: string): Promise<void> => {
      const cards = app.http.get(LeadCardsService, { strict: false });
      const draft = {
        callId,
        callerPhone: null,
        calledAt: app.clock.now(),
        classification: 'emergency',
        priority: 'emergency',
      } as const;
      await app.http.get(AccountDb, { strict: false }).within(account.accountId, (tx) => cards.save(tx, draft));
    };

    it.each([
      ['DONE 1850', 'resolved'],
      ['FALSE', 'no_callback_needed'],
    ])('after "%s" the lead cards of both its calls say %s, not "Not Called"', async (words, status) => {
      const [callId, again] = [newId(), newId()];
      const { incidentId } = await night.emergency({ callId });
      await app.settle();
      await night.replies(account.mike, '1');
      await night.emergency({ callId: again });
      for (const id of [callId, again]) await carded(id);
      await app.job('incident.settle_cards', account.accountId, incidentId);
      expect(await cardOf(callId)).toBe('not_called');
      await night.replies(account.mike, words);
      for (let time = 0; time < 2; time += 1) await app.job('incident.settle_cards', account.accountId, incidentId);
      expect([await cardOf(callId), await cardOf(again)]).toEqual([status, status]);
    });

    it('what the office said of the callback stays', async () => {
      const callId = newId();
      const { incidentId } = await night.emergency({ callId });
      await carded(callId);
      await app.db.everything(`update lead_cards set callback_status = 'called_no_answer' where call_id = $1`, [
        callId,
      ]);
      await click(incidentId, 'resolve');
      await app.job('incident.settle_cards', account.accountId, incidentId);
      expect(await cardOf(callId)).toBe('called_no_answer');
    });

    it('a ladder that has stopped names whom it would have turned to then, not who is on call today', async () => {
      const id = await paged();
      await night.replies(account.mike, '1');
      await app.db.everything(
        `update on_call_rosters set backup_contact_id = (select id from contacts where phone = $2) where account_id = $1`,
        [account.accountId, account.dave],
      );
      const { token } = await signInAs(app, account, 'owner');
      const path = `/api/v1/accounts/${account.accountId}/incidents/${id}`;
      const { body } = await app.api().get(path).auth(token, { type: 'bearer' }).expect(200);
      const steps = (body as { ladder: { label: string; target: string }[] }).ladder;
      expect(steps.find(({ label }) => label === 'SMS to backup')?.target).toBe('Dana');
    });
  });

  describe('decision 6 and 16: "Did you reach …?" where no text arrives', () => {
    const asked = async (): Promise<string> => {
      await app.db.everything(`update lines set sms_capability = 'pending' where account_id = $1`, [account.accountId]);
      const id = await paged();
      await night.presses(account.mike, '2');
      await night.legEnds(account.mike, 'completed');
      await app.pass(905, 15);
      return id;
    };
    const hears = async (key?: string): Promise<string> => {
      const leg = night.legTo(account.mike);
      const path = leg.answerUrl.split('/api/twilio/')[1] ?? '';
      const form = { CallSid: leg.sid, CallStatus: 'in-progress', From: account.line, To: account.mike };
      const at = key ? path.replace('legs/asked', 'legs/asked-key') : path;
      const answer = await app.twilio(at, { ...form, ...(key ? { Digits: key } : {}) }).expect(200);
      await app.settle();
      return answer.text;
    };

    it('the phone rings instead, and 1 ends the question', async () => {
      const id = await asked();
      expect(night.callsTo(account.mike)).toBe(2);
      expect(await hears()).toContain('You took the emergency of Jim Kowalski for Metro Plumbing.');
      expect(await hears('1')).toContain('Thank you');
      await night.legEnds(account.mike, 'completed');
      await app.pass(600, 30);
      expect(await night.incident(id)).toMatchObject({
        state: 'contacted',
        accepted_name: 'Mike T.',
        watchdog_at: null,
      });
      expect(night.callsTo(account.dana)).toBe(0);
    });

    it('3 pages the next person at once, and the same key twice changes nothing more', async () => {
      const id = await asked();
      expect(await hears('3')).toContain('Paging the next person');
      expect(await night.incident(id)).toMatchObject({ state: 'alerting', accepted_name: null });
      expect(night.callsTo(account.dana)).toBe(1);
      expect(await hears('3')).toContain('already closed');
      expect(night.callsTo(account.dana)).toBe(1);
    });

    it('a voicemail that answers it is silence: the ladder starts again', async () => {
      const id = await asked();
      await hears();
      await night.legEnds(account.mike, 'completed');
      await app.pass(310, 15);
      expect(await night.incident(id)).toMatchObject({ state: 'alerting' });
    });

    it('who has texted STOP is rung as well', async () => {
      const id = await paged();
      await night.presses(account.mike, '2');
      await night.legEnds(account.mike, 'completed');
      await app.db.everything(`update contacts set sms_opted_out_at = app_now() where phone = $1`, [account.mike]);
      await app.pass(905, 15);
      expect(night.callsTo(account.mike)).toBe(2);
      expect(await hears('1')).toContain('Thank you');
      expect((await night.incident(id)).state).toBe('contacted');
    });

    it('a text that arrived is enough: nobody is rung beside it', async () => {
      await paged();
      await night.replies(account.mike, '1');
      const rung = night.callsTo(account.mike);
      await app.pass(960, 15);
      expect(night.textsTo(account.mike).at(-1)).toContain('Did you reach');
      expect(night.callsTo(account.mike)).toBe(rung);
    });
  });

  describe('the first word of an emergency (issue 4 item 5)', () => {
    it('never waits behind news, whatever of it went out a moment ago', async () => {
      await paged();
      await app.pass(700, 50);
      await night.replies(account.dana, '1');
      expect(night.textsTo(account.mike).at(-1)).toContain('You can stand down');
      for (const caller of ['+13125550416', '+13125550417']) {
        await app.clock.advance(10);
        const { code } = await night.emergency({ callerPhone: caller });
        await app.settle();
        expect(night.textsTo(account.mike).at(-1)).toContain(`[${code}] EMERGENCY CALL`);
      }
    });
  });

  describe('decision 2: what the caller was not told', () => {
    const unheard = (incidentId: string) =>
      app.http.get(AccountDb, { strict: false }).within(account.accountId, async (tx) => {
        const [row] = await tx.query<{ call_id: string }>(`select call_id from incidents where id = $1`, [incidentId]);
        await app.http.get(EscalationService, { strict: false }).instructionUnheard(tx, row?.call_id ?? '', GAS_LINE);
      });

    it('a page that had not gone out yet says it, and so do the backup’s and the owner’s', async () => {
      const { incidentId } = await night.emergency({ safetyLine: GAS_LINE });
      await unheard(incidentId);
      await app.pass(1300, 50);
      for (const phone of [account.mike, account.dana, account.dave])
        expect(night.textsTo(phone)[0]).toContain(`NOT told, say first: ${inShort.en}`);
    });

    it('whoever takes it by a key reads it in the confirmation', async () => {
      const { incidentId } = await night.emergency({ safetyLine: GAS_LINE });
      await app.settle();
      await unheard(incidentId);
      await app.settle();
      expect(night.textsTo(account.mike).at(-1)).toMatch(/hung up and was not told what to do.*Please leave/s);
      await night.presses(account.mike, '2');
      expect(night.textsTo(account.mike).at(-1)).toMatch(/^Got it.*NOT told, say first: Leave the house/s);
    });

    it('a caller who rings again and hears it has been told', async () => {
      const { incidentId } = await night.emergency({ safetyLine: GAS_LINE });
      await unheard(incidentId);
      await night.learns(incidentId, { safetyLine: GAS_LINE });
      await app.settle();
      expect(night.textsTo(account.mike)[0]).not.toContain('NOT told');
    });
  });
});
