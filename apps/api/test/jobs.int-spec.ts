import type { Env } from '@platform/env/env';
import { JobRunner } from '@platform/jobs/job-runner';
import { Jobs } from '@platform/jobs/jobs';
import { setTimeout as pause } from 'node:timers/promises';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { TestDatabase } from './harness/test-database.js';

describe('Jobs', () => {
  let db: TestDatabase;
  let metro: SeededAccount;
  let jobs: Jobs;
  let runner: JobRunner;
  const env = () => ({ DATABASE_URL: db.url }) as Env;

  beforeAll(async () => {
    db = await TestDatabase.create();
    metro = await seedAccount(db);
    jobs = new Jobs(env());
    runner = new JobRunner(env(), db.platform);
  });
  afterAll(async () => {
    await runner.onApplicationShutdown();
    await jobs.onApplicationShutdown();
    await db.drop();
  });

  const waiting = async () =>
    (
      await db.everything<{ n: number }>(
        `select count(*)::int as n from pgboss.job where name = 'digest.deliver' and state < 'active'`,
      )
    )[0]?.n;

  it('are enqueued with the rows they are about', async () => {
    await db.accounts.within(metro.accountId, (tx) =>
      jobs.enqueue(tx, 'digest.deliver', { accountId: metro.accountId, id: 'd-1' }),
    );
    expect(await waiting()).toBe(1);
  });

  it('are taken back with them', async () => {
    const failing = db.accounts.within(metro.accountId, async (tx) => {
      await jobs.enqueue(tx, 'digest.deliver', { accountId: metro.accountId, id: 'd-2' }, { singletonKey: 'd-2' });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await waiting()).toBe(1);
  });

  it('run again after a failure', async () => {
    const seen: string[] = [];
    runner.start({
      'digest.deliver': (accountId, id) => {
        seen.push(`${accountId === metro.accountId} ${id}`);
        return seen.length === 1 ? Promise.reject(new Error('Slack is down')) : Promise.resolve();
      },
    });
    for (let waited = 0; seen.length < 2 && waited < 15_000; waited += 100) await pause(100);
    expect(seen).toEqual(['true d-1', 'true d-1']);
  }, 20_000);
});
