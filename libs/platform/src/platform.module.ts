import { Module } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { Env, readProcessEnv } from './env/env.js';
import { Cursors } from './http/cursor.js';
import { Jobs } from './jobs/jobs.js';
import { Journal } from './journal/journal.js';
import { SecretBox } from './secrets/secret-box.js';
import { AccountDb } from './tenancy/account-db.js';
import { PlatformDb } from './tenancy/platform-db.js';

const cursors = (env: Env): Cursors =>
  new Cursors(createHmac('sha256', env.JWT_SECRET).update('cursors').digest('hex'));

/** What every feature stands on. The Clock is a port and comes with the adapters. */
@Module({
  providers: [
    { provide: Env, useFactory: readProcessEnv },
    { provide: Cursors, inject: [Env], useFactory: cursors },
    AccountDb,
    PlatformDb,
    Journal,
    Jobs,
    SecretBox,
  ],
  exports: [Env, Cursors, AccountDb, PlatformDb, Journal, Jobs, SecretBox],
})
export class PlatformModule {}
