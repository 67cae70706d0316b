import type { DataSource } from 'typeorm';
import { migrations } from './all-migrations.js';
import { scratchDatabase } from './scratch-database.js';

describe('The migrations', () => {
  let database: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    ({ database, drop } = await scratchDatabase(process.env.TEST_POSTGRES_PORT));
  });
  afterAll(() => drop());

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
