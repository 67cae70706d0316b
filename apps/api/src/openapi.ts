import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { configureHttp, httpAdapter, openApiOf } from '@platform/http/configure-http';
import { writeFileSync } from 'node:fs';
import { AppModule } from './app.module.js';

/** Writes the OpenAPI document of the compiled program to the file named. */
const app = await NestFactory.create<NestFastifyApplication>(AppModule, httpAdapter(), {
  rawBody: true,
  logger: ['error'],
});
await configureHttp(app);
const file = process.argv[2] ?? 'openapi.json';
writeFileSync(file, `${JSON.stringify(openApiOf(app), null, 2)}\n`);
await app.close();
process.exit(0);
