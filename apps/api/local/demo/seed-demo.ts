import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DemoSchedule } from './demo-schedule.service.js';
import { SeedDemo } from './seed-demo.service.js';
import { DemoModule } from './demo.module.js';

const context = await NestFactory.createApplicationContext(DemoModule, { logger: ['error', 'warn'] });
const laid = await context.get(SeedDemo).lay();
await context.get(DemoSchedule).lay();
console.log(laid ? 'The demo has been laid.' : 'The demo was there.');
await context.close();
process.exit(0);
