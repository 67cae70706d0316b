import type { AccountId } from '@domain/ids';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Env } from '@platform/env/env';
import { Client } from 'pg';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { TestClock } from './harness/test-clock.js';
import { TestDatabase } from './harness/test-database.js';
import { AlarmHandlers } from '@platform/alarms/alarm-handlers';
import { AlarmSweeper } from '@platform/alarms/alarm-sweeper';
import { EngineGate } from '@platform/alarms/engine-gate';
import { MetricsController } from '@platform/metrics/metrics.controller';

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

  describe('and a worker of an older engine than the database asks for', () => {
    const OLD = '00000000-0000-7000-8000-00000000001d';
    const errors = jest.spyOn(Logger.prototype, 'error');
    const raise = (by: number) => db.platform.query(`update platform.engine set version = version + $1`, [by]);
    const worker = (id: string, by: number) =>
      db.platform.query(
        `insert into routing.workers (id, lock_key, engine_version) select $1::uuid, hashtext(($1::uuid)::text), version + $2 from platform.engine`,
        [id, by],
      );
    const outdated = async () =>
      /^nightdesk_engine_outdated (\d)$/m.exec(await new MetricsController(db.platform).read())?.[1];

    beforeEach(async () => {
      await db.platform.query(`delete from routing.workers`);
      await arm('2026-02-13T12:00:01Z');
      errors.mockReset();
    });
    afterAll(() => errors.mockRestore());

    it('are not touched by it, and it says so at once', async () => {
      await raise(1);
      expect(await sweeperWith(moveOn).sweep()).toBe(0);
      const [engine] = await db.platform.query<{ version: number }>(`select version from platform.engine`);
      const wanted = engine?.version ?? NaN;
      expect(errors.mock.calls).toEqual([[{ event: 'alarms.engine-outdated', version: wanted - 1, wanted, due: 1 }]]);
      expect(await outdated()).toBe('1');
      await raise(-1);
      expect(await outdated()).toBe('0');
    });

    it('are complained about once a minute, and again when a minute is over', async () => {
      await worker(OLD, -1);
      const gate = new EngineGate(db.platform);
      for (const second of [0, 1, 30, 59, 61, 100, 122]) await gate.look(OLD, ['digest'], second * 1000);
      expect(errors).toHaveBeenCalledTimes(3);
    });

    it('are asked about every three seconds at most, and complained about as soon as one is due', async () => {
      await worker(OLD, -1);
      const gate = new EngineGate(db.platform);
      await arm('2026-02-14T12:00:00Z');
      await gate.look(OLD, ['digest'], 0);
      await arm('2026-02-13T12:00:01Z');
      await gate.look(OLD, ['digest'], 2999);
      expect(errors).not.toHaveBeenCalled();
      await gate.look(OLD, ['digest'], 3000);
      expect(errors).toHaveBeenCalledTimes(1);
    });

    it('are left to a newer worker without a word: a release is no incident', async () => {
      await worker(OLD, -1);
      await worker('00000000-0000-7000-8000-00000000feed', 0);
      await new EngineGate(db.platform).look(OLD, ['digest'], 0);
      expect(errors).not.toHaveBeenCalled();
      expect(await outdated()).toBe('0');
    });

    it('no worker at all is nobody too old', async () => {
      expect(await outdated()).toBe('0');
    });
  });
});
