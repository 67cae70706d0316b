import type { AccountId } from '@domain/ids';
import { newId } from '@platform/tenancy/new-id';
import type { Response } from 'supertest';
import { EscalationService } from '../src/escalation/escalation.service.js';
import { LeadCardsService } from '../src/lead-cards/lead-cards.service.js';
import type { CardDraft } from '../src/lead-cards/lead-cards.types.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, type SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

interface Card {
  id: string;
  callId: string;
  version: number;
  callerName: string;
  callbackStatus: string;
  callbackNotes: string | null;
  onCall: { state: string; label: string };
}
const bodyOf = <T>(response: Response): T => response.body as T;

describe('Lead cards', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let apex: SeededAccount;
  let csr: SignedIn;
  let stranger: SignedIn;
  let cards: LeadCardsService;

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db);
    apex = await seedAccount(app.db, { name: 'Apex Air', area: '303', timeZone: 'America/Denver' });
    csr = await signInAs(app, metro, 'csr');
    stranger = await signInAs(app, apex, 'owner');
    cards = app.http.get(LeadCardsService, { strict: false });
  });
  afterAll(() => app.close());

  async function aCall(account: SeededAccount, calledAt = app.clock.now()): Promise<string> {
    const id = newId();
    await app.db.accounts.within(account.accountId, (tx) =>
      tx.query(
        `insert into calls (account_id, id, line_id, call_sid, caller_phone, status, handled_by, called_at, recording_sid)
         values ($1, $2, $3, $4, '+13125550141', 'completed', 'ai', $5, 'RE1')`,
        [account.accountId, id, account.lineId, `CA${id}`, calledAt],
      ),
    );
    return id;
  }

  const draft = (callId: string, given: Partial<CardDraft> = {}): CardDraft => ({
    callId,
    calledAt: app.clock.now(),
    classification: 'routine',
    priority: 'routine',
    callerPhone: '+13125550141',
    ...given,
  });
  const save = (accountId: AccountId, given: CardDraft) =>
    app.db.accounts.within(accountId, (tx) => cards.save(tx, given));
  const aCard = async (given: Partial<CardDraft> = {}): Promise<string> =>
    save(metro.accountId, draft(await aCall(metro), given));

  const path = (account: SeededAccount, rest = '') => `/api/v1/accounts/${account.accountId}/lead-cards${rest}`;
  const get = (rest: string, who = csr, account = metro) =>
    app.api().get(path(account, rest)).auth(who.token, { type: 'bearer' });
  const setCallback = (cardId: string, version: number | null, body: object, who = csr) => {
    const account = who === stranger ? apex : metro;
    const request = app
      .api()
      .patch(path(account, `/${cardId}/callback`))
      .auth(who.token, { type: 'bearer' });
    return (version === null ? request : request.set('If-Match', `"${version}"`)).send(body);
  };
  const eventsOf = (cardId: string) =>
    app.db.everything<{ event: string }>(`select event from journal where subject_id = $1 order by seq`, [cardId]);

  it('VTCR 2.4: two reports of one call at the same moment make one card', async () => {
    const callId = await aCall(metro);
    const ids = await Promise.all(
      ['Jim', 'Jim Kowalski', 'Jim K.', 'Jim Kowalski'].map((callerName) =>
        save(metro.accountId, draft(callId, { callerName })),
      ),
    );
    expect(new Set(ids).size).toBe(1);
    const events = (await eventsOf(ids[0] ?? '')).map((row) => row.event);
    expect(events.filter((event) => event === 'lead_card.created')).toHaveLength(1);
  });

  it('VTCR 2.4: the card grows during the call and the report completes it; a late blank report erases nothing', async () => {
    const callId = await aCall(metro);
    const first = { classification: 'emergency', priority: 'emergency', reasoning: 'water spraying' } as const;
    const id = await save(metro.accountId, draft(callId, { ...first, issueSummary: 'Burst pipe' }));
    await save(metro.accountId, draft(callId, { ...first, callerName: 'Jim Kowalski', callerTone: 'panicked' }));
    await save(metro.accountId, draft(callId, { callerName: '', completed: true, callDurationSeconds: 100 }));
    const card = await get(`/${id}`).expect(200);
    expect(card.body).toMatchObject({
      classification: 'emergency',
      callerName: 'Jim Kowalski',
      issueSummary: 'Burst pipe',
      classificationReasoning: 'water spraying',
      callerTone: 'panicked',
      callDurationSeconds: 100,
      address: null,
      notes: 'Address not provided',
      appointmentBooked: false,
      callbackStatus: 'not_called',
      hasRecording: true,
      hasTranscript: false,
      onCall: { state: 'not_applicable', label: 'N/A', incidentId: null },
      look: { badge: { text: 'EMERGENCY', tone: 'emergency' } },
    });
    expect(card.headers['etag']).toBe(`"${bodyOf<Card>(card).version}"`);
  });

  it('a report delivered twice changes nothing, not even the version', async () => {
    const callId = await aCall(metro);
    const report = draft(callId, { callerName: 'Sarah Chen', address: '1447 Birch Street', completed: true });
    const id = await save(metro.accountId, report);
    const before = bodyOf<Card>(await get(`/${id}`));
    await save(metro.accountId, report);
    expect(bodyOf<Card>(await get(`/${id}`))).toEqual(before);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it("PRD §8: an emergency's card shows how the on-call tech answered, in the account's own time", async () => {
    const callId = await aCall(metro);
    const id = await save(metro.accountId, draft(callId, { classification: 'emergency', priority: 'emergency' }));
    const escalation = app.http.get(EscalationService, { strict: false });
    await app.db.accounts.within(metro.accountId, async (tx) => {
      const report = { callId, callSid: `CA${callId}`, lineNumber: metro.line, callerPhone: '+13125550199' };
      await escalation.open(tx, { ...report, issueSummary: 'Burst pipe', openedBy: 'rules' });
    });
    expect(bodyOf<Card>(await get(`/${id}`)).onCall.state).toBe('routing');
    await app.db.accounts.within(metro.accountId, (tx) =>
      tx.query(
        `update incidents set state = 'accepted', next_fire_at = null, accepted_name = 'Mike T.', accepted_via = 'sms',
           accepted_at = '2026-02-13T03:24:15Z' where account_id = $1 and call_id = $2`,
        [metro.accountId, callId],
      ),
    );
    expect(bodyOf<Card>(await get(`/${id}`)).onCall).toMatchObject({
      state: 'acknowledged',
      label: 'Mike T. acknowledged at 9:24 PM',
    });
  });

  it('VTCR 4.1: a saved callback takes the card off the counter and says who saved it', async () => {
    const count = async () => bodyOf<{ needsCallback: number }>(await get('/counts').expect(200)).needsCallback;
    const id = await aCard({ callerName: 'Doug Patterson' });
    const before = await count();
    const { version } = bodyOf<Card>(await get(`/${id}`));
    const saved = await setCallback(id, version, { status: 'called_booked', notes: 'Tue 10am' }).expect(200);
    expect(saved.body).toMatchObject({
      callbackStatus: 'called_booked',
      callbackNotes: 'Tue 10am',
      version: version + 1,
    });
    expect(saved.headers['etag']).toBe(`"${version + 1}"`);
    expect(await count()).toBe(before - 1);
    const [entry] = await app.db.everything<{ actor: object }>(
      `select actor from journal where subject_id = $1 and event = 'lead_card.callback_changed'`,
      [id],
    );
    expect(entry?.actor).toEqual({ type: 'user', id: csr.userId });
  });

  it('VTCR 4.1: two people saving one card: the second is told, and the first stays saved', async () => {
    const id = await aCard();
    const { version } = bodyOf<Card>(await get(`/${id}`));
    const both = await Promise.all([
      setCallback(id, version, { status: 'resolved' }),
      setCallback(id, version, { status: 'called_no_answer' }),
    ]);
    expect(both.map((response) => response.status).sort()).toEqual([200, 412]);
    const refused = both.find((response) => response.status === 412);
    expect(refused?.body).toMatchObject({ code: 'lead-card-changed', status: 412 });
  });

  it('a save without the version seen, or with words of its own, is refused', async () => {
    const id = await aCard();
    await setCallback(id, null, { status: 'resolved' }).expect(428);
    await setCallback(id, 2, { status: 'paid' }).expect(400);
    await setCallback(id, 2, { status: 'resolved', notes: 'x'.repeat(2001) }).expect(400);
    await setCallback(id, 2, { status: 'resolved', classification: 'spam' }).expect(400);
  });

  it('another account sees nothing: its ids answer like ids that never were', async () => {
    const id = await aCard({ callerName: 'cnry_metro_lead_cards_caller_name' });
    const missing = await get(`/${newId()}`, stranger, apex).expect(404);
    const foreign = await get(`/${id}`, stranger, apex).expect(404);
    const { instance: _, ...said } = missing.body as { instance: string };
    expect(foreign.body).toMatchObject(said);
    await setCallback(id, 1, { status: 'resolved' }, stranger).expect(404);
    await get('', stranger, metro).expect(404);
    expect((await get('', stranger, apex).expect(200)).text).not.toContain('cnry_metro');
  });

  describe('the list', () => {
    let many: SeededAccount;
    let owner: SignedIn;
    const names = (response: Response) => bodyOf<{ data: Card[] }>(response).data.map((card) => card.callerName);
    const list = (query: string) => get(`?${query}`, owner, many);

    beforeAll(async () => {
      many = await seedAccount(app.db, { name: 'Busy Co', area: '414' });
      owner = await signInAs(app, many, 'owner');
      for (const [index, given] of [
        {
          callerName: 'Ann',
          address: '218 Oak Lane',
          issueSummary: 'Gas smell',
          classification: 'emergency' as const,
          priority: 'emergency' as const,
        },
        { callerName: 'Bob 100%', callerPhone: '+14145550177', issueSummary: 'Quote' },
        { callerName: 'Cid_y', classification: 'spam' as const, issueSummary: 'Ads' },
        { callerName: 'Dee', issueSummary: 'No hot water', priority: 'same_day' as const },
        { callerName: 'Eve', issueSummary: 'Faucet' },
      ].entries()) {
        const calledAt = new Date(Date.UTC(2026, 1, 13, 1, index));
        await save(many.accountId, { ...draft(await aCall(many, calledAt)), ...given, calledAt });
      }
    });

    it('VTCR 2.5: is newest first with spam at the bottom', async () => {
      expect(names(await list('limit=10'))).toEqual(['Eve', 'Dee', 'Bob 100%', 'Ann', 'Cid_y']);
    });

    it.each([
      ['newest', ['Eve', 'Dee', 'Bob 100%', 'Ann', 'Cid_y']],
      ['waiting', ['Ann', 'Dee', 'Bob 100%', 'Eve', 'Cid_y']],
    ])('in the order %s pages without losing or repeating a card', async (order, expected) => {
      const seen: string[] = [];
      let after: string | null = '';
      while (after !== null) {
        const page: Response = await list(`limit=2&order=${order}${after && `&after=${after}`}`).expect(200);
        seen.push(...names(page));
        after = bodyOf<{ nextCursor: string | null }>(page).nextCursor;
      }
      expect(seen).toEqual(expected);
    });

    it('refuses a cursor of another account, of another order, and a forged one', async () => {
      const { nextCursor } = bodyOf<{ nextCursor: string }>(await list('limit=2'));
      await get(`?after=${nextCursor}`).expect(400);
      await list(`order=waiting&after=${nextCursor}`).expect(400);
      const refused = await list(`after=${Buffer.from('x'.repeat(60)).toString('base64url')}`).expect(400);
      expect(refused.body).toMatchObject({ code: 'invalid-cursor' });
    });

    it.each([
      ['q=oak', ['Ann']],
      ['q=gas', ['Ann']],
      ['q=(414) 555-0177', ['Bob 100%']],
      ['q=%25', ['Bob 100%']],
      ['q=_', ['Cid_y']],
      ["q=' or 1=1 --", []],
      ['class=emergency', ['Ann']],
      ['callbackStatus=resolved', []],
      ['class=routine&callbackStatus=not_called&q=e', ['Eve', 'Dee', 'Bob 100%']],
    ])('narrowed by %s shows %j', async (query, expected) => {
      expect(names(await list(encodeURI(query).replace('%2525', '%25')).expect(200))).toEqual(expected);
    });

    it.each(['limit=0', 'limit=101', 'class=urgent', 'order=oldest', `q=${'x'.repeat(81)}`, 'sort=name'])(
      'refuses %s',
      async (query) => {
        await list(query).expect(400);
      },
    );
  });
});
