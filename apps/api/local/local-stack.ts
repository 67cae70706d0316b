import { LocalPostgres } from '@platform/local/local-postgres';
import { LocalProcess, type ChildSpec } from '@platform/local/child-process';
import { freePort, isTaken } from '@platform/local/free-port';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { localSecrets } from './local-secrets.js';
import { migrateDatabase } from '../src/migrate-database.js';

export interface LocalStackOptions {
  /** Where data, secrets and logs live; git-ignored. */
  directory: string;
  apiPort: number;
  simulatorPort: number;
  /** Set: the programs run on a movable clock, starting at this many virtual seconds per real second. */
  clockScale?: number;
  /** Where that clock starts; now by default. */
  clockStart?: Date;
  /** Throw-away data for tests and benchmarks. */
  disposable: boolean;
  /** A carrier of the caller's own instead of the simulator; then no demo data is laid either. */
  carrierUrl?: string;
  workers: number;
  /** The database counts the statements it is asked for (pg_stat_statements). */
  countsStatements?: boolean;
  /** What it is doing, in plain words. */
  say: (line: string) => void;
}

/** Fixed keys between the simulator and the programs beside it; worth nothing anywhere else. */
const SIMULATED = {
  TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000001',
  TWILIO_AUTH_TOKEN: 'simulated-twilio-auth-token-0001',
  VAPI_API_KEY: 'simulated-vapi-key-0001',
  OPENAI_API_KEY: 'simulated-openai-key-0001',
};

const MAIL_BESIDE = 15;

/** Everything on one machine: PostgreSQL, the simulator, the API and its workers, as child processes. */
export class LocalStack {
  private readonly processes: LocalProcess[] = [];
  private postgres?: LocalPostgres;
  /** The simulator's mail server: 4025 beside the usual 4010. */
  private smtpPort = 0;

  constructor(readonly options: LocalStackOptions) {
    mkdirSync(join(options.directory, 'logs'), { recursive: true });
  }

  get apiUrl(): string {
    return `http://localhost:${this.options.apiPort}`;
  }

  get simulatorUrl(): string {
    return `http://localhost:${this.options.simulatorPort}`;
  }

  get usesSimulator(): boolean {
    return !process.env.TWILIO_ACCOUNT_SID && !this.options.carrierUrl;
  }

  /** Starts everything, in order. Rejects with a sentence a person can act on; call `stop` in any case. */
  async start(): Promise<void> {
    await this.assertPortsFree();
    if (this.usesSimulator) this.smtpPort = await this.freeSmtpPort();
    await this.startDatabase();
    if (this.usesSimulator)
      await this.launch({
        name: 'simulator',
        entry: 'dist/apps/simulator/src/main.js',
        readyUrl: `${this.simulatorUrl}/sim/health`,
      });
    if (!this.options.carrierUrl) await this.seed();
    this.options.say('Starting the API and the worker …');
    await Promise.all([this.startApi(), ...Array.from({ length: this.options.workers }, () => this.startWorker())]);
  }

  /** One more worker process, e.g. to kill it. */
  startWorker(): Promise<LocalProcess> {
    return this.launch({ name: 'worker', entry: 'dist/worker/worker.js', mapsTraces: true });
  }

  startApi(): Promise<LocalProcess> {
    return this.launch({
      name: 'api',
      entry: 'dist/apps/api/src/main.js',
      readyUrl: `http://127.0.0.1:${this.options.apiPort}/readyz`,
    });
  }

  /** Processes of this name that have not ended: `api`, `worker`. */
  pidsOf(name: string): number[] {
    return this.processes.flatMap((child) =>
      child.spec.name === name && child.isAlive && child.pid ? [child.pid] : [],
    );
  }

  get databasePid(): number {
    if (!this.postgres) throw new Error('the database is not ours');
    return this.postgres.pid;
  }

  /** The database as its administrator, whom row security does not bind: for laying and reading test data. */
  get adminUrl(): string {
    if (!this.postgres) throw new Error('the database is not ours');
    return this.postgres.url('admin');
  }

  /** The database's processes die at once and it comes back from its log, as after a power cut. */
  async crashDatabase(): Promise<void> {
    await this.postgres?.crash();
  }

  onExit(then: (name: string, output: string) => void): void {
    for (const child of this.processes) child.onExit(then);
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((child) => child.stop()));
    await this.postgres?.stop();
  }

  /** Environment of the programs; anything set by the operator wins. */
  environment(): Record<string, string> {
    const secrets = localSecrets(join(this.options.directory, 'secrets.json'));
    const own: Record<string, string> = {
      ...secrets,
      ...this.databaseUrls(),
      ...(this.usesSimulator ? this.simulated(secrets.VAPI_WEBHOOK_SECRET) : {}),
      ...(this.options.carrierUrl
        ? { ...SIMULATED, TWILIO_API_URL: this.options.carrierUrl, SLACK_API_URL: this.options.carrierUrl }
        : {}),
      PORT: String(this.options.apiPort),
      PUBLIC_URL: this.apiUrl,
      VOICE_FALLBACK_URL: this.usesSimulator ? `${this.simulatorUrl}/voice-fallback/voicemail.xml` : '',
      LOG_LEVEL: 'info',
      CLOCK_SCALE: this.options.clockScale === undefined ? '' : String(this.options.clockScale),
    };
    return { ...own, ...definedIn(process.env, Object.keys(own)) };
  }

  databaseUrls(): { DATABASE_URL: string; MIGRATION_DATABASE_URL: string } {
    const given = process.env.DATABASE_URL;
    if (given) return { DATABASE_URL: given, MIGRATION_DATABASE_URL: process.env.MIGRATION_DATABASE_URL ?? given };
    if (!this.postgres) throw new Error('the database is not running');
    return { DATABASE_URL: this.postgres.url('app'), MIGRATION_DATABASE_URL: this.postgres.url('owner') };
  }

  private simulated(webhookSecret: string): Record<string, string> {
    const simulator = `http://127.0.0.1:${this.options.simulatorPort}`;
    return {
      ...SIMULATED,
      TWILIO_API_URL: simulator,
      VAPI_API_URL: `${simulator}/vapi`,
      OPENAI_BASE_URL: `${simulator}/openai/v1`,
      SLACK_API_URL: `${simulator}/slack`,
      ...(process.env.GOOGLE_CLIENT_ID ? {} : this.simulatedGoogle()),
      SMTP_URL: `smtp://127.0.0.1:${this.smtpPort}`,
      SIM_PORT: String(this.options.simulatorPort),
      SIM_SMTP_PORT: String(this.smtpPort),
      SIM_API_URL: `http://127.0.0.1:${this.options.apiPort}`,
      SIM_TWILIO_ACCOUNT_SID: SIMULATED.TWILIO_ACCOUNT_SID,
      SIM_TWILIO_AUTH_TOKEN: SIMULATED.TWILIO_AUTH_TOKEN,
      SIM_VAPI_KEY: SIMULATED.VAPI_API_KEY,
      SIM_VAPI_WEBHOOK_SECRET: webhookSecret,
      SIM_STATE_FILE: this.options.disposable ? '' : join(this.options.directory, 'simulator.json'),
    };
  }

  /** Its consent page is opened by a browser, which knows this machine by the name of the app's own address. */
  private simulatedGoogle(): Record<string, string> {
    const [id, secret] = ['simulated-client.apps.googleusercontent.com', 'simulated-google-secret-0001'];
    return {
      GOOGLE_CLIENT_ID: id,
      GOOGLE_CLIENT_SECRET: secret,
      GOOGLE_API_URL: `${this.simulatorUrl}/google`,
      SIM_GOOGLE_CLIENT_ID: id,
      SIM_GOOGLE_CLIENT_SECRET: secret,
    };
  }

  private async assertPortsFree(): Promise<void> {
    const wanted = [
      ['PORT', this.options.apiPort],
      ...(this.usesSimulator ? [['SIM_PORT', this.options.simulatorPort]] : []),
    ] as [string, number][];
    for (const [name, port] of wanted) {
      if (await isTaken(port))
        throw new Error(
          `Port ${port} is taken by another program. Stop that program, or start with another port: ${name}=${port + 1} npm start`,
        );
    }
  }

  /** Nobody looks for it by hand, so a taken one is no reason to stop. */
  private async freeSmtpPort(): Promise<number> {
    if (process.env.SIM_SMTP_PORT) return Number(process.env.SIM_SMTP_PORT);
    const wanted = this.options.simulatorPort + MAIL_BESIDE;
    return (await isTaken(wanted)) ? freePort() : wanted;
  }

  private async startDatabase(): Promise<void> {
    if (!process.env.DATABASE_URL) {
      this.options.say('Starting PostgreSQL …');
      const directory = join(this.options.directory, 'postgres');
      this.postgres = await LocalPostgres.start({
        directory,
        port: await this.databasePort(),
        database: 'nightdesk',
        disposable: this.options.disposable,
        countsStatements: this.options.countsStatements ?? false,
      });
    }
    const { DATABASE_URL, MIGRATION_DATABASE_URL } = this.databaseUrls();
    const ran = await migrateDatabase(MIGRATION_DATABASE_URL, DATABASE_URL);
    if (ran.length > 0) this.options.say(`Database: ${ran.length} migrations applied.`);
    if (this.options.clockStart) await setDatabaseClock(MIGRATION_DATABASE_URL, this.options.clockStart);
  }

  /** The port of the first start, so that a tool connected to it finds it again; another one if it is taken now. */
  private async databasePort(): Promise<number> {
    const file = join(this.options.directory, 'postgres-port');
    const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
    const port = kept && !(await isTaken(kept)) ? kept : await freePort();
    writeFileSync(file, String(port));
    return port;
  }

  private async seed(): Promise<void> {
    const seeding = await this.launch({ name: 'seed', entry: 'dist/apps/api/local/demo/seed-demo.js' });
    if ((await seeding.finished()) !== 0)
      throw new Error(`The demo data could not be laid. See ${join(this.options.directory, 'logs', 'seed.log')}`);
  }

  private async launch(what: Launched): Promise<LocalProcess> {
    const logFile = join(this.options.directory, 'logs', `${what.name}.log`);
    const child = LocalProcess.start({ ...what, env: this.environment(), logFile });
    if (what.name !== 'seed') this.processes.push(child);
    return child.ready();
  }
}

type Launched = Pick<ChildSpec, 'name' | 'entry' | 'readyUrl' | 'mapsTraces'>;

async function setDatabaseClock(url: string, start: Date): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`update platform.clock set anchor_real = clock_timestamp(), anchor_virtual = $1`, [start]);
  await client.end();
}

const definedIn = (source: NodeJS.ProcessEnv, keys: string[]): Record<string, string> =>
  Object.fromEntries(keys.flatMap((key) => (source[key] ? [[key, source[key]]] : [])));
