import type { AccountId } from '@domain/ids';
import type { Env } from '@platform/env/env';
import { Client } from 'pg';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { TestClock } from './harness/test-clock.js';
import { TestDatabase } from './harness/test-database.js';
import { AlarmHandlers } from '@platform/alarms/alarm-handlers';
import { AlarmSweeper } from '@platform/alarms/alarm-sweeper';

describe('The alarms', () => {
  let db: TestDatabase;
  let clock: TestClock;
  let account: SeededAccount;
  const sweepers: AlarmSweeper[] = [];

  beforeAll(async () => {
    db = await TestDatabase.create();
    clock = new TestClock(db.platform);
    await clock.set('2026-02-13T12:00:00Z');
    account = await seedAccount(db);
  });
  afterEach(async () => {
    for (const sweeper of sweepers.splice(0)) await sweeper.onApplicationShutdown();
  });
  afterAll(() => db.drop());

  const sweeperWith = (handle: (accountId: AccountId, id: string) => Promise<void>): AlarmSweeper => {
    const sweeper = new AlarmSweeper(
      { DATABASE_URL: db.url } as Env,
      db.platform,
      new AlarmHandlers().on('digest', handle),
    );
    sweepers.push(sweeper);
    return sweeper;
  };
  const arm = (at: string | null) =>
    db.accounts.within(account.accountId, (tx) =>
      tx.query(`update digest_schedules set next_digest_at = $2 where account_id = $1`, [account.accountId, at]),
    );
  const moveOn = async () => {
    await arm('2026-02-14T12:00:00Z');
  };
  const alarms = () =>
    db.platform.query<{ due_at: Date; claimed_by: string | null; failures: number }>(
      `select due_at, claimed_by, failures from routing.alarms where kind = 'digest'`,
    );

  it('follow their row: set with it, moved with it, gone with it', async () => {
    await arm('2026-02-13T13:00:00Z');
    await arm('2026-02-13T14:00:00Z');
    expect((await alarms()).map((alarm) => alarm.due_at.toISOString())).toEqual(['2026-02-13T14:00:00.000Z']);
    await arm(null);
    expect(await alarms()).toEqual([]);
  });

  it('ring when the one clock says so, never before', async () => {
    const rung: string[] = [];
    const sweeper = sweeperWith(async (_, id) => {
      rung.push(id);
      await moveOn();
    });
    await arm('2026-02-13T12:00:01Z');
    expect(await sweeper.sweep()).toBe(0);
    await clock.set('2026-02-13T12:00:01Z');
    expect(await sweeper.sweep()).toBe(1);
    expect(rung).toEqual([account.accountId]);
  });

  it('ring once, however many workers sweep at the same time', async () => {
    await arm('2026-02-13T12:00:01Z');
    let rung = 0;
    const crew = Array.from({ length: 4 }, () =>
      sweeperWith(async () => {
        rung += 1;
        await moveOn();
      }),
    );
    await Promise.all(crew.map((sweeper) => sweeper.sweep()));
    expect(rung).toBe(1);
  });

  it('come back later when their handler fails, and are not lost', async () => {
    await arm('2026-02-13T12:00:01Z');
    const sweeper = sweeperWith(() => Promise.reject(new Error('provider down')));
    expect(await sweeper.sweep()).toBe(1);
    expect(await sweeper.sweep()).toBe(0);
    expect(await alarms()).toMatchObject([{ claimed_by: null, failures: 1 }]);
  });

  it('are taken over at once from a worker whose process died', async () => {
    await arm('2026-02-13T12:00:01Z');
    await db.platform.query(
      `insert into routing.workers (id, lock_key, engine_version) values ('00000000-0000-7000-8000-00000000dead', 4711, 1)`,
    );
    await db.platform.query(
      `update routing.alarms set claimed_by = '00000000-0000-7000-8000-00000000dead', claimed_until = clock_timestamp() + interval '1 hour'`,
    );
    let rung = 0;
    await sweeperWith(async () => {
      rung += 1;
      await moveOn();
    }).sweep();
    expect(rung).toBe(1);
  });

  it('stay with a worker that lives', async () => {
    await arm('2026-02-13T12:00:01Z');
    const alive = new Client({ connectionString: db.url });
    await alive.connect();
    await alive.query(`select pg_advisory_lock(4712)`);
    await db.platform.query(
      `insert into routing.workers (id, lock_key, engine_version) values ('00000000-0000-7000-8000-0000000a11fe', 4712, 1)`,
    );
    await db.platform.query(
      `update routing.alarms set claimed_by = '00000000-0000-7000-8000-0000000a11fe', claimed_until = clock_timestamp() + interval '1 hour'`,
    );
    expect(await sweeperWith(moveOn).sweep()).toBe(0);
    await alive.end();
  });

  it('are not touched by a worker of an older engine', async () => {
    await arm('2026-02-13T12:00:01Z');
    await db.platform.query(`update platform.engine set version = version + 1`);
    expect(await sweeperWith(moveOn).sweep()).toBe(0);
    await db.platform.query(`update platform.engine set version = version - 1`);
  });
});
