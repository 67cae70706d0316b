import type { Page, Route } from '@playwright/test';
import type { Appointment, BookingSettings, CalendarLink, LeadCard, Slot } from '../src/api/types.js';
import { json, problem } from './fake-answers.js';
import * as fixtures from './fixtures/booking.js';
import { ACCOUNT, now } from './fixtures/night.js';

export interface FakeBooking {
  appointments: Appointment[];
  settings: BookingSettings;
  slots: Slot[];
  calendar: CalendarLink;
  calendarAnswers: boolean;
  /** The next decision about an appointment is answered with this problem. */
  refuse?: { status: number; code: string; detail: string };
  /** The next save of the rules is answered with these problems of fields. */
  fieldErrors?: { pointer: string; detail: string }[];
  sent: { path: string; body: Record<string, unknown> }[];
}

export const fakeBooking = (): FakeBooking => ({
  appointments: structuredClone(fixtures.appointments),
  settings: structuredClone(fixtures.bookingSettings),
  slots: structuredClone(fixtures.slots),
  calendar: structuredClone(fixtures.notConnected),
  calendarAnswers: true,
  sent: [],
});

interface World {
  booking: FakeBooking;
  cards: Map<string, LeadCard>;
}

interface Ask extends World {
  route: Route;
  rest: string[];
  body: Record<string, unknown>;
  search: URLSearchParams;
}

type Answer = (ask: Ask) => Promise<void>;

const words = (slot: Slot): string =>
  `${new Intl.DateTimeFormat('en-US', { timeZone: 'America/Chicago', weekday: 'short', month: 'short', day: 'numeric' }).format(Date.parse(slot.startsAt))} ${new Intl.DateTimeFormat('en-US', { timeZone: 'America/Chicago', hour: 'numeric' }).format(Date.parse(slot.startsAt)).replace('\u202f', ' ')}`;

function list({ booking, search, route }: Ask): Promise<void> {
  const states = search.getAll('state');
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? '9'];
  const data = booking.appointments
    .filter(({ state }) => (states.length > 0 ? states : ['held', 'booked']).includes(state))
    .filter(({ startsAt }) => from <= startsAt && startsAt < to)
    .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  return json(route, { data, nextCursor: null });
}

function store({ booking, cards, route }: Ask, changed: Appointment, status = 200): Promise<void> {
  booking.appointments = [...booking.appointments.filter(({ id }) => id !== changed.id), changed];
  const card = cards.get(changed.cardId ?? '');
  if (card) cards.set(card.id, { ...card, appointment: fixtures.onCard(changed), appointmentAt: changed.startsAt });
  return json(route, changed, status);
}

const told = (one: Appointment, kind: 'confirmed' | 'moved' | 'called_off', body: Ask['body']) =>
  one.customerPhone && body.textCustomer !== false ? { kind, state: 'waiting' as const } : null;

const at = (one: Appointment, time: Slot | undefined): Appointment =>
  time ? { ...one, startsAt: time.startsAt, endsAt: time.endsAt, when: words(time) } : one;

const DECISIONS: Record<string, (ask: Ask, one: Appointment) => Promise<void>> = {
  approve: (ask, one) =>
    store(ask, {
      ...at(one, ask.body.time as Slot | undefined),
      state: 'booked',
      heldUntil: null,
      customerText: told(one, 'confirmed', ask.body),
    }),
  decline: (ask, one) => store(ask, { ...one, state: 'declined', heldUntil: null }),
  cancel: (ask, one) => store(ask, { ...one, state: 'cancelled', customerText: told(one, 'called_off', ask.body) }),
  move: (ask, one) => {
    const moved = { ...at(one, ask.body as unknown as Slot), id: `${one.id}-moved`, movedFrom: one.id };
    one.state = 'moved';
    return store(ask, { ...moved, customerText: told(one, 'moved', ask.body) });
  },
};

function create(ask: Ask): Promise<void> {
  const { startsAt, endsAt, cardId } = ask.body as unknown as Slot & { cardId?: string };
  const card = ask.cards.get(cardId ?? '');
  const [like] = fixtures.appointments;
  const made = {
    ...(like as Appointment),
    id: 'apt-new',
    bookedBy: 'team' as const,
    cardId: cardId ?? null,
    startsAt,
    endsAt,
    customerName: card?.callerName ?? 'Somebody',
    customerPhone: card?.callerPhone ?? null,
    when: words({ startsAt, endsAt }),
    createdAt: new Date(now).toISOString(),
  };
  return store(ask, { ...made, customerText: told(made, 'confirmed', ask.body) }, 201);
}

function appointment(ask: Ask): Promise<void> {
  const { booking, route, rest } = ask;
  const [, id, verb] = rest;
  if (route.request().method() === 'GET' && !id) return list(ask);
  const one = booking.appointments.find((candidate) => candidate.id === id);
  if (route.request().method() === 'GET')
    return one ? json(route, one) : problem(route, 404, 'appointment-not-found', 'No such appointment.');
  const { refuse } = booking;
  if (refuse) {
    booking.refuse = undefined;
    return problem(route, refuse.status, refuse.code, refuse.detail);
  }
  if (!id) return create(ask);
  const decide = DECISIONS[verb ?? ''];
  return one && decide ? decide(ask, one) : problem(route, 404, 'appointment-not-found', 'No such appointment.');
}

function settings({ booking, route, body }: Ask): Promise<void> {
  if (route.request().method() === 'GET') return json(route, booking.settings);
  if (booking.fieldErrors)
    return json(route, { code: 'invalid', status: 400, detail: 'See the fields.', errors: booking.fieldErrors }, 400);
  if (route.request().headers()['if-match'] !== `"${booking.settings.version}"`)
    return problem(route, 412, 'booking-rules-changed', 'Somebody else changed this a moment ago.');
  const { version } = booking.settings;
  booking.settings = { ...booking.settings, ...(body as Partial<BookingSettings>), version: version + 1 };
  booking.settings.offersTimes = booking.settings.mode !== 'assist_only';
  return json(route, booking.settings);
}

const BOOKING: Record<string, Answer> = {
  appointments: appointment,
  settings,
  slots: ({ booking, route }) => json(route, { data: booking.slots, calendarAnswered: booking.calendarAnswers }),
};

const CALENDAR: Record<string, Answer> = {
  'GET ': ({ booking, route }) => json(route, booking.calendar),
  'POST question': ({ route }) => json(route, { url: `/google-calendar?state=${ACCOUNT}.secret&code=4/abc` }),
  'POST answer': ({ booking, route, body }) => {
    if (body.code !== '4/abc')
      return problem(route, 400, 'consent-not-valid', 'This answer from Google is not valid any more. Connect again.');
    booking.calendar = fixtures.connected;
    return json(route, booking.calendar);
  },
  'GET choices': ({ route }) =>
    json(route, [
      { id: 'dave@metroplumbing.example', name: 'Dave', isPrimary: true },
      { id: 'jobs@group', name: 'Jobs', isPrimary: false },
    ]),
  'PUT choice': ({ booking, route, body }) => {
    booking.calendar = { ...booking.calendar, calendarId: String(body.calendarId), calendarName: 'Dave' };
    return json(route, booking.calendar);
  },
  'DELETE ': ({ booking, route }) => {
    booking.calendar = fixtures.notConnected;
    return json(route, { permissionEnded: true });
  },
};

/** Appointments, their rules and the contractor's calendar; the rest goes on to the rest of the fake API. */
export async function answerForBooking(page: Page, world: World): Promise<void> {
  await page.route(/\/api\/v1\/accounts\/[\w-]+\/(booking|calendar)(\/|\?|$)/, (route) => {
    const request = route.request();
    const url = new URL(request.url());
    const [resource = '', ...rest] = url.pathname.replace(`/api/v1/accounts/${ACCOUNT}/`, '').split('/');
    const body = (request.postDataJSON() ?? {}) as Record<string, unknown>;
    const ask = { ...world, route, rest, body, search: url.searchParams };
    if (request.method() !== 'GET') world.booking.sent.push({ path: [resource, ...rest].join('/'), body });
    const answer = resource === 'booking' ? BOOKING[rest[0] ?? ''] : CALENDAR[`${request.method()} ${rest[0] ?? ''}`];
    return answer ? answer(ask) : problem(route, 404, 'not-found', 'No such thing.');
  });
}
