import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { Env, readProcessEnv } from '@platform/env/env';
import { configureHttp, httpAdapter, openApiOf, serveSpa } from '@platform/http/configure-http';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { assertBoundByRowSecurity } from '@platform/tenancy/role-check';
import { Logger } from 'nestjs-pino';
import { readyForCallers } from './adapters.module.js';
import { AppModule } from './app.module.js';
import { MissedCallRounds } from './calls/missed-call-rounds.service.js';

const app = await NestFactory.create<NestFastifyApplication>(AppModule, httpAdapter(readProcessEnv().TRUSTED_PROXIES), {
  rawBody: true,
  bufferLogs: true,
});
app.useLogger(app.get(Logger));
await configureHttp(app);
await assertBoundByRowSecurity(app.get(PlatformDb));
SwaggerModule.setup('api/docs', app, () => openApiOf(app), { jsonDocumentUrl: 'api/openapi.json' });
await serveSpa(app, new URL('../../../../apps/web/dist', import.meta.url).pathname);
await readyForCallers();
// Whoever called while no API was there has been answered by a file at most.
await app
  .get(MissedCallRounds)
  .ask()
  .catch((error: unknown) => app.get(Logger).error({ event: 'calls.round-not-asked', error: String(error) }));
await app.listen(app.get(Env).PORT, '0.0.0.0');
