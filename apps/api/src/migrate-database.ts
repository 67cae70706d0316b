import { installJobs } from '@platform/jobs/install-jobs';
import { openMigrationSource } from '@platform/tenancy/data-source-options';
import { migrations } from '../../../migrations/all-migrations.js';
import { JOB_QUEUES } from './job-queues.js';

const grants = (role: string): string => `
  grant usage on schema public, routing, identity, platform, pgboss to ${role};
  grant select, insert, update, delete on all tables in schema public, routing, identity, platform, pgboss to ${role};
  revoke update, delete on journal, identity.events from ${role};
  grant usage on all sequences in schema public, pgboss to ${role};
  grant execute on all functions in schema public, routing, pgboss to ${role};
  alter default privileges in schema pgboss grant select, insert, update, delete on tables to ${role};`;

/**
 * Brings a database up to date and gives the application role what it needs and no more.
 * Both URLs name the same database; the application's user must exist. Safe to run again.
 */
export async function migrateDatabase(migrationUrl: string, applicationUrl: string): Promise<string[]> {
  const role = `"${decodeURIComponent(new URL(applicationUrl).username).replaceAll('"', '""')}"`;
  const source = await openMigrationSource(migrationUrl, migrations);
  const ran = await source.runMigrations({ transaction: 'each' });
  await installJobs(migrationUrl, JOB_QUEUES);
  await source.query(grants(role));
  await source.destroy();
  return ran.map((migration) => migration.name);
}
