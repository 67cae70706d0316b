import type { AccountId } from '@domain/ids';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { setTimeout as pause } from 'node:timers/promises';
import { Env } from '../env/env.js';
import { PlatformDb } from '../tenancy/platform-db.js';
import { queuesWithDueJobs } from './job.queries.js';
import type { JobData } from './jobs.js';

/** At least once, in any order, long after it was enqueued: re-reads the world and may find nothing to do. */
export type JobHandler = (accountId: AccountId, id: string) => Promise<void>;

/** Jobs of one queue that one worker does at a time. */
const AT_ONCE = 4;
const LOOK_EVERY_MS = 500;
/** Only if looking should fail: each poller of pg-boss asks for itself so often. */
const POLL_EVERY_SECONDS = 30;
/** So many looks after its start a worker looks after the queues as well, though nothing waits: jobs of the dead, old ones. */
const LOOKS_BEFORE_CARE = 10;

/**
 * Runs pg-boss jobs in the worker. Its pollers would each ask the database twice a second, dozens of them whether there
 * is work or not, and the ladder would share what is left: one look at all queues wakes those that have something due, and
 * pg-boss itself starts when there is something for it. Who takes a dead worker's place begins with the ladder.
 */
@Injectable()
export class JobRunner implements OnApplicationShutdown {
  private readonly logger = new Logger(JobRunner.name);
  private readonly pollers = new Map<string, string[]>();
  private handlers: Record<string, JobHandler> = {};
  private boss?: PgBoss;
  private looking?: Promise<void>;
  private stopping = false;

  constructor(
    private readonly env: Env,
    private readonly db: PlatformDb,
  ) {}

  start(handlers: Record<string, JobHandler>): void {
    this.handlers = handlers;
    this.looking = this.lookLoop();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.looking;
    await this.boss?.stop({ graceful: true, timeout: 5000 });
  }

  private async lookLoop(): Promise<void> {
    for (let looks = 0; !this.stopping; looks++) {
      await this.look(looks >= LOOKS_BEFORE_CARE).catch((error: unknown) =>
        this.logger.error({ event: 'jobs.look-failed', error: String(error) }),
      );
      await pause(LOOK_EVERY_MS);
    }
  }

  private async look(cares: boolean): Promise<void> {
    const queues = await queuesWithDueJobs(this.db, Object.keys(this.handlers));
    if (!cares && queues.length === 0) return;
    const boss = (this.boss ??= this.newBoss());
    // Does nothing once it has started.
    await boss.start();
    for (const name of queues) await this.wake(boss, name);
  }

  private newBoss(): PgBoss {
    const boss = new PgBoss({
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
    boss.on('error', (error) => this.logger.error({ event: 'jobs.error', error: error.message }));
    return boss;
  }

  /** All of a queue: one of its pollers may be busy with a long job, and nobody sees which. New ones ask at once. */
  private async wake(boss: PgBoss, name: string): Promise<void> {
    const pollers = this.pollers.get(name);
    if (pollers) for (const id of pollers) boss.notifyWorker(id);
    else this.pollers.set(name, await this.work(boss, name));
  }

  /** Ids of the queue's pollers. */
  private work(boss: PgBoss, name: string): Promise<string[]> {
    const poller = (): Promise<string> =>
      boss.work<JobData>(name, { pollingIntervalSeconds: POLL_EVERY_SECONDS }, async (jobs) => {
        for (const job of jobs) await this.handlers[name]?.(job.data.accountId as AccountId, job.data.id);
      });
    return Promise.all(Array.from({ length: AT_ONCE }, poller));
  }
}
