import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';

type EntityClass = new () => object;
type MigrationClass = new () => MigrationInterface;

/** The application's pool. Statements are bounded: a slow query must not hold a caller's webhook. */
export const applicationDatabase = (
  url: string,
  entities: EntityClass[],
  applicationName: string,
): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities,
  synchronize: false,
  logging: false,
  poolSize: 20,
  applicationName,
  connectTimeoutMS: 2000,
  extra: { statement_timeout: 5000, lock_timeout: 3000, idle_in_transaction_session_timeout: 15000 },
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
