import fastifyCookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { ValidationPipe } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { problem, ProblemFilter } from '../problem/problem.filter.js';
import { newId } from '../tenancy/new-id.js';
import { guardRequests } from './guard-requests.js';
import { finishDocument } from './openapi/finish.js';

/** End-of-call reports carry whole transcripts; a 413 there would lose one (telephony B2). */
const LARGEST_BODY = 5 * 1024 * 1024;

/**
 * `trustedProxies`: addresses and networks of our own reverse proxies, separated by commas. Only what comes from there may
 * say in X-Forwarded-For whom it comes from: the limits stand on that address (AUT-20).
 */
export const httpAdapter = (trustedProxies?: string): FastifyAdapter =>
  new FastifyAdapter({
    trustProxy: trustedProxies ?? false,
    forceCloseConnections: true,
    bodyLimit: LARGEST_BODY,
    genReqId: newId,
    routerOptions: { maxParamLength: 400 },
    // A path that is no UTF-8 is refused before any route, and so before any filter.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      void reply
        .status(400)
        .type('application/problem+json')
        .send(problem(400, 'bad-path', 'The path is not valid.', request.id)),
  });

/** Headers, cookies, validation and problem+json: the same for the program and for its tests. */
export async function configureHttp(app: NestFastifyApplication): Promise<void> {
  await app.register(fastifyCookie);
  await app.register(helmet, {
    contentSecurityPolicy: { directives: CONTENT_POLICY },
    crossOriginEmbedderPolicy: false,
  });
  guardRequests(app);
  app.useGlobalPipes(
    new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true, stopAtFirstError: false }),
  );
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
}

const CONTENT_POLICY = {
  defaultSrc: [`'self'`],
  objectSrc: [`'none'`],
  baseUri: [`'none'`],
  frameAncestors: [`'none'`],
  // Mantine sets its colour scheme and positions through style attributes.
  styleSrc: [`'self'`, `'unsafe-inline'`],
  imgSrc: [`'self'`, 'data:'],
  mediaSrc: [`'self'`, 'blob:'],
  upgradeInsecureRequests: null,
};

/** The OpenAPI document of an application, from its code. */
export function openApiOf(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Nightdesk')
    .setDescription('Calls answered at night, emergencies that reach a person, lead cards and the morning digest.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An access token, or an API key `nd_live_…`.' })
    .build();
  return finishDocument(
    SwaggerModule.createDocument(app, config, { operationIdFactory: (_controller, method) => method }),
  );
}

/**
 * Serves the SPA from the same origin when it has been built; unknown paths are its routes. Files under assets/ carry
 * their hash in the name and never change; the page that names them must always be fresh.
 */
export async function serveSpa(app: NestFastifyApplication, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      const path = new URL(request.url, 'http://localhost').pathname;
      if (path.startsWith('/api/')) return reply.callNotFound();
      const isFile = /^\/(assets\/)?[\w.-]+\.\w+$/.test(path) && existsSync(join(folder, path));
      void reply.header(
        'cache-control',
        path.startsWith('/assets/') && isFile ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      return reply.sendFile(isFile ? path.slice(1) : 'index.html');
    });
}
