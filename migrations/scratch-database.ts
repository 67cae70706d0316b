import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from './all-migrations.js';

export interface ScratchDatabase {
  database: DataSource;
  drop: () => Promise<void>;
}

/** A copy of the migrated database on the tests' server, for tests that take migrations back. */
export async function scratchDatabase(port = ''): Promise<ScratchDatabase> {
  const server = (database: string): string => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`;
  const asAdmin = async (sql: string): Promise<void> => {
    const admin = new Client({ connectionString: server('postgres') });
    await admin.connect();
    await admin.query(sql);
    await admin.end();
  };
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name} template template_nightdesk strategy file_copy`);
  const database = await new DataSource({
    type: 'postgres',
    url: server(name),
    migrations,
    migrationsTableName: 'schema_migrations',
  }).initialize();
  const drop = async (): Promise<void> => {
    await database.destroy();
    await asAdmin(`drop database ${name} with (force)`);
  };
  return { database, drop };
}
