import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { Env } from '../env/env.js';
import type { AccountTx } from '../tenancy/account-tx.js';

export interface JobOptions {
  /** At most one waiting job of this name and key; the id of the data by default. */
  singletonKey?: string;
  startAfterSeconds?: number;
}

/** Ids only; the job re-reads the world. */
export interface JobData {
  /** NO_ACCOUNT for work that belongs to no contractor, such as an e-mail to somebody who signs up. */
  accountId: string;
  id: string;
}

export const NO_ACCOUNT = 'none';

/** The transaction of the rows, of an account or of none. */
export type RowsTx = Pick<AccountTx, 'query'>;

/** Puts work into pg-boss in the transaction of the rows it is about: a rollback takes the job with it (law 3). */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private boss?: Promise<PgBoss>;

  constructor(private readonly env: Env) {}

  async enqueue(tx: RowsTx, name: string, data: JobData, options: JobOptions = {}): Promise<void> {
    const boss = await this.started();
    const db = {
      executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.query(text, values ?? []) }),
    };
    await boss.send(name, data, {
      db,
      // Waiting jobs of one name and key stand for each other, so a job without a key would stand for another account's.
      singletonKey: options.singletonKey ?? data.id,
      ...(options.startAfterSeconds ? { startAfter: options.startAfterSeconds } : {}),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.boss)?.stop({ graceful: false });
  }

  private started(): Promise<PgBoss> {
    this.boss ??= this.start();
    return this.boss;
  }

  private async start(): Promise<PgBoss> {
    const boss = new PgBoss({
      connectionString: this.env.DATABASE_URL,
      schema: 'pgboss',
      migrate: false,
      createSchema: false,
      supervise: false,
      schedule: false,
      max: 2,
    });
    boss.on('error', () => undefined);
    await boss.start();
    return boss;
  }
}
