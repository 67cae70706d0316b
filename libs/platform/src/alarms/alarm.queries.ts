import type { PlatformDb } from '../tenancy/platform-db.js';

export interface ClaimedAlarm {
  kind: string;
  account_id: string;
  subject_id: string;
}

/** What a worker asks for when it has room. */
export interface Claim {
  workerId: string;
  kinds: string[];
  limit: number;
  /** Most alarms of one account in one claim: a storm at one contractor must not hold up the others. */
  perAccount: number;
  /** Accounts this worker already does as much for as is fair. */
  crowded: string[];
}

/** Longer than any one step takes; a claim older than this belongs to a worker that hangs. */
const LEASE_SECONDS = 15;

/**
 * Takes due alarms nobody holds. Emergencies (low priority numbers) first, then by age; one account gets no more than its
 * share. Each priority is probed by itself: an index over all of them would read every alarm that is not due yet before
 * it came to the next priority. Leases run on the real clock: a moved demo clock must not free what a worker is doing.
 */
export function claimDue(db: PlatformDb, claim: Claim): Promise<ClaimedAlarm[]> {
  return db.query<ClaimedAlarm>(
    `with due as (
       select d.kind, d.subject_id, d.account_id, d.priority, d.due_at
       from generate_series(1, 9) as p(priority) cross join lateral (
         select a.kind, a.subject_id, a.account_id, a.priority, a.due_at from routing.alarms a
         where a.priority = p.priority and a.due_at <= (select app_now()) and a.kind = any($2)
           and (a.claimed_until is null or a.claimed_until < clock_timestamp()) and a.account_id <> all($5)
         order by a.due_at limit $3 for update skip locked) d
       where exists (select from platform.engine e join routing.workers w on w.id = $1 and w.engine_version >= e.version)),
     fair as (
       select kind, subject_id, priority, due_at, row_number() over (partition by account_id order by priority, due_at) as nth
       from due),
     taken as (select kind, subject_id from fair where nth <= $4 order by priority, due_at limit $3)
     update routing.alarms a
     set claimed_by = $1, claimed_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
     from taken where a.kind = taken.kind and a.subject_id = taken.subject_id
     returning a.kind, a.account_id, a.subject_id`,
    [claim.workerId, claim.kinds, claim.limit, claim.perAccount, claim.crowded],
  );
}

/**
 * The end of a statement whose `with` names rows `picked (id)`: their alarms of `kind`, armed in this transaction, are this
 * worker's from the moment others can see them. `worker` is the parameter with its id. Returns `id`.
 */
export const claiming = (kind: string, worker: string): string => `
  update routing.alarms a
  set claimed_by = ${worker}, claimed_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
  from picked where a.kind = '${kind}' and a.subject_id = picked.id returning a.subject_id as id`;

/**
 * After work that left its alarm where it was (a failure, or a race it lost): try again later, and later still. Alarms
 * that were moved or removed by the work are no longer held and stay untouched.
 */
export async function postpone(db: PlatformDb, workerId: string, alarms: ClaimedAlarm[]): Promise<void> {
  if (alarms.length === 0) return;
  await db.query(
    `update routing.alarms a set claimed_by = null, failures = failures + 1,
            claimed_until = clock_timestamp() + make_interval(secs => least(60, power(2, least(failures, 6))::int))
     from unnest($2::text[], $3::uuid[]) as done(kind, subject_id)
     where a.kind = done.kind and a.subject_id = done.subject_id and a.claimed_by = $1`,
    [workerId, alarms.map((alarm) => alarm.kind), alarms.map((alarm) => alarm.subject_id)],
  );
}

/** Why a worker leaves alone what is due: its engine's version and the one the database asks for. */
export interface LeftAlone {
  version: number;
  wanted: number;
  /** Alarms that are due. */
  due: number;
}

/** No row while this worker, or any other, is new enough: in a release the older ones rightly leave the work to those. */
export function leftAlone(db: PlatformDb, workerId: string, kinds: string[]): Promise<LeftAlone[]> {
  return db.query<LeftAlone>(
    `select w.engine_version as version, e.version as wanted,
            (select count(*)::int from routing.alarms a where a.due_at <= (select app_now()) and a.kind = any($2)) as due
     from platform.engine e join routing.workers w on w.id = $1
     where not exists (select from routing.workers able where able.engine_version >= e.version)`,
    [workerId, kinds],
  );
}

/** Whether there are workers and every one of them is older than the database asks for: nothing that falls due will ring. */
export async function isEngineOutdated(db: PlatformDb): Promise<boolean> {
  const [workers] = await db.query<{ outdated: boolean | null }>(
    `select max(w.engine_version) < max(e.version) as outdated from platform.engine e cross join routing.workers w`,
  );
  return workers?.outdated ?? false;
}

/** Frees the claims of workers whose advisory lock is gone: a killed worker's step is taken over at once, not after the lease. */
export async function freeClaimsOfTheDead(db: PlatformDb): Promise<void> {
  // Asked several times a second by every worker, and the answer is nearly always no: one statement for that.
  const anyDead = await db.query(`select id from routing.workers where pg_try_advisory_xact_lock(lock_key) limit 1`);
  if (anyDead.length === 0) return;
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
