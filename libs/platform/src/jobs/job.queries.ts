import type { PlatformDb } from '../tenancy/platform-db.js';

/** Those of `queues` that have a job whose time has come. The condition is that of pg-boss's own fetch. */
export async function queuesWithDueJobs(db: PlatformDb, queues: string[]): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `select q.name from unnest($1::text[]) as q(name)
     where exists (select from pgboss.job j where j.name = q.name and j.state < 'active' and not j.blocked
                     and j.start_after <= pgboss.job_now())`,
    [queues],
  );
  return rows.map((row) => row.name);
}
