import { once } from 'node:events';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault, FaultKind } from './faults.js';
import type { World } from './world.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Fault and log scope of a stand-in's route, e.g. `twilio.messages`. Routes without one have no faults and no log entry. */
    scope?: string;
    /** The vendor's own shape of an error body. */
    errorBody?: (status: number) => unknown;
  }
}

const BEFORE: readonly FaultKind[] = ['slow', 'http500-before', 'http429', 'hang-before'];
const AFTER: readonly FaultKind[] = ['http500-after', 'reset-after', 'hang-after'];
const LOGGED_BODY_CHARS = 8_000;

/** Makes every route that declares a scope breakable on demand and writes its requests into the log. */
export function breakOnDemand(app: FastifyInstance, world: World): void {
  app.addHook('preHandler', async (request, reply) => {
    const fault = strike(world, request, BEFORE);
    if (fault) await failBefore(fault, request, reply);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const fault = reply.statusCode < 400 ? strike(world, request, AFTER) : undefined;
    const sent = fault ? await failAfter(fault, request, reply) : payload;
    logRequest(world, request, reply, sent);
    return sent;
  });
}

function scopeOf(request: FastifyRequest): string | undefined {
  return request.routeOptions.config.scope;
}

function strike(world: World, request: FastifyRequest, kinds: readonly FaultKind[]): Fault | undefined {
  const scope = scopeOf(request);
  if (scope === undefined) return undefined;
  return world.faults.strike(scope, kinds, `${request.method} ${request.url} ${JSON.stringify(request.body ?? '')}`);
}

async function failBefore(fault: Fault, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (fault.kind === 'slow') return new Promise((resolve) => setTimeout(resolve, fault.ms ?? 1000));
  if (fault.kind === 'hang-before') return hang(request);
  const status = fault.kind === 'http429' ? 429 : 500;
  await reply.code(status).send(errorBody(request, status));
}

async function failAfter(fault: Fault, request: FastifyRequest, reply: FastifyReply): Promise<string> {
  if (fault.kind === 'hang-after') await hang(request);
  if (fault.kind === 'reset-after') request.raw.socket.destroy();
  void reply.code(500).header('content-type', 'application/json').removeHeader('content-length');
  return JSON.stringify(errorBody(request, 500));
}

/** Never answers: ends only when the other side gives up. */
async function hang(request: FastifyRequest): Promise<void> {
  await once(request.raw.socket, 'close');
}

function errorBody(request: FastifyRequest, status: number): unknown {
  return (
    request.routeOptions.config.errorBody?.(status) ?? {
      statusCode: status,
      message: 'Fault ordered from the simulator',
    }
  );
}

function logRequest(world: World, request: FastifyRequest, reply: FastifyReply, sent: unknown): void {
  const scope = scopeOf(request);
  if (scope === undefined) return;
  const path = request.url.split('?')[0] ?? request.url;
  world.log.request(scope, `${request.method} ${path} → ${reply.statusCode}`, {
    method: request.method,
    url: request.url,
    body: Buffer.isBuffer(request.body) ? `${request.body.length} bytes` : (request.body ?? null),
    status: reply.statusCode,
    reply: typeof sent === 'string' ? sent.slice(0, LOGGED_BODY_CHARS) : null,
  });
}
