import { PgBoss } from 'pg-boss';

/** What a retry costs is bounded: 5 tries with back-off, and a dead worker's job is taken over after its heartbeat. */
const QUEUE = { retryLimit: 5, retryDelay: 2, retryBackoff: true, heartbeatSeconds: 10, expireInSeconds: 300 };

/** Installs or upgrades pg-boss with the migration role and creates the queues; the application role may not. */
export async function installJobs(migrationUrl: string, names: readonly string[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: migrationUrl,
    schema: 'pgboss',
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on('error', () => undefined);
  await boss.start();
  for (const name of names) await boss.createQueue(name, { policy: 'short', ...QUEUE });
  await boss.stop({ graceful: false });
}
