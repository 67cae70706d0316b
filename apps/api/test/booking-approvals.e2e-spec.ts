import { newId } from '@platform/tenancy/new-id';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { addMember } from './harness/people.js';
import type { SignedIn } from './harness/sign-in.js';
import { Caller } from './calls-caller.js';
import { TestApp } from './harness/test-app.js';

/** The office has closed, and people are awake. */
const THURSDAY_6_PM = '2026-02-13T00:00:00Z';
const CONFIRMED =
  'Confirmed: HVAC appointment with Metro Plumbing on Fri, Feb 13 at 8 AM-10 AM. Reply to this number if you need to reschedule.';

interface Row {
  id: string;
  state: string;
  code: string;
  starts_at: Date;
  held_until: Date | null;
  approver_id: string | null;
}

describe('Held windows (mode 2)', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let owner: SignedIn;
  let area = 512;
  let number = 3000;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clock.set(THURSDAY_6_PM);
    metro = await seedAccount(app.db, { area: String((area += 1)) });
    owner = await addMember(app, metro, 'owner');
    const dana = await app.db.everything<{ id: string }>(
      `select id from contacts where account_id = $1 and name = 'Dana'`,
      [metro.accountId],
    );
    await api('put', 'settings', { mode: 'suggest', approverContactId: dana[0]?.id });
  });

  const api = async (method: 'put' | 'post', rest: string, body: object = {}) => {
    const url = `/api/v1/accounts/${metro.accountId}/booking/${rest}`;
    return app.api()[method](url).auth(owner.token, { type: 'bearer' }).set('If-Match', '"1"').send(body).expect(200);
  };
  const rows = () =>
    app.db.everything<Row>(`select * from appointments where account_id = $1 order by id`, [metro.accountId]);
  const only = async (): Promise<Row> => (await rows()).at(-1) as Row;

  /** Somebody calls and has a window held; the approver is asked. */
  async function held(): Promise<{ caller: Caller; code: string; phone: string }> {
    const phone = `+1312555${(number += 1)}`;
    const caller = Caller.of(app, metro, phone);
    await caller.rings();
    await caller.tool('classify_call', {
      classification: 'routine',
      urgency_reasoning: 'tune-up',
      service_type: 'hvac',
    });
    await caller.tool('collect_caller_details', {
      caller_name: 'Rachel Torres',
      address: '12 Elm St',
      issue_description: 'AC tune-up',
      service_type: 'hvac',
    });
    const answer = await caller.tool('check_availability', { issue_description: 'AC tune-up' });
    const [, slot_id] = /slot_id=([0-9a-f-]{36})/.exec(answer) ?? [];
    expect(await caller.tool('book_appointment', { slot_id, issue_description: 'AC tune-up' })).toMatch(/^Held/);
    await work();
    return { caller, phone, code: (await only()).code };
  }
  /** Alarms, then everything the queues would do. */
  async function work(): Promise<void> {
    await app.settle();
    await all('on_call_notes', 'on_call.notify');
    await all('appointments', 'booking.follow_card');
    await all('appointment_texts', 'booking.text_customer');
  }
  async function all(table: string, job: Parameters<TestApp['job']>[0]): Promise<void> {
    const found = await app.db.everything<{ id: string }>(`select id from ${table} where account_id = $1 order by id`, [
      metro.accountId,
    ]);
    for (const { id } of found) await app.job(job, metro.accountId, id);
  }
  async function texts(from: string, body: string, sid = newId()): Promise<string> {
    const answer = await app.twilio('sms-incoming', {
      MessageSid: `SM${sid.replaceAll('-', '')}`,
      From: from,
      To: metro.line,
      Body: body,
    });
    expect(answer.status).toBe(200);
    await work();
    return /<Message>(.*?)<\/Message>/s.exec(answer.text)?.[1] ?? '';
  }
  const to = (phone: string) => app.telephony.texts.filter((text) => text.to === phone).map(({ body }) => body);

  it('asks the approver with a code and the three keys; "1" books, and only then the customer reads of it', async () => {
    const { caller, code, phone } = await held();
    expect(to(metro.dana)).toEqual([
      `APPROVE ${code}? Metro Plumbing\nFri, Feb 13 8 AM-10 AM\nHVAC, Rachel Torres\n12 Elm St\nJob: AC tune-up\nReply ${code} 1=Approve 2=Other time 3=I'll call`,
    ]);
    expect(to(phone)).toEqual([]);
    expect(await texts(metro.dana, '1')).toBe(`${code} booked for Fri, Feb 13 8 AM-10 AM. The customer gets a text.`);
    expect(await only()).toMatchObject({ state: 'booked', held_until: null });
    expect(to(phone)).toEqual([CONFIRMED]);
    expect(await caller.card()).toMatchObject({ appointment_booked: true });
  });

  it('the same text delivered twice books once', async () => {
    const { phone } = await held();
    const sid = newId();
    await texts(metro.dana, '1', sid);
    expect(await texts(metro.dana, '1', sid)).toBe('');
    expect(to(phone)).toHaveLength(1);
  });

  it('"2" reads out other times, and a letter takes one', async () => {
    const { code, phone } = await held();
    expect(await texts(metro.dana, `${code} 2`)).toBe(
      `A Fri, Feb 13 10 AM-12 PM\nB Fri, Feb 13 1 PM-3 PM\nC Fri, Feb 13 3 PM-5 PM\nReply ${code} and the letter, or ${code} 3=I'll call`,
    );
    expect(await texts(metro.dana, 'b')).toMatch(/booked for Fri, Feb 13 1 PM-3 PM/);
    expect((await rows()).map(({ state }) => state)).toEqual(['moved', 'booked']);
    expect(to(phone)).toEqual([CONFIRMED.replace('8 AM-10 AM', '1 PM-3 PM')]);
  });

  it('a letter whose time was taken meanwhile loses nothing: the caller stays held, and "1" still books', async () => {
    const { code, phone } = await held();
    await texts(metro.dana, `${code} 2`);
    const onePm = { startsAt: '2026-02-13T19:00:00Z', endsAt: '2026-02-13T21:00:00Z' };
    await app
      .api()
      .post(`/api/v1/accounts/${metro.accountId}/booking/appointments`)
      .auth(owner.token, { type: 'bearer' })
      .send({ ...onePm, customerName: 'Sal', issue: 'Leak', serviceType: 'plumbing', textCustomer: false })
      .expect(201);
    expect(await texts(metro.dana, 'b')).toMatch(/taken by now/);
    expect((await rows()).map(({ state }) => state)).toEqual(['held', 'booked']);
    expect(await texts(metro.dana, `${code} 1`)).toMatch(/booked for Fri, Feb 13 8 AM-10 AM/);
    expect(to(phone)).toEqual([CONFIRMED]);
  });

  it('"3" frees the window and puts the card first, with the number to call', async () => {
    const { caller, code, phone } = await held();
    expect(await texts(metro.dana, '3')).toMatch(new RegExp(`^${code}: the time is free again. Call Rachel Torres at`));
    expect(await only()).toMatchObject({ state: 'declined' });
    expect(await caller.card()).toMatchObject({
      appointment_booked: false,
      appointment_at: null,
      callback_reason: 'hold_declined',
      callback_status: 'not_called',
    });
    expect(to(phone)).toEqual([]);
  });

  it('by night nobody is texted before seven; the first window of the morning can still be approved', async () => {
    await app.clock.set('2026-02-13T05:00:00Z');
    const { code } = await held();
    expect(to(metro.dana)).toEqual([]);
    await app.clock.set('2026-02-13T13:00:00Z');
    await work();
    expect(to(metro.dana)).toHaveLength(1);
    await app.clock.advance(20 * 60);
    expect(await texts(metro.dana, '1')).toBe(`${code} booked for Fri, Feb 13 8 AM-10 AM. The customer gets a text.`);
  });

  it('nobody answers: the window is free again and the card is first on the list', async () => {
    const { caller } = await held();
    await app.clock.advance(119 * 60);
    await work();
    expect(await only()).toMatchObject({ state: 'held' });
    await app.clock.advance(2 * 60);
    await work();
    expect(await only()).toMatchObject({ state: 'expired' });
    expect(await caller.card()).toMatchObject({ callback_reason: 'hold_expired', callback_status: 'not_called' });
    expect(await texts(metro.dana, `${(await only()).code} 1`)).toMatch(/waits for nobody any more/);
    await held();
  });

  it('several wait: a bare key asks which, a code says it', async () => {
    const first = await held();
    const second = await held();
    expect(await texts(metro.dana, '1')).toBe(
      `Several times wait for you: ${first.code}, ${second.code}. Put the code first, e.g. ${first.code} 1.`,
    );
    expect(await texts(metro.dana, `${second.code} 1`)).toMatch(/booked for/);
    expect((await rows()).map(({ state }) => state)).toEqual(['held', 'booked']);
  });

  it('an open emergency of the same person wins a bare "1"; the code still means the window', async () => {
    const { code } = await held();
    const jim = Caller.of(app, metro, '+13125550141');
    await jim.rings();
    await jim.says('Water is pouring through my ceiling');
    await jim.tool('classify_call', {
      classification: 'emergency',
      urgency_reasoning: 'water',
      service_type: 'plumbing',
    });
    await app.pass(700, 30);
    expect(to(metro.dana).some((body) => body.includes('EMERGENCY'))).toBe(true);
    expect(await texts(metro.dana, `${code} 3`)).toMatch(/the time is free again/);
    expect(await jim.incidents()).toMatchObject([{ state: 'alerting' }]);
    await texts(metro.dana, '1');
    expect(await jim.incidents()).toMatchObject([{ state: 'accepted', accepted_name: 'Dana' }]);
  });

  it('a bare "1" for the emergency leaves the window held', async () => {
    await held();
    const jim = Caller.of(app, metro, '+13125550142');
    await jim.rings();
    await jim.says('Water is pouring through my ceiling');
    await jim.tool('classify_call', {
      classification: 'emergency',
      urgency_reasoning: 'water',
      service_type: 'plumbing',
    });
    await app.pass(700, 30);
    await texts(metro.dana, '1');
    expect(await jim.incidents()).toMatchObject([{ state: 'accepted' }]);
    expect(await only()).toMatchObject({ state: 'held' });
  });

  it('somebody else of the team, and a stranger, approve nothing', async () => {
    const { code } = await held();
    expect(await texts(metro.mike, `${code} 1`)).toMatch(/waits for nobody/);
    expect(await texts('+13125559999', `${code} 1`)).toBe('');
    expect(await only()).toMatchObject({ state: 'held' });
  });

  it('approved on the screen at another time: booked there', async () => {
    const { phone } = await held();
    const { id } = await only();
    await api('post', `appointments/${id}/approve`, {
      time: { startsAt: '2026-02-13T16:00:00Z', endsAt: '2026-02-13T18:00:00Z' },
    });
    await work();
    expect(to(phone)).toEqual([CONFIRMED.replace('8 AM-10 AM', '10 AM-12 PM')]);
    expect(await texts(metro.dana, '1')).not.toMatch(/booked/);
  });

  it('the customer texts that they need another time: kept, thanked once, first on the callback list', async () => {
    const { caller, phone } = await held();
    await texts(metro.dana, '1');
    expect(await texts(phone, "Sorry, I can't make it Friday")).toMatch(/^Thanks, Metro Plumbing has your message/);
    expect(await texts(phone, 'Monday would be fine')).toBe('');
    expect(await caller.card()).toMatchObject({
      callback_reason: 'reschedule',
      callback_status: 'not_called',
      appointment_booked: true,
      notes: "Texted: Sorry, I can't make it Friday\nTexted: Monday would be fine",
    });
    const url = `/api/v1/accounts/${metro.accountId}`;
    const { body } = await app.api().get(`${url}/lead-cards/counts`).auth(owner.token, { type: 'bearer' });
    expect(body).toEqual({ needsCallback: 1 });
    const shown = await app
      .api()
      .get(`${url}/booking/appointments/${(await only()).id}`)
      .auth(owner.token, { type: 'bearer' });
    expect((shown.body as { replies: object[] }).replies).toHaveLength(2);
  });

  it('a customer who texts STOP gets no more of ours', async () => {
    const { phone } = await held();
    expect(await texts(phone, 'STOP')).toBe('');
    expect(await texts(metro.dana, '1')).toMatch(/cannot be texted: please call/);
    expect(to(phone)).toEqual([]);
  });

  it('a stranger without an appointment is answered nothing', async () => {
    expect(await texts('+13125558888', 'Do you have time tomorrow?')).toBe('');
  });
});
