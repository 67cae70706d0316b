import type { PlatformQuery } from '@platform/tenancy/platform-db';
import { waitAfter, type ThrottleRule } from './throttle-rules.js';

/** Rows that no longer count, a few at a time with each new one, so that an attack leaves nothing behind. */
const FORGET_AT_ONCE = 20;

export type Counted = { kind: 'go'; failures: number } | { kind: 'wait'; seconds: number };

/** Counts a try as failed before it is made: fifty at once must not all slip through. */
export async function countFailure(query: PlatformQuery, rule: ThrottleRule): Promise<Counted> {
  const [row] = await query<{ failures: number; blocked: number; left: number }>(
    `insert into identity.throttles as t (key, failures, since, forget_at)
     values ($1, 1, clock_timestamp(), clock_timestamp() + make_interval(secs => $2))
     on conflict (key) do update set
       failures = case when t.forget_at < clock_timestamp() then 1
                       when t.blocked_until > clock_timestamp() then t.failures else t.failures + 1 end,
       since = case when t.forget_at < clock_timestamp() then excluded.since else t.since end,
       forget_at = case when t.forget_at < clock_timestamp() then excluded.forget_at else t.forget_at end
     returning failures, coalesce(ceil(extract(epoch from blocked_until - clock_timestamp())), 0)::int as blocked,
               ceil(extract(epoch from forget_at - clock_timestamp()))::int as left`,
    [rule.key, rule.window],
  );
  if (!row) throw new Error('upsert returned nothing');
  if (row.blocked > 0) return { kind: 'wait', seconds: row.blocked };
  if (rule.then === 'waits' && row.failures > rule.free) return { kind: 'wait', seconds: row.left };
  await blockNext(query, rule, waitAfter(row.failures, rule));
  return { kind: 'go', failures: row.failures };
}

async function blockNext(query: PlatformQuery, rule: ThrottleRule, seconds: number): Promise<void> {
  if (seconds === 0) return;
  await query(
    `update identity.throttles set blocked_until = clock_timestamp() + make_interval(secs => $2),
       forget_at = clock_timestamp() + make_interval(secs => $2 + $3) where key = $1`,
    [rule.key, seconds, rule.window],
  );
}

/**
 * The try was no attacker's: takes it back, and what made its place wait with it. One row after the other, in the order in
 * which they were counted: two replicas that took them in different orders would wait for each other.
 */
export async function forgive(query: PlatformQuery, rules: ThrottleRule[]): Promise<void> {
  for (const { key, then } of rules) {
    if (then === 'grows') await query(`delete from identity.throttles where key = $1`, [key]);
    else await query(`update identity.throttles set failures = greatest(failures - 1, 0) where key = $1`, [key]);
  }
}

/** To be called last in a transaction: it waits for nobody then, and nobody for it. */
export async function forgetOld(query: PlatformQuery): Promise<void> {
  await query(
    `delete from identity.throttles where key in (
       select key from identity.throttles where forget_at < clock_timestamp() limit ${FORGET_AT_ONCE} for update skip locked)`,
  );
}
