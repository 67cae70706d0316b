import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { assertBoundByRowSecurity } from '@platform/tenancy/role-check';
import { Logger } from 'nestjs-pino';
import { flushCompileCache } from 'node:module';
import { ClockWork } from './clock-work.js';
import { WorkerModule } from './worker.module.js';

const context = await NestFactory.createApplicationContext(WorkerModule, { bufferLogs: true });
context.useLogger(context.get(Logger));
context.enableShutdownHooks();
await assertBoundByRowSecurity(context.get(PlatformDb));
await context.get(ClockWork).start();
context.get(Logger).log({ event: 'worker.started' });
// A worker that is killed writes nothing when it ends.
flushCompileCache();
