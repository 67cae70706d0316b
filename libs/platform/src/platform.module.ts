import { Module } from '@nestjs/common';
import { Env, readProcessEnv } from './env/env.js';
import { Jobs } from './jobs/jobs.js';
import { Journal } from './journal/journal.js';
import { AccountDb } from './tenancy/account-db.js';
import { PlatformDb } from './tenancy/platform-db.js';

/** What every feature stands on. The Clock is a port and comes with the adapters. */
@Module({
  providers: [{ provide: Env, useFactory: readProcessEnv }, AccountDb, PlatformDb, Journal, Jobs],
  exports: [Env, AccountDb, PlatformDb, Journal, Jobs],
})
export class PlatformModule {}
