import { applicationDatabase } from '@platform/tenancy/data-source-options';
import { beginWithFewConnections } from '@platform/tenancy/pool-size';
import { DataSource } from 'typeorm';
import { TestDatabase } from './harness/test-database.js';

describe("A worker's connections", () => {
  let db: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    db = await TestDatabase.create();
    source = await new DataSource(applicationDatabase(db.url, [], 'nightdesk-pool')).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await db.drop();
  });

  /** By how many connections so much is asked for at once. */
  const used = async (questions: number): Promise<number> => {
    const asked = Array.from({ length: questions }, () =>
      source.query<{ pid: number }[]>(`select pg_backend_pid() as pid from pg_sleep(0.1)`),
    );
    return new Set((await Promise.all(asked)).map(([row]) => row?.pid)).size;
  };

  it('are few while it is new, and everything asked for is answered; later there is room for more', async () => {
    const settled = beginWithFewConnections(source);
    expect(await used(12)).toBe(4);
    settled();
    expect(await used(12)).toBe(8);
  });
});
