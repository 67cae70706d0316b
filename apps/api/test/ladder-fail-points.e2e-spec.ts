import { ChaosCarrier, FAIR } from '../src/chaos-carrier.js';
import { FAIL_POINTS, type FailPoint, type Fault } from '../src/chaos-fail-points.js';
import { layIncidents, type Laid } from '../src/chaos-ground.js';
import { nightsOf } from '../src/laid-nights.js';
import { INVARIANTS, violationsOf, type Invariant } from '../src/night-invariants.js';
import { jest } from '@jest/globals';
import { LocalProcess } from '@platform/local/child-process';
import { freePort } from '@platform/local/free-port';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { TestDatabase } from './harness/test-database.js';

/** Processes start and die here; a busy machine takes several times as long as a quiet one. */
jest.setTimeout(480_000);
const PATIENCE_MS = 120_000;

/** A text that the carrier's server choked on has to be asked about. */
const MAKES_US_ASK = { ...FAIR, errorBefore: 1 };
const ASKING: readonly FailPoint[] = ['before-asking', 'asked', 'trace-committed'];
const AUTH_TOKEN = 'twilio-auth-token-of-tests';
const STEP_SECONDS = 1;

describe('The ladder, when its workers fail between any two effects', () => {
  let db: TestDatabase;
  let environment: Record<string, string>;
  const carrier = new ChaosCarrier(AUTH_TOKEN, () => 0.5);
  const logs = mkdtempSync(join(tmpdir(), 'nightdesk-fail-points-'));
  const processes: LocalProcess[] = [];
  const laid: Laid[] = [];
  /** What each of them was begun for. */
  const told: string[] = [];

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
  const emergency = async (name: string): Promise<void> => {
    const ground = {
      incidents: 1,
      from: laid.length,
      firstDueAt: new Date(),
      overSeconds: 0,
      stepSeconds: STEP_SECONDS,
    };
    laid.push(...(await layIncidents(db.adminUrl, ground)));
    told.push(name);
  };
  const isQuiet = async (): Promise<boolean> => {
    const [open] = await db.everything<{ steps: number; alerts: number }>(
      `select (select count(*)::int from incidents where round = 1) as steps,
              (select count(*)::int from alerts where state in ('pending', 'sending', 'unknown')) as alerts`,
    );
    return open?.steps === 0 && open.alerts === 0;
  };
  /** Lets one worker after the other come to a point and fail there; the next one boots meanwhile. */
  const failAtEach = async (fault: 'SIGKILL' | 'SIGSTOP'): Promise<LocalProcess[]> => {
    const workers = [standBy(fault, [FAIL_POINTS[0]])];
    for (const [index, point] of FAIL_POINTS.entries()) {
      const worker = workers[index] as LocalProcess;
      const next = FAIL_POINTS[index + 1];
      if (next) workers.push(standBy(fault, [next]));
      carrier.weather = ASKING.includes(point) ? MAKES_US_ASK : FAIR;
      await begin(worker);
      await emergency(`${fault} at ${point}`);
      await until(() => worker.hasSaid(`failed at ${point}`), `a worker meets ${fault} at ${point}`);
      if (fault === 'SIGKILL') await worker.finished();
    }
    carrier.weather = FAIR;
    return workers;
  };
  /** One worker that fails at every point in turn and lives on. */
  const throwAtEach = async (): Promise<void> => {
    const thrower = standBy('throw', FAIL_POINTS);
    await begin(thrower);
    for (const point of FAIL_POINTS) {
      carrier.weather = ASKING.includes(point) ? MAKES_US_ASK : FAIR;
      await emergency(`throw at ${point}`);
      await until(() => thrower.hasSaid(`failed at ${point}`), `a worker throws at ${point}`);
    }
    carrier.weather = FAIR;
  };
  /** Every ladder that was begun around a failure, and which invariants broke for it. */
  const outcomes = (): Map<string, Invariant[]> => {
    const run = { stepSeconds: STEP_SECONDS, heldUpMs: PATIENCE_MS, endedAt: Date.now() };
    const nights = nightsOf(laid, carrier, run);
    return new Map(
      nights.map((night, index) => [told[index] ?? '', violationsOf(night).map(({ invariant }) => invariant)]),
    );
  };

  it('law 3: killed, stopped for longer than its lease, or thrown out of its work at each point: I1 to I9 hold for every ladder', async () => {
    const sleepers = await failAtEach('SIGSTOP');
    await failAtEach('SIGKILL');
    await throwAtEach();
    await until(isQuiet, 'everything owed was sent');
    for (const sleeper of sleepers) sleeper.kill('SIGCONT');
    await emergency('after all of them');
    await until(isQuiet, 'the sleepers, awake, have done their part');

    const broken = outcomes();
    process.stdout.write(tableOf(broken));
    expect([...broken.values()].flat()).toEqual([]);
    expect(broken.size).toBe(3 * FAIL_POINTS.length + 1);
    // Three people of each ladder, each told once: what the carrier took is all that was owed.
    expect(carrier.taken.filter(({ kind }) => kind === 'text')).toHaveLength(3 * laid.length);
  });
});

/** Which failure was met by which ladder, and what became of that. */
function tableOf(broken: Map<string, Invariant[]>): string {
  const faults = ['SIGKILL', 'SIGSTOP', 'throw'];
  const cell = (fault: string, point: string) => broken.get(`${fault} at ${point}`)?.join() || 'held';
  const rows = FAIL_POINTS.map((point) => [point, ...faults.map((fault) => cell(fault, point))]);
  const lines = [['fail point', ...faults], ...rows].map((row) => row.map((word) => word.padEnd(20)).join(''));
  return `${Object.keys(INVARIANTS).slice(0, 9).join(' ')}\n${lines.join('\n')}\n`;
}
