import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { textField } from '../http-bodies.js';
import type { World } from '../world.js';
import { busyBetween, eventsBetween, type Diary, type DiaryEvent } from './diary.js';
import type { GooglePeople, Grant } from './google-people.js';
import { errorBody, refuse } from './google-refusal.js';

const API = '/google/calendar/v3';
const SCOPES = 'https://www.googleapis.com/auth/';

type Answer = (grant: Grant, request: FastifyRequest, reply: FastifyReply) => unknown;
type OnDiary = (diary: Diary, request: FastifyRequest, reply: FastifyReply) => unknown;

/** The Calendar API v3 as far as an appointment book needs it. */
export function registerCalendarApi(app: FastifyInstance, world: World, people: GooglePeople): void {
  const allowed = gate(world, people);
  app.get(
    `${API}/users/me/calendarList`,
    route('google.calendar-list'),
    allowed('calendar.calendarlist.readonly', 'google.calendar-list', (grant, _request, reply) =>
      reply.send({ kind: 'calendar#calendarList', items: people.diaries(grant.address).map(listEntry) }),
    ),
  );
  app.post(
    `${API}/freeBusy`,
    route('google.free-busy'),
    allowed('calendar.freebusy', 'google.free-busy', (grant, request, reply) =>
      reply.send(freeBusy(world, people, grant, request.body)),
    ),
  );
  registerEvents(app, world, (answer) =>
    allowed('calendar.events', 'google.events', (grant, request, reply) => {
      const diary = people.diary(grant.address, (request.params as { calendarId: string }).calendarId);
      return diary ? answer(diary, request, reply) : refuse(reply, 404);
    }),
  );
}

const route = (scope: string) => ({ config: { scope, errorBody: (status: number) => errorBody(status) } });

/** Signed in, with this permission, and no refusal ordered. */
const gate =
  (world: World, people: GooglePeople) =>
  (scope: string, fault: string, answer: Answer) =>
  (request: FastifyRequest, reply: FastifyReply): unknown => {
    const ordered = world.faults.strike(fault, ['error-code'], `${request.method} ${request.url}`)?.code;
    if (ordered !== undefined) return refuse(reply, ordered);
    const grant = people.byAccessToken(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '');
    if (!grant) return refuse(reply, 401);
    if (!grant.scopes.includes(SCOPES + scope)) return refuse(reply, 403, 'insufficientPermissions');
    return answer(grant, request, reply);
  };

function registerEvents(
  app: FastifyInstance,
  world: World,
  on: (answer: OnDiary) => (request: FastifyRequest, reply: FastifyReply) => unknown,
): void {
  const config = route('google.events');
  const path = `${API}/calendars/:calendarId/events`;
  app.get(path, config, on(listEvents));
  app.post(path, config, on(changing(world, insertEvent)));
  app.get(`${path}/:eventId`, config, on(getEvent));
  app.delete(`${path}/:eventId`, config, on(changing(world, deleteEvent)));
}

const changing =
  (world: World, answer: OnDiary): OnDiary =>
  (diary, request, reply) => {
    if (diary.accessRole === 'reader') return refuse(reply, 403, 'requiredAccessLevel');
    const answered = answer(diary, request, reply);
    world.log.event('google.diary', `${request.method} in ${diary.summary}`, { calendarId: diary.id });
    world.snapshots.changed();
    return answered;
  };

const listEntry = ({ id, summary, primary, accessRole }: Diary): unknown => ({
  kind: 'calendar#calendarListEntry',
  id,
  summary,
  accessRole,
  ...(primary ? { primary } : {}),
});

/** A calendar that cannot be read is told inside a 200, as Google does; the fault `garbage` makes every one of them such. */
function freeBusy(world: World, people: GooglePeople, grant: Grant, body: unknown): unknown {
  const { items = [] } = body as { items?: { id: string }[] };
  const [timeMin = '', timeMax = ''] = [textField(body, 'timeMin'), textField(body, 'timeMax')];
  const isBroken = world.faults.strike('google.free-busy', ['garbage']) !== undefined;
  const told = items.map(({ id }) => {
    const diary = isBroken ? undefined : people.diary(grant.address, id);
    const reason = isBroken ? 'internalError' : 'notFound';
    if (!diary) return [id, { errors: [{ domain: 'global', reason }], busy: [] }] as const;
    return [id, { busy: busyBetween(diary, Date.parse(timeMin), Date.parse(timeMax)) }] as const;
  });
  return { kind: 'calendar#freeBusy', timeMin, timeMax, calendars: Object.fromEntries(told) };
}

const listEvents: OnDiary = (diary, { query }, reply) => {
  const from = Date.parse(textField(query, 'timeMin') ?? '1970-01-01T00:00:00Z');
  const to = Date.parse(textField(query, 'timeMax') ?? '2999-01-01T00:00:00Z');
  return reply.send({ kind: 'calendar#events', summary: diary.summary, items: eventsBetween(diary, from, to) });
};

/** An id that was ever used in a calendar is taken there, also when its event was deleted. */
const insertEvent: OnDiary = (diary, { body }, reply) => {
  const event = body as Omit<DiaryEvent, 'status' | 'transparency'>;
  if (!/^[a-v0-9]{5,1024}$/.test(event.id) || !(Date.parse(event.start.dateTime) < Date.parse(event.end.dateTime)))
    return refuse(reply, 400, 'invalid');
  if (diary.events.some(({ id }) => id === event.id)) return refuse(reply, 409);
  const kept: DiaryEvent = { ...event, status: 'confirmed', transparency: 'opaque' };
  diary.events.push(kept);
  return reply.send({ kind: 'calendar#event', ...kept });
};

const eventOf = (diary: Diary, request: FastifyRequest): DiaryEvent | undefined =>
  diary.events.find(({ id }) => id === (request.params as { eventId: string }).eventId);

const getEvent: OnDiary = (diary, request, reply) => {
  const event = eventOf(diary, request);
  return event ? reply.send({ kind: 'calendar#event', ...event }) : refuse(reply, 404);
};

const deleteEvent: OnDiary = (diary, request, reply) => {
  const event = eventOf(diary, request);
  if (!event) return refuse(reply, 404);
  if (event.status === 'cancelled') return refuse(reply, 410);
  event.status = 'cancelled';
  return reply.code(204).send();
};
