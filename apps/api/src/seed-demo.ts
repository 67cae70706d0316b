import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { SeedDemo } from './seed-demo.service.js';
import { WorkerModule } from './worker.module.js';

const context = await NestFactory.createApplicationContext(WorkerModule, { logger: ['error', 'warn'] });
const laid = await context.get(SeedDemo).lay();
console.log(laid ? 'The demo has been laid.' : 'The demo was there.');
await context.close();
process.exit(0);
