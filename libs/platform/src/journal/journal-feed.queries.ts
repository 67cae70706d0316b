import type { PlatformDb } from '../tenancy/platform-db.js';

/**
 * Every transaction below this number has ended: what it wrote can be seen, and nothing can appear below it any more.
 * A sequence alone would skip entries whose transaction commits later than a higher number.
 */
export const HORIZON = `pg_snapshot_xmin(pg_current_snapshot())`;

export async function safeHorizon(db: PlatformDb): Promise<string> {
  const [row] = await db.query<{ horizon: string }>(`select ${HORIZON}::text as horizon`);
  return row?.horizon ?? '0';
}

/** Accounts whose journal has grown since `since`, and where to go on from. */
export async function freshAccounts(db: PlatformDb, since: string): Promise<{ horizon: string; accounts: string[] }> {
  const [row] = await db.query<{ horizon: string; accounts: string[] }>(
    `select ${HORIZON}::text as horizon,
            array(select distinct account_id::text from routing.journal_feed
                  where xid >= $1::xid8 and xid < ${HORIZON}) as accounts`,
    [since],
  );
  return row ?? { horizon: since, accounts: [] };
}

/** The feed only wakes readers; nobody sleeps longer than a day. On the real clock, like everything that only cleans up. */
export async function pruneFeed(db: PlatformDb): Promise<void> {
  await db.query(`delete from routing.journal_feed where at < clock_timestamp() - interval '24 hours'`);
}
