import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AlarmSweeper } from '@platform/alarms/alarm-sweeper';
import { setTimeout as pause } from 'node:timers/promises';
import { FailPoints, type Fault } from './fail-points.js';
import { WorkerModule } from '../../src/worker.module.js';

/**
 * The ladder's worker in the tests of fail points: `worker <fault> <point>,<point>…`. It stands by until SIGUSR2 lets it
 * begin, so that starting a process, which takes longer than dying, is no part of what is tested.
 */
const [fault = 'throw', points = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

let mayBegin = false;
process.once('SIGUSR2', () => (mayBegin = true));
const context = await NestFactory.createApplicationContext(WorkerModule, { logger: ['error'] });
new FailPoints(points.split(','), fault as Fault, say).installIn(context);
say('standing by');
while (!mayBegin) await pause(10);
await context.get(AlarmSweeper).start();
say('at work');
