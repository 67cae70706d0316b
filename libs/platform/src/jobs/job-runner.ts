import type { AccountId } from '@domain/ids';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { Env } from '../env/env.js';
import type { JobData } from './jobs.js';

/** At least once, in any order, long after it was enqueued: re-reads the world and may find nothing to do. */
export type JobHandler = (accountId: AccountId, id: string) => Promise<void>;

/** Runs pg-boss jobs in the worker. */
@Injectable()
export class JobRunner implements OnApplicationShutdown {
  private readonly logger = new Logger(JobRunner.name);
  private boss?: PgBoss;

  constructor(private readonly env: Env) {}

  async start(handlers: Record<string, JobHandler>): Promise<void> {
    this.boss = new PgBoss({
      connectionString: this.env.DATABASE_URL,
      schema: 'pgboss',
      migrate: false,
      createSchema: false,
      max: 4,
      supervise: true,
      schedule: false,
      superviseIntervalSeconds: 10,
      monitorIntervalSeconds: 10,
    });
    this.boss.on('error', (error) => this.logger.error({ event: 'jobs.error', error: error.message }));
    await this.boss.start();
    for (const [name, handler] of Object.entries(handlers)) await this.work(this.boss, name, handler);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 5000 });
  }

  private async work(boss: PgBoss, name: string, handler: JobHandler): Promise<void> {
    await boss.work<JobData>(name, { pollingIntervalSeconds: 0.5, localConcurrency: 4 }, async (jobs) => {
      for (const job of jobs) await handler(job.data.accountId as AccountId, job.data.id);
    });
  }
}
