import { jest } from '@jest/globals';
import type { LocalProcess } from '@platform/local/child-process';
import { setTimeout as pause } from 'node:timers/promises';
import { LadderProcesses } from './ladder-processes.js';

jest.setTimeout(300_000);

/** More than one worker takes at a time. */
const LADDERS = 60;
/** A worker looks for work ten times a second: this long without any means that it leaves it alone. */
const LEAVES_ALONE_MS = 3000;

interface Worker {
  process: LocalProcess;
  id: string;
}
interface WorkerRow {
  id: string;
  engine_version: number;
}

describe('Two engine versions side by side: a rolling deploy in the middle of a night (law 3)', () => {
  let crew: LadderProcesses;
  let current: number;
  let story = 0;
  const crewOfTheNight: Worker[] = [];

  beforeAll(async () => {
    crew = await LadderProcesses.open();
    current = await engine();
  });
  afterEach(async () => {
    await Promise.all(crewOfTheNight.splice(0).map(gone));
    await raise(current);
  });
  afterAll(() => crew.close());

  const engine = async (): Promise<number> =>
    (await crew.db.everything<{ version: number }>(`select version from platform.engine`))[0]?.version ?? NaN;
  const raise = (version: number) => crew.db.platform.query(`update platform.engine set version = $1`, [version]);
  const workers = () => crew.db.everything<WorkerRow>(`select id, engine_version from routing.workers`);
  /** A worker at work, as a build of this version would announce itself. */
  const workerOf = async (version: number): Promise<Worker> => {
    const known = new Set((await workers()).map(({ id }) => id));
    const process = crew.standBy('throw', []);
    await crew.begin(process);
    await crew.until(async () => (await workers()).some(({ id }) => !known.has(id)), 'a worker announces itself');
    const { id = '' } = (await workers()).find((row) => !known.has(row.id)) ?? {};
    await crew.db.platform.query(`update routing.workers set engine_version = $2 where id = $1`, [id, version]);
    crewOfTheNight.push({ process, id });
    return { process, id };
  };
  const gone = async ({ process }: Worker): Promise<void> => {
    process.kill('SIGKILL');
    await process.finished();
  };
  const ladders = (): Promise<void> => crew.emergencies(`story ${(story += 1)}`, LADDERS);
  const holders = async (): Promise<Set<string>> => {
    const held = await crew.db.everything<{ id: string }>(
      `select distinct claimed_by as id from routing.alarms where claimed_by is not null`,
    );
    return new Set(held.map(({ id }) => id));
  };
  /** Who holds work, looked at again and again until every ladder is done. */
  const holdersUntilQuiet = async (): Promise<Set<string>> => {
    const seen = new Set<string>();
    await crew.until(async () => {
      for (const id of await holders()) seen.add(id);
      return crew.isQuiet();
    }, 'every ladder has run its course');
    return seen;
  };
  const expectEveryLadderWhole = (): void => {
    expect([...crew.outcomes()].filter(([, broken]) => broken.length > 0)).toEqual([]);
    expect(crew.everybodyWasToldOnce()).toBe(true);
  };

  it('before the database is raised both share the ladders in flight, and each ladder runs once', async () => {
    const old = await workerOf(current);
    const fresh = await workerOf(current + 1);
    await ladders();
    expect(await holdersUntilQuiet()).toEqual(new Set([old.id, fresh.id]));
    expectEveryLadderWhole();
  });

  it('once it is raised the older one finishes what it holds and begins nothing; the newer one carries every ladder on', async () => {
    const [old, fresh] = [await workerOf(current), await workerOf(current + 1)];
    await ladders();
    await crew.until(async () => (await holders()).has(old.id), 'the older one holds some');
    await raise(current + 1);
    await crew.until(async () => !(await holders()).has(old.id), 'the older one has finished them');
    expect(await holdersUntilQuiet()).toEqual(new Set([fresh.id]));
    expectEveryLadderWhole();
  });

  it('the newer one is killed with ladders in flight: the older one leaves them alone and says so, and the next newer one finds all of them', async () => {
    const old = await workerOf(current);
    const fresh = await workerOf(current + 1);
    await raise(current + 1);
    await ladders();
    const before = crew.carrier.taken.length;
    await crew.until(() => crew.carrier.taken.length > before, 'ladders are under way');
    await gone(fresh);
    await pause(LEAVES_ALONE_MS);
    const taken = crew.carrier.taken.length;
    await pause(LEAVES_ALONE_MS);
    expect(crew.carrier.taken).toHaveLength(taken);
    await crew.until(() => old.process.hasSaid('alarms.engine-outdated'), 'the older one says why');
    expect(await crew.figure('nightdesk_engine_outdated')).toBe(1);
    const next = await workerOf(current + 1);
    expect(await crew.figure('nightdesk_engine_outdated')).toBe(0);
    expect(await holdersUntilQuiet()).toEqual(new Set([next.id]));
    expectEveryLadderWhole();
  });

  it('the deploy is taken back with ladders in flight: the older one takes all of them up, and nothing stays behind', async () => {
    const old = await workerOf(current);
    const fresh = await workerOf(current + 1);
    await raise(current + 1);
    await ladders();
    const before = crew.carrier.taken.length;
    await crew.until(() => crew.carrier.taken.length > before, 'ladders are under way');
    await gone(fresh);
    await crew.until(async () => !(await holders()).has(fresh.id), 'what the dead one held is free');
    await raise(current);
    expect(await holdersUntilQuiet()).toEqual(new Set([old.id]));
    expectEveryLadderWhole();
    const left = await crew.db.everything(
      `select 1 from routing.alarms where kind in ('ladder', 'alert') and claimed_by is not null and claimed_by <> $1`,
      [old.id],
    );
    expect(left).toEqual([]);
  });
});
