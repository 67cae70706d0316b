import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { CompiledProgram } from '@platform/start/compiled-program';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { assertBoundByRowSecurity } from '@platform/tenancy/role-check';
import { Logger } from 'nestjs-pino';
import { setTimeout as pause } from 'node:timers/promises';
import { ClockWork } from './clock-work.js';
import { WorkerModule } from './worker.module.js';

/** Whoever lives so long is not one of many who die one after the other. */
const SETTLED_AFTER_MS = 5_000;

/** Resolves when the worker is at work. `program`: this one, as it was read. */
export async function begin(program: CompiledProgram): Promise<void> {
  const context = await NestFactory.createApplicationContext(WorkerModule, { bufferLogs: true });
  context.useLogger(context.get(Logger));
  context.enableShutdownHooks();
  const db = context.get(PlatformDb);
  await assertBoundByRowSecurity(db);
  const settled = db.beginWithFewConnections();
  await context.get(ClockWork).start(() => program.keep('busy'));
  context.get(Logger).log({ event: 'worker.started' });
  program.keep('started');
  void pause(SETTLED_AFTER_MS, undefined, { ref: false }).then(settled);
}
