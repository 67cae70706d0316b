import type { FastifyInstance, FastifyReply } from 'fastify';
import { FAULT_KINDS, type FaultKind, type FaultOrder } from './faults.js';
import { numberField, textField } from './http-bodies.js';
import { LOG_KINDS, type LogEntry, type LogFilter, type LogKind } from './log.js';
import type { World } from './world.js';

/** `/sim/{clock,faults,log,events,health}`: the part of the control API that belongs to no vendor. */
export function registerControl(app: FastifyInstance, world: World): void {
  app.get('/sim/health', () => ({
    status: 'ok',
    now: world.clock.date().toISOString(),
    accountSid: world.settings.twilioAccountSid,
  }));
  registerClock(app, world);
  registerFaults(app, world);
  registerLog(app, world);
}

function registerClock(app: FastifyInstance, world: World): void {
  const state = () => ({ scale: world.clock.scale, now: world.clock.date().toISOString() });
  app.get('/sim/clock', state);
  // Answers when everything that fell due on the way has happened.
  app.put('/sim/clock', async (request, reply) => {
    const scale = numberField(request.body, 'scale');
    const text = textField(request.body, 'now');
    const now = text === undefined ? undefined : new Date(text);
    if ((scale !== undefined && scale < 0) || (now && Number.isNaN(now.getTime()))) {
      return reply.code(400).send({ message: 'scale must be zero or more, now an ISO date' });
    }
    await world.clock.set({ ...(scale !== undefined && { scale }), ...(now && { now }) });
    return state();
  });
  app.post('/sim/clock/advance', async (request) => {
    await world.clock.set({ now: new Date(world.clock.now() + (numberField(request.body, 'ms') ?? 0)) });
    return state();
  });
}

function registerFaults(app: FastifyInstance, world: World): void {
  app.get('/sim/faults', () => world.faults.list());
  app.post('/sim/faults', (request, reply) => {
    const order = readFaultOrder(request.body);
    if (!order)
      return reply.code(400).send({ message: `scope and kind (one of ${FAULT_KINDS.join(', ')}) are required` });
    return reply.code(201).send(world.faults.add(order));
  });
  app.delete('/sim/faults', (_request, reply) => {
    world.faults.clear();
    return reply.code(204).send();
  });
  app.delete<{ Params: { id: string } }>('/sim/faults/:id', (request, reply) =>
    reply.code(world.faults.remove(request.params.id) ? 204 : 404).send(),
  );
}

function readFaultOrder(body: unknown): FaultOrder | undefined {
  const scope = textField(body, 'scope');
  const kind = textField(body, 'kind');
  if (!scope || !isFaultKind(kind)) return undefined;
  const match = textField(body, 'match');
  const numbers = (['ms', 'code', 'times', 'count'] as const).map((name) => [name, numberField(body, name)] as const);
  const given = Object.fromEntries(numbers.filter(([, value]) => value !== undefined));
  return { scope, kind, ...given, ...(match !== undefined && { match }) };
}

function isFaultKind(kind: string | undefined): kind is FaultKind {
  return (FAULT_KINDS as readonly (string | undefined)[]).includes(kind);
}

function registerLog(app: FastifyInstance, world: World): void {
  app.get('/sim/log', (request) => world.log.find(readLogFilter(request.query)));
  app.get('/sim/events', (request, reply) => {
    const lastSeen = numberField(request.headers, 'last-event-id');
    streamEvents(reply, world, { ...readLogFilter(request.query), ...(lastSeen !== undefined && { after: lastSeen }) });
  });
}

function readLogFilter(query: unknown): LogFilter {
  const kind = textField(query, 'kind');
  const scope = textField(query, 'scope');
  const text = textField(query, 'text');
  const after = numberField(query, 'after');
  const limit = numberField(query, 'limit');
  return {
    ...(isLogKind(kind) && { kind }),
    ...(scope && { scope }),
    ...(text && { text }),
    ...(after !== undefined && { after }),
    ...(limit !== undefined && { limit }),
  };
}

function isLogKind(kind: string | undefined): kind is LogKind {
  return (LOG_KINDS as readonly (string | undefined)[]).includes(kind);
}

/** Server-sent events: what is already known after `Last-Event-ID` first (nothing without it), then live. */
function streamEvents(reply: FastifyReply, world: World, filter: LogFilter): void {
  reply.hijack();
  const stream = reply.raw;
  stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  const write = (entry: LogEntry) =>
    stream.write(`id: ${entry.seq}\nevent: ${entry.kind}\ndata: ${JSON.stringify(entry)}\n\n`);
  stream.write(': connected\n\n');
  if (filter.after !== undefined) world.log.find(filter).forEach(write);
  const unsubscribe = world.log.subscribe(write);
  stream.on('close', unsubscribe);
}
