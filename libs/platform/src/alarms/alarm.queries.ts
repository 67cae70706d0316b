import type { PlatformDb } from '../tenancy/platform-db.js';

export interface ClaimedAlarm {
  kind: string;
  account_id: string;
  subject_id: string;
}

/** Longer than any one step takes; a claim older than this belongs to a worker that hangs. */
const LEASE_SECONDS = 15;

/**
 * Takes due alarms nobody holds. Emergencies (low priority numbers) first, then by age. Leases run on the real clock:
 * a moved demo clock must not free what a worker is doing.
 */
export function claimDue(db: PlatformDb, workerId: string, kinds: string[], limit: number): Promise<ClaimedAlarm[]> {
  return db.query<ClaimedAlarm>(
    `update routing.alarms a set claimed_by = $1, claimed_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
     from (select kind, subject_id from routing.alarms
           where kind = any($2) and due_at <= (select app_now())
             and (claimed_until is null or claimed_until < clock_timestamp())
             and exists (select from platform.engine e join routing.workers w on w.id = $1 and w.engine_version >= e.version)
           order by priority, due_at limit $3 for update skip locked) due
     where a.kind = due.kind and a.subject_id = due.subject_id
     returning a.kind, a.account_id, a.subject_id`,
    [workerId, kinds, limit],
  );
}

/** After work that left its alarm where it was (a failure, or a race it lost): try again later, and later still. */
export async function postpone(db: PlatformDb, workerId: string, alarm: ClaimedAlarm): Promise<void> {
  await db.query(
    `update routing.alarms set claimed_by = null, failures = failures + 1,
            claimed_until = clock_timestamp() + make_interval(secs => least(60, power(2, least(failures, 6))::int))
     where kind = $1 and subject_id = $2 and claimed_by = $3`,
    [alarm.kind, alarm.subject_id, workerId],
  );
}

/** Frees the claims of workers whose advisory lock is gone: a killed worker's step is taken over at once, not after the lease. */
export async function freeClaimsOfTheDead(db: PlatformDb): Promise<void> {
  await db.within(async (query) => {
    const dead = await query<{ id: string }>(
      `select id from routing.workers where pg_try_advisory_xact_lock(lock_key) for update skip locked`,
    );
    if (dead.length === 0) return;
    const ids = dead.map((worker) => worker.id);
    await query(`update routing.alarms set claimed_by = null, claimed_until = null where claimed_by = any($1)`, [ids]);
    await query(`delete from routing.workers where id = any($1)`, [ids]);
  });
}
