import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from './all-migrations.js';

const server = (database: string): string =>
  `postgres://postgres:postgres@127.0.0.1:${process.env.TEST_POSTGRES_PORT ?? ''}/${database}`;

async function asAdmin(sql: string): Promise<void> {
  const admin = new Client({ connectionString: server('postgres') });
  await admin.connect();
  await admin.query(sql);
  await admin.end();
}

describe('The migrations', () => {
  const name = `t_${randomBytes(6).toString('hex')}`;
  let database: DataSource;

  beforeAll(async () => {
    await asAdmin(`create database ${name} template template_nightdesk strategy file_copy`);
    database = await new DataSource({
      type: 'postgres',
      url: server(name),
      migrations,
      migrationsTableName: 'schema_migrations',
    }).initialize();
  });
  afterAll(async () => {
    await database.destroy();
    await asAdmin(`drop database ${name} with (force)`);
  });

  const tables = async (): Promise<string[]> => {
    const rows = await database.query<{ name: string }[]>(
      `select schemaname || '.' || tablename as name from pg_tables
       where schemaname in ('public', 'routing', 'identity', 'platform') order by 1`,
    );
    return rows.map((row) => row.name);
  };

  it('A60: go down to nothing and up again to the same tables', async () => {
    const before = await tables();
    for (const _ of migrations) await database.undoLastMigration();
    expect(await tables()).toEqual(['public.schema_migrations']);
    await database.runMigrations();
    expect(await tables()).toEqual(before);
  }, 30_000);
});
