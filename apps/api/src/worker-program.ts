import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { CompiledProgram } from '@platform/start/compiled-program';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { assertBoundByRowSecurity } from '@platform/tenancy/role-check';
import { Logger } from 'nestjs-pino';
import { ClockWork } from './clock-work.js';
import { WorkerModule } from './worker.module.js';

/** Resolves when the worker is at work. `program`: this one, as it was read. */
export async function begin(program: CompiledProgram): Promise<void> {
  const context = await NestFactory.createApplicationContext(WorkerModule, { bufferLogs: true });
  context.useLogger(context.get(Logger));
  context.enableShutdownHooks();
  await assertBoundByRowSecurity(context.get(PlatformDb));
  await context.get(ClockWork).start(() => program.keep('busy'));
  context.get(Logger).log({ event: 'worker.started' });
  program.keep('started');
}
