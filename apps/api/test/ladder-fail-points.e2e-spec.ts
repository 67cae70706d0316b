import { ChaosCarrier } from '../src/chaos-carrier.js';
import { FAIL_POINTS, type FailPoint, type Fault } from '../src/chaos-fail-points.js';
import { layIncidents, type Laid } from '../src/chaos-ground.js';
import { verdictOn, wholeLadders } from '../src/chaos-verdict.js';
import { jest } from '@jest/globals';
import { LocalProcess } from '@platform/local/child-process';
import { freePort } from '@platform/local/free-port';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { TestDatabase } from './harness/test-database.js';

/** Processes start and die here; a busy machine takes several times as long as a quiet one. */
jest.setTimeout(240_000);
const PATIENCE_MS = 120_000;

/** Where a process that sleeps through its lease could do harm when it wakes. */
const SLEEPS_AT: FailPoint[] = ['step-uncommitted', 'attempt-uncommitted', 'attempt-committed', 'sent-unrecorded'];
const AUTH_TOKEN = 'twilio-auth-token-of-tests';
const STEP_SECONDS = 1;

describe('The ladder, when its workers fail between any two effects', () => {
  let db: TestDatabase;
  let environment: Record<string, string>;
  const carrier = new ChaosCarrier(AUTH_TOKEN, () => 0.5);
  const logs = mkdtempSync(join(tmpdir(), 'nightdesk-fail-points-'));
  const processes: LocalProcess[] = [];
  const laid: Laid[] = [];

  beforeAll(async () => {
    db = await TestDatabase.create();
    const [port, carrierPort] = [await freePort(), await freePort()];
    await carrier.listen(carrierPort);
    environment = {
      ...{ PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, DATABASE_URL: db.url, LOG_LEVEL: 'error' },
      ...{ JWT_SECRET: 'j'.repeat(40), ENCRYPTION_KEY: 'a'.repeat(64), VAPI_API_KEY: 'vapi-key-of-tests' },
      ...{ TWILIO_ACCOUNT_SID: `AC${'0'.repeat(31)}1`, TWILIO_AUTH_TOKEN: AUTH_TOKEN, CLOCK_SCALE: '' },
      ...{ TWILIO_API_URL: `http://127.0.0.1:${carrierPort}`, VAPI_WEBHOOK_SECRET: 'vapi-webhook-secret-of-tests' },
    };
    await start('main', [], `http://127.0.0.1:${port}/readyz`).ready();
  });
  afterAll(async () => {
    for (const child of processes) child.kill('SIGKILL');
    await carrier.close();
    await db.drop();
    rmSync(logs, { recursive: true, force: true });
  });

  const start = (program: string, args: string[], readyUrl?: string): LocalProcess => {
    const child = LocalProcess.start({
      ...{ name: program, entry: `dist/apps/api/src/${program}.js`, arguments: args, env: environment },
      ...{ logFile: join(logs, `${program}.log`), ...(readyUrl ? { readyUrl } : {}) },
    });
    processes.push(child);
    return child;
  };
  const until = async (look: () => boolean | Promise<boolean>, what: string): Promise<void> => {
    for (const giveUpAt = performance.now() + PATIENCE_MS; performance.now() < giveUpAt; await pause(50))
      if (await look()) return;
    throw new Error(`It never came to it that ${what}`);
  };
  /** A worker that will fail, booted and waiting. */
  const standBy = (fault: Fault, points: readonly FailPoint[]) => start('chaos-worker', [fault, points.join(',')]);
  const begin = async (worker: LocalProcess): Promise<void> => {
    await until(() => worker.hasSaid('standing by'), 'a worker stands by');
    worker.kill('SIGUSR2');
  };
  /** One more emergency whose first step is due now and the others a second apart. */
  const emergency = async (): Promise<Laid[]> => {
    const ground = {
      incidents: 1,
      from: laid.length,
      firstDueAt: new Date(),
      overSeconds: 0,
      stepSeconds: STEP_SECONDS,
    };
    const one = await layIncidents(db.adminUrl, ground);
    laid.push(...one);
    return one;
  };
  const isQuiet = async (): Promise<boolean> => {
    const [open] = await db.everything<{ steps: number; alerts: number }>(
      `select (select count(*)::int from incidents where round = 1) as steps,
              (select count(*)::int from alerts where state in ('pending', 'sending', 'unknown')) as alerts`,
    );
    return open?.steps === 0 && open.alerts === 0;
  };
  const verdict = (ladders: Laid[]) => verdictOn(wholeLadders(ladders, STEP_SECONDS), carrier.asked, carrier.taken);
  /** I2, I3, I6, I9: everybody was owed one text of each ladder and got one, nobody else got any. */
  const everybodyWasToldOnce = { missed: 0, duplicates: 0, stray: 0 };

  it('law 3: killed, stopped for longer than its lease, or thrown out of its work at each point: nobody missed, nobody told twice', async () => {
    const sleepers = SLEEPS_AT.map((point) => standBy('SIGSTOP', [point]));
    for (const [index, sleeper] of sleepers.entries()) {
      await begin(sleeper);
      await emergency();
      await until(() => sleeper.hasSaid('failed at'), `a worker sleeps at ${SLEEPS_AT[index]}`);
    }

    let next = standBy('SIGKILL', [FAIL_POINTS[0]]);
    for (const [index, point] of FAIL_POINTS.entries()) {
      const worker = next;
      await begin(worker);
      // Booted while this one works towards its death.
      next = standBy('SIGKILL', [FAIL_POINTS[index + 1] ?? point]);
      await emergency();
      await Promise.race([worker.finished(), never(`a worker is killed at ${point}`)]);
      expect(worker.hasSaid(`failed at ${point}`)).toBe(true);
    }
    next.kill('SIGKILL');

    const thrower = standBy('throw', FAIL_POINTS);
    await begin(thrower);
    await emergency();
    await until(() => FAIL_POINTS.every((point) => thrower.hasSaid(`failed at ${point}`)), 'it threw at every point');
    await until(isQuiet, 'everything owed was sent');

    for (const sleeper of sleepers) sleeper.kill('SIGCONT');
    await emergency();
    await until(isQuiet, 'the sleepers, awake, have done their part');
    expect(verdict(laid)).toMatchObject(everybodyWasToldOnce);
  });
});

const never = async (what: string): Promise<never> => {
  await pause(PATIENCE_MS, undefined, { ref: false });
  throw new Error(`It never came to it that ${what}`);
};
