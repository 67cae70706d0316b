import { DomainError } from '@domain/errors/domain-error';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { repeatedParameter, shapeFault } from './request-shape.js';

/** Bodies of the API are forms that people and programs fill in; webhooks may carry a whole transcript. */
const LARGEST_API_BODY = 256 * 1024;
const API = '/api/v1/';

const invalid = (code: string, message: string) => new DomainError('invalid', code, message);

/**
 * Refuses what no honest client of the API sends, before any route sees it: large and bottomless bodies, prototype keys,
 * repeated parameters. Answers are never cached unless the route says otherwise. Webhooks verify a signature instead.
 * A route that takes more says so with `@RouteConfig({ bodyLimit })`.
 */
export function guardRequests(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRoute', (route) => {
    const wish = (route.config as { bodyLimit?: number } | undefined)?.bodyLimit;
    if (route.url.startsWith(API)) route.bodyLimit = wish ?? LARGEST_API_BODY;
  });
  server.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith(API)) void reply.header('cache-control', 'no-store');
    done();
  });
  server.addHook('preValidation', (request, _reply, done) => {
    done(request.url.startsWith(API) ? faultOf(request) : undefined);
  });
}

function faultOf(request: FastifyRequest): DomainError | undefined {
  const query = request.query as Record<string, unknown>;
  const repeated = repeatedParameter(query);
  if (repeated !== undefined) return invalid('repeated-parameter', `Send \`${repeated}\` once.`);
  const fault = shapeFault(query) ?? shapeFault(request.params) ?? shapeFault(request.body);
  return fault ? invalid('bad-shape', `${fault}.`) : undefined;
}
