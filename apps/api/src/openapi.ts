import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { httpAdapter, openApiOf } from '@platform/http/configure-http';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { AppModule } from './app.module.js';

const [file = 'openapi.json', mode] = process.argv.slice(2);

/** Writes the OpenAPI document of the compiled program, or with `--check` fails when the file is an older one. */
const app = await NestFactory.create<NestFastifyApplication>(AppModule, httpAdapter(), {
  // Nothing is constructed: the document comes from the code alone, without a database or a secret.
  preview: true,
  logger: ['error'],
});
const document = `${JSON.stringify(openApiOf(app), null, 2)}\n`;
await app.close();
if (mode !== '--check') writeFileSync(file, document);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== document) {
  console.error(`${file} is not the document of this program. Run: npm run openapi`);
  process.exit(1);
}
process.exit(0);
