import { newId } from '@platform/tenancy/new-id';
import { addMember } from './harness/people.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import type { SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

interface View {
  id: string;
  state: string;
  startsAt: string;
  movedFrom: string | null;
  crew: number;
  customerName: string;
  customerText: { kind: string; state: string } | null;
}

const THURSDAY_7_PM = '2026-02-13T01:00:00Z';
const FRIDAY = { startsAt: '2026-02-13T14:00:00.000Z', endsAt: '2026-02-13T16:00:00.000Z' };
const LATER = { startsAt: '2026-02-13T16:00:00.000Z', endsAt: '2026-02-13T18:00:00.000Z' };
const rachel = {
  customerName: 'Rachel Torres',
  customerPhone: '(312) 555-0133',
  serviceType: 'hvac',
  issue: 'AC tune-up',
};

describe('appointments through the API', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let owner: SignedIn;
  let dispatcher: SignedIn;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clock.set(THURSDAY_7_PM);
    metro = await seedAccount(app.db, { area: String((area += 1)) });
    owner = await addMember(app, metro, 'owner');
    dispatcher = await addMember(app, metro, 'dispatcher');
  });
  let area = 312;

  const path = (rest: string, account = metro) => `/api/v1/accounts/${account.accountId}/booking/${rest}`;
  const get = (rest: string, who = dispatcher) => app.api().get(path(rest)).auth(who.token, { type: 'bearer' });
  const post = (rest: string, body: object, who = dispatcher) =>
    app.api().post(path(rest)).auth(who.token, { type: 'bearer' }).send(body);
  const save = (body: object, version = 1, who = owner) =>
    app.api().put(path('settings')).auth(who.token, { type: 'bearer' }).set('If-Match', `"${version}"`).send(body);
  const made = async (extra: object = {}): Promise<View> =>
    (await post('appointments', { ...rachel, ...FRIDAY, ...extra }).expect(201)).body as View;
  const events = async () =>
    (
      await app.db.everything<{ event: string }>(
        `select event from journal where account_id = $1 and event like 'appointment.%' order by seq`,
        [metro.accountId],
      )
    ).map(({ event }) => event);

  it('mode 1 is what an account has that never touched it', async () => {
    const { body, headers } = await get('settings').expect(200);
    expect(body).toMatchObject({ mode: 'assist_only', offersTimes: false, version: 1, crews: 1, zones: [] });
    expect(headers['etag']).toBe('"1"');
  });

  it('a saved mode switches the agent over, and a version somebody has not seen is refused', async () => {
    const saved = await save({ mode: 'suggest', crews: 2, zones: ['60614'], valueLimitCents: null }).expect(200);
    expect(saved.body).toMatchObject({ mode: 'suggest', crews: 2, offersTimes: true, version: 2, leadHours: 4 });
    await save({ mode: 'auto_book' }).expect(412);
    const config = () =>
      app.db.everything(`select calendar_enabled from after_hours_configs where account_id = $1`, [metro.accountId]);
    expect(await config()).toEqual([{ calendar_enabled: true }]);
    await save({ mode: 'assist_only' }, 2).expect(200);
    expect(await config()).toEqual([{ calendar_enabled: false }]);
  });

  it.each([
    ['a mode nobody knows', { mode: 'yolo' }],
    ['a ZIP that is none', { zones: ['Chicago'] }],
    [
      'windows that overlap',
      {
        windows: week([
          { from: '08:00', to: '10:00' },
          { from: '09:00', to: '11:00' },
        ]),
      },
    ],
    ['a window that ends before it begins', { windows: week([{ from: '10:00', to: '08:00' }]) }],
    ['no windows at all', { mode: 'suggest', windows: week([]) }],
    ['an approver of another account', { approverContactId: newId() }],
    ['a field that does not exist', { nonsense: true }],
    ['null where a number belongs', { crews: null }],
  ])('refuses %s', async (_what, body) => {
    expect((await save(body)).status).toBe(400);
  });

  it('shows open windows and takes what is taken out of them', async () => {
    const open = async () =>
      ((await get('slots').expect(200)).body as { data: { startsAt: string }[] }).data[0]?.startsAt;
    expect(await open()).toBe(FRIDAY.startsAt);
    await made();
    expect(await open()).toBe(LATER.startsAt);
  });

  it('an appointment by hand: confirmed by text, in the journal, in the list', async () => {
    const view = await made();
    expect(view).toMatchObject({
      state: 'booked',
      bookedBy: 'team',
      customerPhone: '+13125550133',
      crew: 1,
      when: 'Fri, Feb 13 8 AM-10 AM',
      customerText: { kind: 'confirmed', state: 'waiting' },
    });
    await runTexts();
    expect(app.telephony.texts.at(-1)).toMatchObject({
      to: '+13125550133',
      from: metro.line,
      body: 'Confirmed: HVAC appointment with Metro Plumbing on Fri, Feb 13 at 8 AM-10 AM. Reply to this number if you need to reschedule.',
    });
    expect((await get(`appointments/${view.id}`).expect(200)).body).toMatchObject({ customerText: { state: 'sent' } });
    expect((await get('appointments').expect(200)).body).toMatchObject({ data: [{ id: view.id }], nextCursor: null });
    expect(await events()).toEqual(['appointment.booked']);
  });

  it('a text that was sent before the process died is not sent again', async () => {
    await made();
    const sent = app.telephony.texts.length;
    await runTexts();
    await app.db.everything(
      `update appointment_texts set state = 'sending', sid = null, sent_at = null where account_id = $1`,
      [metro.accountId],
    );
    await runTexts();
    expect(app.telephony.texts.length).toBe(sent + 1);
    expect(await texts()).toMatchObject([{ state: 'sent' }]);
  });

  it('who texted STOP, and who is not to be told, gets none', async () => {
    await app.db.everything(`insert into customer_opt_outs values ($1, '+13125550133', app_now())`, [metro.accountId]);
    expect(await made()).toMatchObject({ customerText: null });
    expect(await made({ ...LATER, customerPhone: '+13125550134', textCustomer: false })).toMatchObject({
      customerText: null,
    });
  });

  it('two people can never send one crew to two places', async () => {
    await made();
    expect((await post('appointments', { ...rachel, ...FRIDAY }).expect(409)).body).toMatchObject({
      code: 'window-taken',
    });
    const overlapping = { startsAt: '2026-02-13T15:00:00Z', endsAt: '2026-02-13T17:00:00Z' };
    await post('appointments', { ...rachel, ...overlapping }).expect(409);
    await save({ crews: 2 }).expect(200);
    expect(await made({ ...overlapping })).toMatchObject({ crew: 2 });
  });

  it('moves: the old row says so, the customer reads the new time, and its window is free', async () => {
    const old = await made();
    const moved = (await post(`appointments/${old.id}/move`, LATER).expect(200)).body as View;
    expect(moved).toMatchObject({
      state: 'booked',
      movedFrom: old.id,
      startsAt: LATER.startsAt,
      customerText: { kind: 'moved' },
    });
    expect((await get(`appointments/${old.id}`)).body).toMatchObject({ state: 'moved' });
    await post(`appointments/${old.id}/move`, LATER).expect(409);
    await made({ customerPhone: '+13125550199' });
    expect(await events()).toEqual([
      'appointment.booked',
      'appointment.moved',
      'appointment.booked',
      'appointment.booked',
    ]);
  });

  it('a move into a taken window changes nothing', async () => {
    await made();
    const other = await made(LATER);
    expect((await post(`appointments/${other.id}/move`, FRIDAY).expect(409)).body).toMatchObject({
      code: 'window-taken',
    });
    expect((await get(`appointments/${other.id}`)).body).toMatchObject({ state: 'booked', startsAt: LATER.startsAt });
  });

  it('may move by an hour into its own window', async () => {
    const { id } = await made();
    await post(`appointments/${id}/move`, { startsAt: '2026-02-13T15:00:00Z', endsAt: '2026-02-13T17:00:00Z' }).expect(
      200,
    );
  });

  it('called off: the customer is told once, and it cannot be done twice', async () => {
    const { id } = await made();
    expect((await post(`appointments/${id}/cancel`, {}).expect(200)).body).toMatchObject({
      state: 'cancelled',
      customerText: { kind: 'called_off' },
    });
    expect((await post(`appointments/${id}/cancel`, {}).expect(409)).body).toMatchObject({ code: 'appointment-over' });
    await made();
  });

  it.each([
    ['without a customer', { customerName: undefined }, 'customer-unknown'],
    ['in the past', { startsAt: '2026-02-12T14:00:00Z', endsAt: '2026-02-12T16:00:00Z' }, 'appointment-time-invalid'],
    ['that ends before it begins', { endsAt: '2026-02-13T13:00:00Z' }, 'appointment-time-invalid'],
    ['of a week', { endsAt: '2026-02-20T14:00:00Z' }, 'appointment-time-invalid'],
    ['with a premium number', { customerPhone: '+19005550133' }, 'phone-not-allowed'],
    ['with no number', { customerPhone: 'call me' }, 'phone-not-e164'],
  ])('refuses an appointment %s', async (_what, extra, code) => {
    expect((await post('appointments', { ...rachel, ...FRIDAY, ...extra }).expect(400)).body).toMatchObject({ code });
  });

  it('a CSR makes appointments and decides about none', async () => {
    const csr = await addMember(app, metro, 'csr');
    const { id } = (await post('appointments', { ...rachel, ...FRIDAY }, csr).expect(201)).body as View;
    await post(`appointments/${id}/cancel`, {}, csr).expect(403);
    await save({ mode: 'suggest' }, 2, csr).expect(403);
  });

  it('another account sees nothing and changes nothing', async () => {
    const { id } = await made();
    const apex = await seedAccount(app.db, { name: 'Apex Air', area: '303' });
    const stranger = await addMember(app, apex, 'owner');
    const foreign = (rest: string) => app.api().get(path(rest, apex)).auth(stranger.token, { type: 'bearer' });
    expect((await foreign('appointments').expect(200)).body).toMatchObject({ data: [] });
    await foreign(`appointments/${id}`).expect(404);
    await app
      .api()
      .post(path(`appointments/${id}/cancel`, apex))
      .auth(stranger.token, { type: 'bearer' })
      .send({})
      .expect(404);
    await get('appointments', stranger).expect(404);
  });

  async function runTexts(): Promise<void> {
    for (const { id } of await texts()) await app.job('booking.text_customer', metro.accountId, id);
  }
  const texts = () =>
    app.db.everything<{ id: string; state: string }>(
      `select id, state from appointment_texts where account_id = $1 order by id`,
      [metro.accountId],
    );
});

function week(windows: { from: string; to: string }[]) {
  return { mon: windows, tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
}
