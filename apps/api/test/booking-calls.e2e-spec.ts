import { newId } from '@platform/tenancy/new-id';
import { Caller } from './calls-caller.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { addMember } from './harness/people.js';
import type { SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

const THURSDAY_7_PM = '2026-02-13T01:00:00Z';
const SLOT = /slot_id=(?<id>[0-9a-f-]{36}) (?<spoken>[^;]+);/g;

const NO_WINDOWS = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

interface Row {
  id: string;
  state: string;
  hold_reason: string | null;
  customer_name: string;
  customer_phone: string | null;
  crew: number;
  starts_at: Date;
}

describe('Booking in a call', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let owner: SignedIn;
  let area = 412;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clock.set(THURSDAY_7_PM);
    metro = await seedAccount(app.db, { area: String((area += 1)) });
    owner = await addMember(app, metro, 'owner');
  });

  const settings = async (body: object) => {
    const url = `/api/v1/accounts/${metro.accountId}/booking/settings`;
    const { body: now } = await app.api().get(url).auth(owner.token, { type: 'bearer' });
    await app
      .api()
      .put(url)
      .auth(owner.token, { type: 'bearer' })
      .set('If-Match', `"${(now as { version: number }).version}"`)
      .send(body)
      .expect(200);
  };
  const post = (rest: string, body: object) =>
    app
      .api()
      .post(`/api/v1/accounts/${metro.accountId}/booking/${rest}`)
      .auth(owner.token, { type: 'bearer' })
      .send(body)
      .expect(201);
  const rows = () =>
    app.db.everything<Row>(`select * from appointments where account_id = $1 order by id`, [metro.accountId]);

  async function tuneUp(from?: string): Promise<Caller> {
    const caller = Caller.of(app, metro, from);
    await caller.rings();
    await caller.says("I'd like to schedule an AC tune-up");
    await caller.tool('classify_call', {
      classification: 'routine',
      urgency_reasoning: 'tune-up',
      service_type: 'hvac',
    });
    await caller.tool('collect_caller_details', {
      caller_name: 'Rachel Torres',
      address: '12 Elm Street, Chicago, IL 60614',
      issue_description: 'AC tune-up',
      service_type: 'hvac',
    });
    return caller;
  }
  const offersIn = (answer: string) =>
    [...answer.matchAll(SLOT)].map(({ groups }) => ({
      spoken: groups?.['spoken']?.trim() ?? '',
      id: groups?.['id'] ?? '',
    }));
  async function offered(caller: Caller, wish: object = {}): Promise<{ spoken: string; id: string }[]> {
    return offersIn(await caller.tool('check_availability', wish));
  }

  it('scenario 27: an account that never touched booking has the office call, as before', async () => {
    const caller = await tuneUp();
    for (const tool of ['check_availability', 'book_appointment'])
      expect(await caller.tool(tool, {})).toContain(
        '"Our office will call you first thing in the morning to get you scheduled."',
      );
    expect(await rows()).toEqual([]);
  });

  it('scenario 26: offered, chosen, booked, confirmed by text, on the card', async () => {
    await settings({ mode: 'auto_book' });
    const caller = await tuneUp('+13125550133');
    const offers = await offered(caller, { preferred_date: 'tomorrow', preferred_time: 'morning' });
    expect(offers.map(({ spoken }) => spoken)).toEqual([
      'tomorrow between eight and ten',
      'tomorrow between ten and noon',
    ]);
    const answer = await caller.tool('book_appointment', { slot_id: offers[1]?.id });
    expect(answer).toContain(
      `"Great, I've got you down for tomorrow between ten and noon. You'll get a confirmation text at this number.`,
    );
    expect(await rows()).toMatchObject([
      { state: 'booked', customer_name: 'Rachel Torres', customer_phone: '+13125550133', hold_reason: null },
    ]);
    await work();
    expect(app.telephony.texts.at(-1)).toMatchObject({
      to: '+13125550133',
      body: 'Confirmed: HVAC appointment with Metro Plumbing on Fri, Feb 13 at 10 AM-12 PM. Reply to this number if you need to reschedule.',
    });
    expect(await caller.card()).toMatchObject({
      appointment_booked: true,
      appointment_at: new Date('2026-02-13T16:00:00Z'),
      address: '12 Elm Street, Chicago, IL 60614',
    });
    expect(await caller.row()).toMatchObject({ stage: 'booking' });
  });

  it("VTCR 2.3: the call's badge and the digest say what was booked", async () => {
    await settings({ mode: 'auto_book' });
    const caller = await tuneUp();
    const [first] = await offered(caller);
    await caller.tool('book_appointment', { slot_id: first?.id });
    const url = `/api/v1/accounts/${metro.accountId}/calls/${(await caller.row()).id}`;
    const { body } = await app.api().get(url).auth(owner.token, { type: 'bearer' }).expect(200);
    expect(body).toMatchObject({ badge: { text: 'Routine - Appointment Booked', tone: 'ok' } });
  });

  it.each([
    ['thu', THURSDAY_7_PM, 'tomorrow morning'],
    ['fri', '2026-02-14T01:00:00Z', 'Monday morning'],
  ])('scenario 28 on %s: nothing this week puts the caller first on the callback list', async (_day, at, when) => {
    await app.clock.set(at);
    await settings({ mode: 'auto_book', windows: { ...NO_WINDOWS, mon: [{ from: '08:00', to: '10:00' }] } });
    await post('appointments', {
      customerName: 'Doug',
      issue: 'Furnace',
      startsAt: '2026-02-16T14:00:00Z',
      endsAt: '2026-02-16T16:00:00Z',
    });
    await settings({ horizonDays: 6 });
    const caller = await tuneUp();
    expect(await caller.tool('check_availability', {})).toContain(
      `"We're fully booked this week. I'll make sure you're first on the callback list ${when}."`,
    );
    expect(await caller.card()).toMatchObject({ callback_reason: 'fully_booked', callback_status: 'not_called' });
    const { body } = await app
      .api()
      .get(`/api/v1/accounts/${metro.accountId}/lead-cards?order=waiting`)
      .auth(owner.token, { type: 'bearer' })
      .expect(200);
    expect((body as { data: object[] }).data[0]).toMatchObject({
      callerName: 'Rachel Torres',
      callbackReasonLabel: 'Fully booked this week: call first',
      appointment: { label: 'Not booked' },
    });
  });

  it('mode 2 holds and promises a confirmation, never a booking', async () => {
    await settings({ mode: 'suggest' });
    const caller = await tuneUp();
    const [first] = await offered(caller);
    const answer = await caller.tool('book_appointment', { slot_id: first?.id });
    expect(answer).toMatch(/^Held, not booked yet/);
    expect(answer).toContain(
      `"I've set tomorrow between eight and ten aside for you. Our office will confirm it, and you'll get a text`,
    );
    expect(await rows()).toMatchObject([{ state: 'held', hold_reason: 'mode' }]);
    expect(await caller.card()).toMatchObject({
      appointment_booked: false,
      appointment_at: new Date('2026-02-13T14:00:00Z'),
    });
    expect(await texts()).toEqual([]);
  });

  it('outside the rules of mode 3 it is held', async () => {
    await settings({ mode: 'auto_book', zones: ['60601'] });
    const caller = await tuneUp();
    const [first] = await offered(caller);
    await caller.tool('book_appointment', { slot_id: first?.id });
    expect(await rows()).toMatchObject([{ state: 'held', hold_reason: 'zone' }]);
  });

  it('an emergency never books: what the appointment is for opens an incident instead', async () => {
    await settings({ mode: 'auto_book' });
    const caller = await tuneUp();
    const [first] = await offered(caller);
    const answer = await caller.tool('book_appointment', {
      slot_id: first?.id,
      issue_description: 'There is a strong smell of gas in the basement',
    });
    expect(answer).toMatch(/Emergency recorded; Mike is being alerted/);
    expect(await caller.incidents()).toHaveLength(1);
    expect(await caller.tool('check_availability', {})).not.toMatch(/slot_id/);
    expect(await rows()).toEqual([]);
  });

  it("AI-04: forged, stale and other calls' slots book nothing", async () => {
    await settings({ mode: 'auto_book' });
    const [one, other] = [await tuneUp(), await tuneUp()];
    const [mine] = await offered(one);
    for (const slot_id of [newId(), 'tomorrow at ten', "' or 1=1", '', undefined])
      expect(await one.tool('book_appointment', { slot_id })).toMatch(/^No such time was offered/);
    expect(await other.tool('book_appointment', { slot_id: mine?.id })).toMatch(/^No such time was offered/);
    await app.clock.advance(10 * 60);
    expect(await one.tool('book_appointment', { slot_id: mine?.id })).toMatch(/^No such time was offered/);
    expect(await rows()).toEqual([]);
  });

  it("another account's slot is none", async () => {
    await settings({ mode: 'auto_book' });
    const [slot] = await offered(await tuneUp());
    metro = await seedAccount(app.db, { name: 'Apex Air', area: String((area += 1)) });
    owner = await addMember(app, metro, 'owner');
    await settings({ mode: 'auto_book' });
    expect(await (await tuneUp()).tool('book_appointment', { slot_id: slot?.id })).toMatch(/^No such time was offered/);
  });

  it('one booking per call: the same tool call, another one, another window', async () => {
    await settings({ mode: 'auto_book' });
    const caller = await tuneUp();
    const [first, second] = await offered(caller);
    const answer = await caller.tool('book_appointment', { slot_id: first?.id }, 'tool-x');
    expect(await caller.tool('book_appointment', { slot_id: first?.id }, 'tool-x')).toBe(answer);
    expect(await caller.tool('book_appointment', { slot_id: first?.id })).toMatch(/has its appointment already/);
    expect(await caller.tool('book_appointment', { slot_id: second?.id })).toMatch(/has its appointment already/);
    expect(await rows()).toHaveLength(1);
    expect(await texts()).toHaveLength(1);
  });

  it('fifty calls for the last window: one has it, the others hear what is open then', async () => {
    await settings({
      mode: 'auto_book',
      windows: {
        mon: [],
        tue: [],
        wed: [],
        thu: [],
        fri: [
          { from: '08:00', to: '10:00' },
          { from: '10:00', to: '12:00' },
        ],
        sat: [],
        sun: [],
      },
    });
    const callers: Caller[] = [];
    for (let n = 0; n < 50; n += 1) callers.push(await tuneUp(`+1312555${String(2000 + n)}`));
    const slots: string[] = [];
    for (const caller of callers) slots.push((await offered(caller))[0]?.id ?? '');
    const book = async (caller: Caller, n: number): Promise<string> => {
      const answer = await caller.tool('book_appointment', { slot_id: slots[n] });
      // Fifty at one instant are more than one process has connections: the agent is told to try once more, and does.
      return answer.startsWith('ERROR This could not be saved just now') ? book(caller, n) : answer;
    };
    const answers = await Promise.all(callers.map(book));
    expect(answers.filter((answer) => answer.startsWith('Booked.'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.startsWith('That time has just been taken.'))).toHaveLength(49);
    expect(answers.filter((answer) => answer.includes('tomorrow between ten and noon'))).toHaveLength(49);
    expect(await rows()).toHaveLength(1);
  }, 120_000);

  it('AI-03: the agent learns nothing of the calendar but open windows', async () => {
    await settings({ mode: 'auto_book' });
    const first = await tuneUp();
    await first.tool('book_appointment', { slot_id: (await offered(first))[0]?.id });
    const answer = await (await tuneUp()).tool('check_availability', { preferred_date: 'tomorrow' });
    expect(offersIn(answer).length).toBeLessThanOrEqual(3);
    expect(answer).not.toMatch(/Rachel|Elm|tune-up|eight and ten/);
  });

  it('a caller without a number is booked and not promised a text', async () => {
    await settings({ mode: 'auto_book' });
    const caller = new Caller(app, metro.line, null);
    await caller.rings();
    await caller.tool('classify_call', {
      classification: 'routine',
      urgency_reasoning: 'tune-up',
      service_type: 'hvac',
    });
    const [slot] = await offered(caller, { issue_description: 'AC tune-up', service_type: 'hvac' });
    const answer = await caller.tool('book_appointment', {
      slot_id: slot?.id,
      issue_description: 'AC tune-up',
      caller_name: 'Pat',
    });
    expect(answer).toMatch(/^Booked/);
    expect(answer).not.toMatch(/text/);
    expect(await texts()).toEqual([]);
  });

  const texts = () =>
    app.db.everything<{ id: string }>(`select id from appointment_texts where account_id = $1 order by id`, [
      metro.accountId,
    ]);
  async function work(): Promise<void> {
    for (const { id } of await rows()) await app.job('booking.follow_card', metro.accountId, id);
    for (const { id } of await texts()) await app.job('booking.text_customer', metro.accountId, id);
  }
});
