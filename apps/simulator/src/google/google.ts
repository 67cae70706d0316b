import type { FastifyInstance } from 'fastify';
import { randomBytes } from 'node:crypto';
import { textField } from '../http-bodies.js';
import type { StandIn, World } from '../world.js';
import { registerCalendarApi } from './calendar-routes.js';
import type { DiaryEvent } from './diary.js';
import { GooglePeople } from './google-people.js';
import { registerOauth } from './oauth-routes.js';

/** Stands in for Google under /google: the consent page, tokens, and calendars that a person can write in. */
export function createGoogle(world: World): StandIn {
  const people = new GooglePeople();
  world.snapshots.register('google', {
    save: () => people.save(),
    restore: (saved) => people.restore(saved as ReturnType<GooglePeople['save']>),
  });
  return {
    register(app) {
      registerOauth(app, world, people);
      registerCalendarApi(app, world, people);
      registerHands(app, world, people);
    },
    reset: () => people.clear(),
  };
}

/** What people do in their own calendar: write something in, strike something out, take a permission back. */
function registerHands(app: FastifyInstance, world: World, people: GooglePeople): void {
  const changed = () => {
    world.log.event('google.diary', 'changed by hand', {});
    world.snapshots.changed();
  };
  app.get('/sim/google', () => people.all());
  app.post('/sim/google/events', (request, reply) => {
    const event = byHand(request.body);
    const diary = people.anyDiary(textField(request.body, 'calendarId') ?? '');
    if (!diary || !event) return reply.code(400).send({ message: 'calendarId, from and to (in order) are required' });
    diary.events.push(event);
    changed();
    return reply.code(201).send(event);
  });
  app.delete<{ Params: { eventId: string } }>('/sim/google/events/:eventId', (request, reply) => {
    const all = people.all().flatMap(({ diaries }) => diaries.flatMap(({ events }) => events));
    const event = all.find(({ id }) => id === request.params.eventId);
    if (event) event.status = 'cancelled';
    changed();
    return reply.code(event ? 204 : 404).send();
  });
  app.post('/sim/google/withdraw', (request, reply) => {
    people.withdraw(textField(request.body, 'address') ?? '');
    changed();
    return reply.code(204).send();
  });
}

function byHand(body: unknown): DiaryEvent | undefined {
  const [from, to] = [new Date(textField(body, 'from') ?? ''), new Date(textField(body, 'to') ?? '')];
  if (!(from.getTime() < to.getTime())) return undefined;
  return {
    id: randomBytes(13).toString('hex'),
    status: 'confirmed',
    summary: textField(body, 'title') ?? 'Busy',
    start: { dateTime: from.toISOString() },
    end: { dateTime: to.toISOString() },
    transparency: 'opaque',
  };
}
