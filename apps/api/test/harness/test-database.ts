import { applicationDatabase } from '@platform/tenancy/data-source-options';
import { AccountDb } from '@platform/tenancy/account-db';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/entities.js';

const server = (user: string, password: string, database: string): string =>
  `postgres://${user}:${password}@127.0.0.1:${process.env.TEST_POSTGRES_PORT ?? ''}/${database}`;

async function asAdmin(sql: string): Promise<void> {
  const admin = new Client({ connectionString: server('postgres', 'postgres', 'postgres') });
  await admin.connect();
  await admin.query(sql);
  await admin.end();
}

/** A database of its own for one test file, cloned from the migrated template, reached as the application's role. */
export class TestDatabase {
  private constructor(
    readonly name: string,
    readonly dataSource: DataSource,
  ) {}

  static async create(): Promise<TestDatabase> {
    const name = `t_${randomBytes(6).toString('hex')}`;
    await asAdmin(`create database ${name} template template_nightdesk owner nightdesk_owner strategy file_copy`);
    const url = server('nightdesk_app', 'app', name);
    return new TestDatabase(
      name,
      await new DataSource(applicationDatabase(url, ENTITIES, 'nightdesk-test')).initialize(),
    );
  }

  get url(): string {
    return server('nightdesk_app', 'app', this.name);
  }

  /** Sees every account's rows: for oracles in assertions only. */
  get adminUrl(): string {
    return server('postgres', 'postgres', this.name);
  }

  get accounts(): AccountDb {
    return new AccountDb(this.dataSource);
  }

  get platform(): PlatformDb {
    return new PlatformDb(this.dataSource);
  }

  /** Rows regardless of tenant, for oracles in assertions only. */
  async everything<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const admin = new Client({ connectionString: this.adminUrl });
    await admin.connect();
    try {
      return (await admin.query(sql, parameters)).rows as Row[];
    } finally {
      await admin.end();
    }
  }

  async drop(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
    await asAdmin(`drop database if exists ${this.name} with (force)`);
  }
}
