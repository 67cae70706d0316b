import { LocalProcess } from '@platform/local/child-process';
import { freePort } from '@platform/local/free-port';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ChaosCarrier } from '../proofs/chaos/carrier.js';
import type { FailPoint, Fault } from '../proofs/chaos/fail-points.js';
import { layIncidents, type Laid } from '../proofs/chaos/ground.js';
import { nightsOf } from '../proofs/chaos/laid-nights.js';
import { violationsOf, type Invariant } from '../proofs/night/invariants.js';
import { TestDatabase } from './harness/test-database.js';

/** Processes start and die here; a busy machine takes several times as long as a quiet one. */
const PATIENCE_MS = 120_000;
/** Workers that die one after the other may hold a ladder up for so long, on a machine that is busy besides. */
const HELD_UP_MS = 240_000;
const AUTH_TOKEN = 'twilio-auth-token-of-tests';
const STEP_SECONDS = 1;

/** The program as processes of its own beside a carrier that remembers everything: what a crash does is a real crash's. */
export class LadderProcesses {
  readonly carrier = new ChaosCarrier(AUTH_TOKEN, () => 0.5);
  /** The ladders that were begun, each by the name it was given. */
  readonly laid: { name: string; ladder: Laid }[] = [];
  private readonly logs = mkdtempSync(join(tmpdir(), 'nightdesk-ladder-'));
  private readonly processes: LocalProcess[] = [];

  private constructor(
    readonly db: TestDatabase,
    private readonly environment: Record<string, string>,
  ) {}

  static async open(): Promise<LadderProcesses> {
    const db = await TestDatabase.create();
    const [port, carrierPort] = [await freePort(), await freePort()];
    const crew = new LadderProcesses(db, {
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: db.url,
      LOG_LEVEL: 'error',
      JWT_SECRET: 'j'.repeat(40),
      ENCRYPTION_KEY: 'a'.repeat(64),
      VAPI_API_KEY: 'vapi-key-of-tests',
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(31)}1`,
      TWILIO_AUTH_TOKEN: AUTH_TOKEN,
      CLOCK_SCALE: '',
      TWILIO_API_URL: `http://127.0.0.1:${carrierPort}`,
      VAPI_WEBHOOK_SECRET: 'vapi-webhook-secret-of-tests',
    });
    await crew.up(carrierPort).catch(async (error: unknown) => {
      await crew.close();
      throw error;
    });
    return crew;
  }

  private async up(carrierPort: number): Promise<void> {
    await this.carrier.listen(carrierPort);
    await this.start('src/main', [], `${this.environment.PUBLIC_URL}/readyz`).ready();
  }

  async close(): Promise<void> {
    for (const child of this.processes) child.kill('SIGKILL');
    await this.carrier.close();
    await this.db.drop();
    rmSync(this.logs, { recursive: true, force: true });
  }

  /** A worker that will fail at these points, booted and waiting; one without points never fails. */
  standBy(fault: Fault, points: readonly FailPoint[]): LocalProcess {
    return this.start('proofs/chaos/worker', [fault, points.join(',')]);
  }

  async begin(worker: LocalProcess): Promise<void> {
    await this.until(() => worker.hasSaid('standing by'), 'a worker stands by');
    worker.kill('SIGUSR2');
  }

  /** More emergencies at once, of contractors of their own: the first step is due now, the others a second apart each. */
  async emergencies(name: string, incidents: number): Promise<void> {
    const ground = { incidents, from: this.laid.length, firstDueAt: new Date(), overSeconds: 0 };
    const ladders = await layIncidents(this.db.adminUrl, { ...ground, stepSeconds: STEP_SECONDS });
    this.laid.push(...ladders.map((ladder, nth) => ({ name: incidents > 1 ? `${name}, ${nth}` : name, ladder })));
  }

  emergency(name: string): Promise<void> {
    return this.emergencies(name, 1);
  }

  /** Whether every ladder has run its course and nothing hangs. Says when to look at the carrier's log, never what is in it. */
  async isQuiet(): Promise<boolean> {
    const [open] = await this.db.everything<{ steps: number; alerts: number }>(
      `select (select count(*)::int from incidents where round = 1) as steps,
              (select count(*)::int from alerts where state in ('pending', 'sending', 'unknown')) as alerts`,
    );
    return open?.steps === 0 && open.alerts === 0;
  }

  async until(look: () => boolean | Promise<boolean>, what: string): Promise<void> {
    for (const giveUpAt = performance.now() + PATIENCE_MS; performance.now() < giveUpAt; await pause(50))
      if (await look()) return;
    throw new Error(`It never came to it that ${what}`);
  }

  /** Every ladder that was begun, and which invariants broke for it. */
  outcomes(): Map<string, Invariant[]> {
    const run = { stepSeconds: STEP_SECONDS, heldUpMs: HELD_UP_MS, strideMs: 0, endedAt: Date.now() };
    const nights = nightsOf(
      this.laid.map(({ ladder }) => ladder),
      this.carrier,
      run,
    );
    const broken = (index: number) => violationsOf(nights[index] ?? never()).map(({ invariant }) => invariant);
    return new Map(this.laid.map(({ name }, index) => [name, broken(index)]));
  }

  /** One figure of those the operator's monitoring reads. */
  async figure(name: string): Promise<number> {
    const metrics = await (await fetch(`${this.environment.PUBLIC_URL}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(metrics)?.[1]);
  }

  /** Three people of each ladder, each told once: what the carrier took is all that was owed. */
  everybodyWasToldOnce(): boolean {
    return this.carrier.taken.filter(({ kind }) => kind === 'text').length === 3 * this.laid.length;
  }

  private start(program: string, args: string[], readyUrl?: string): LocalProcess {
    const name = basename(program);
    const child = LocalProcess.start({
      name,
      entry: `dist/apps/api/${program}.js`,
      arguments: args,
      env: this.environment,
      logFile: join(this.logs, `${name}.log`),
      ...(readyUrl ? { readyUrl } : {}),
    });
    this.processes.push(child);
    return child;
  }
}

function never(): never {
  throw new Error('a ladder without a night');
}
