import { CalendarSightService } from '../src/booking/calendar-sight.service.js';
import { addMember } from './harness/people.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import type { SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

const THURSDAY_7_PM = '2026-02-13T01:00:00Z';
const FRIDAY = { startsAt: '2026-02-13T14:00:00.000Z', endsAt: '2026-02-13T16:00:00.000Z' };
const LATER = { startsAt: '2026-02-13T19:00:00.000Z', endsAt: '2026-02-13T21:00:00.000Z' };
const rachel = {
  customerName: 'Rachel Torres',
  customerPhone: '+13125550133',
  address: '12 Oak Street',
  serviceType: 'hvac',
  issue: 'AC tune-up',
};

interface View {
  id: string;
  state: string;
  calendarState: string | null;
}

describe('Appointments and the contractor’s own calendar', () => {
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
    app.calendar.events.length = 0;
    app.calendar.onWrite = () => ({ kind: 'ok' });
    app.calendar.onRemove = () => ({ kind: 'ok' });
    app.calendar.onBusy = () => ({ kind: 'ok', busy: [] });
  });

  const ask = (method: 'get' | 'post' | 'put', path: string) =>
    app.api()[method](`/api/v1/accounts/${metro.accountId}/${path}`).auth(owner.token, { type: 'bearer' });
  const connect = async () => {
    await ask('post', 'calendar/question').expect(200);
    const state = app.calendarConsent.questions.at(-1)?.state;
    await ask('post', 'calendar/answer').send({ state, code: 'good-1' }).expect(200);
  };
  const booked = async (): Promise<View> =>
    (
      await ask('post', 'booking/appointments')
        .send({ ...rachel, ...FRIDAY })
        .expect(201)
    ).body as View;
  const shown = async (id: string): Promise<View> =>
    (await ask('get', `booking/appointments/${id}`).expect(200)).body as View;
  const follow = (id: string) => app.job('booking.follow_calendar', metro.accountId, id);
  const sight = () => app.http.get(CalendarSightService, { strict: false }).look(metro.accountId);

  it('without a calendar nobody is asked, and nothing is wanted', async () => {
    const { id } = await booked();
    await follow(id);
    expect(await shown(id)).toMatchObject({ state: 'booked', calendarState: null });
    expect(await sight()).toEqual({ kind: 'known', busy: [] });
  });

  it('a booked one stands in the calendar as the people who drive there need it, once', async () => {
    await connect();
    const { id } = await booked();
    await follow(id);
    await follow(id);
    expect(app.calendar.events).toMatchObject([
      {
        appointmentId: id,
        title: 'HVAC: Rachel Torres',
        location: '12 Oak Street',
        timeZone: 'America/Chicago',
        from: new Date(FRIDAY.startsAt),
        notes: 'AC tune-up\nPhone: +13125550133\nBooked with Nightdesk',
      },
    ]);
    expect(await shown(id)).toMatchObject({ calendarState: 'written' });
  });

  it('one that is moved or called off leaves the calendar', async () => {
    await connect();
    const { id } = await booked();
    await follow(id);
    const moved = (
      await ask('post', `booking/appointments/${id}/move`)
        .send({ ...LATER })
        .expect(200)
    ).body as View;
    await follow(id);
    await follow(moved.id);
    expect(app.calendar.events).toMatchObject([{ appointmentId: moved.id, from: new Date(LATER.startsAt) }]);
    await ask('post', `booking/appointments/${moved.id}/cancel`).send({}).expect(200);
    await follow(moved.id);
    expect(app.calendar.events).toEqual([]);
    expect(await shown(moved.id)).toMatchObject({ state: 'cancelled', calendarState: null });
  });

  it('one called off while it is being written is taken out again', async () => {
    await connect();
    const { id } = await booked();
    const { write } = app.calendar;
    app.calendar.write = async (connection, event) => {
      app.calendar.write = write;
      await ask('post', `booking/appointments/${id}/cancel`).send({}).expect(200);
      return write.call(app.calendar, connection, event);
    };
    await follow(id);
    expect(app.calendar.events).toEqual([]);
    expect(await shown(id)).toMatchObject({ calendarState: null });
  });

  it('a calendar that does not answer is asked again, and what may have been written is taken out', async () => {
    await connect();
    const { id } = await booked();
    app.calendar.onWrite = () => ({ kind: 'unavailable', reason: 'provider-silent' });
    await expect(follow(id)).rejects.toThrow('not written yet');
    expect(await shown(id)).toMatchObject({ calendarState: 'wanted' });
    await ask('post', `booking/appointments/${id}/cancel`).send({}).expect(200);
    const removed: string[] = [];
    app.calendar.onRemove = ({ appointmentId }) => {
      removed.push(appointmentId);
      return { kind: 'ok' };
    };
    await follow(id);
    expect(removed).toEqual([id]);
  });

  it('what a person put there meanwhile stands: the appointment says so, and a person decides', async () => {
    await connect();
    const { id } = await booked();
    app.calendar.onWrite = () => ({ kind: 'conflict' });
    await follow(id);
    expect(await shown(id)).toMatchObject({ state: 'booked', calendarState: 'conflict' });
    const events = await app.db.everything(
      `select 1 from journal where subject_id = $1 and event = 'appointment.conflicted'`,
      [id],
    );
    expect(events).toHaveLength(1);
  });

  it('a calendar connected later gets what was booked before, and one chosen anew gets it too', async () => {
    const { id } = await booked();
    await connect();
    await app.job('booking.fill_calendar', metro.accountId, metro.accountId);
    await follow(id);
    expect(app.calendar.events.map(({ calendarId }) => calendarId)).toEqual(['dave@metro.example']);
    app.calendar.events.length = 0;
    await ask('put', 'calendar/choice').send({ calendarId: 'jobs@group.calendar.example' }).expect(200);
    await app.job('booking.fill_calendar', metro.accountId, metro.accountId);
    await follow(id);
    expect(app.calendar.events.map(({ calendarId }) => calendarId)).toEqual(['jobs@group.calendar.example']);
  });

  it('windows at a time that is taken in the calendar are not open', async () => {
    await connect();
    const open = async () =>
      ((await ask('get', 'booking/slots').expect(200)).body as { data: { startsAt: string }[] }).data.map(
        ({ startsAt }) => startsAt,
      );
    expect(await open()).toContain(FRIDAY.startsAt);
    const busy = [{ from: new Date(FRIDAY.startsAt), to: new Date(FRIDAY.endsAt) }];
    app.calendar.onBusy = () => ({ kind: 'ok', busy });
    expect(await open()).not.toContain(FRIDAY.startsAt);
  });

  it.each([
    [{ kind: 'unavailable', reason: 'rate-limited' } as const, 'unknown'],
    [{ kind: 'disconnected' } as const, 'disconnected'],
  ])('a calendar that says %j is no free one: %s', async (outcome, kind) => {
    await connect();
    app.calendar.onBusy = () => outcome;
    expect(await sight()).toEqual({ kind });
    expect(await sight()).toEqual({ kind });
  });
});
