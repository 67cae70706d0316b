import pg from 'pg';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';

type EntityClass = new () => object;
type MigrationClass = new () => MigrationInterface;

/**
 * A statement is planned once on each connection, for any values: every one of them names its account or the key it looks
 * for, so a plan made for this night's values would be the same one, six times over on every connection (ADR 0012).
 */
const PLANNED_ONCE = '-c plan_cache_mode=force_generic_plan';

/**
 * By an index, though the table is small when the plan is made: a plan that reads a table of twenty alerts from end to end
 * reads one of ten thousand the same way, for as long as its connection lives (ADR 0017).
 */
const BY_INDEX = '-c enable_seqscan=off';

/**
 * The application's pool. Statements are bounded: a slow query must not hold a caller's webhook. Few connections: more
 * than a database has cores to serve only wait there, and each keeps plans and catalogue of its own.
 */
export const applicationDatabase = (
  url: string,
  entities: EntityClass[],
  applicationName: string,
): DataSourceOptions => ({
  type: 'postgres',
  // Named here because TypeORM would look for it by itself, and load it beside the one in the worker's program.
  driver: pg,
  url,
  entities,
  synchronize: false,
  logging: false,
  poolSize: 8,
  applicationName,
  connectTimeoutMS: 2000,
  extra: {
    statement_timeout: 5000,
    lock_timeout: 3000,
    idle_in_transaction_session_timeout: 15000,
    options: `${PLANNED_ONCE} ${BY_INDEX}`,
    pipeline: true,
  },
});

/** The owner's connection for migrations. */
export const openMigrationSource = (url: string, migrations: MigrationClass[]): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url,
    migrations,
    synchronize: false,
    logging: false,
    migrationsTableName: 'schema_migrations',
    applicationName: 'nightdesk-migrate',
  }).initialize();
