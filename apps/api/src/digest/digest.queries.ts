import type { Digest, DigestCounts, DigestEntry } from '@domain/digest/digest.types';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';

export async function addSchedule(tx: AccountTx): Promise<void> {
  await tx.query(`insert into digest_schedules (account_id) values ($1) on conflict do nothing`, [tx.accountId]);
}

export interface LockedSchedule {
  due: Date | null;
  previousEnd: Date | null;
  now: Date;
}

/** With the clock that rang the alarm: a process whose own clock lags would find nothing due and sleep past it. */
export async function lockSchedule(tx: AccountTx): Promise<LockedSchedule | null> {
  const [row] = await tx.query<LockedSchedule>(
    `select next_digest_at as due, last_window_end as "previousEnd", app_now() as now
     from digest_schedules where account_id = $1 for update`,
    [tx.accountId],
  );
  return row ?? null;
}

/** YYYY-MM-DD of the latest digest; null before the first. */
export async function lastDigestDate(tx: AccountTx): Promise<string | null> {
  const [row] = await tx.query<{ date: string | null }>(
    `select max(digest_date)::text as date from digest_history where account_id = $1`,
    [tx.accountId],
  );
  return row?.date ?? null;
}

export interface PreviousDigest {
  windowStart: Date;
  entries: DigestEntry[];
}

export async function previousDigest(tx: AccountTx): Promise<PreviousDigest | null> {
  const [row] = await tx.query<PreviousDigest>(
    `select window_start as "windowStart", entries from digest_history where account_id = $1
     order by digest_date desc limit 1`,
    [tx.accountId],
  );
  return row ?? null;
}

export interface LiveState {
  now: Date;
  liveCalls: number;
  openIncidents: number;
  lineNumber: string | null;
}

/** What is stored of a digest beside its text. */
export interface DigestRecord {
  date: string;
  channel: string;
  digest: Digest;
  now: Date;
}

/** Stores it before anybody sees it. Null when the date has one already: exactly one per account and local date (TIM-03). */
export async function storeDigest(tx: AccountTx, { date, channel, digest, now }: DigestRecord): Promise<string | null> {
  const { counts, window } = digest;
  const rows = await tx.query<{ id: string }>(
    `insert into digest_history (account_id, id, digest_date, window_start, window_end, total_calls, emergencies,
       routine_booked, routine_callback, spam, abandoned, channel, content, entries, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (account_id, digest_date) do nothing returning id`,
    [
      tx.accountId,
      newId(),
      date,
      window.start,
      window.end,
      counts.total,
      counts.emergencies,
      counts.routineBooked,
      counts.routineCallback,
      counts.spam,
      counts.abandoned,
      channel,
      digest.content,
      JSON.stringify(digest.entries),
      now,
    ],
  );
  return rows[0]?.id ?? null;
}

/** Longer than any channel takes to answer. */
const TRY_SECONDS = 120;

/**
 * The number of this try, or null when the digest is gone, has been sent, or somebody else is trying at the moment.
 * Counted before the post: a crash is a try too.
 */
export async function beginAttempt(
  tx: AccountTx,
  digestId: string,
): Promise<{ number: number; content: string; counts: DigestCounts } | null> {
  const [row] = await tx.query<{ number: number; content: string; counts: DigestCounts }>(
    `update digest_history
     set attempts = attempts + 1, trying_until = clock_timestamp() + make_interval(secs => ${TRY_SECONDS})
     where account_id = $1 and id = $2 and sent_at is null
       and (trying_until is null or trying_until < clock_timestamp())
     returning attempts as number, content, json_build_object('total', total_calls, 'emergencies', emergencies,
       'routineBooked', routine_booked, 'routineCallback', routine_callback, 'spam', spam, 'abandoned', abandoned) as counts`,
    [tx.accountId, digestId],
  );
  return row ?? null;
}

/** How far a digest has come, locked, so that two who press Retry take turns. Undefined for none of this account. */
export async function lockDelivery(
  tx: AccountTx,
  digestId: string,
): Promise<{ attempts: number; isSent: boolean } | undefined> {
  const [row] = await tx.query<{ attempts: number; isSent: boolean }>(
    `select attempts, sent_at is not null as "isSent" from digest_history where account_id = $1 and id = $2 for update`,
    [tx.accountId, digestId],
  );
  return row;
}

export async function markSent(tx: AccountTx, digestId: string): Promise<void> {
  await tx.query(
    `update digest_history set sent_at = app_now(), last_error = null, trying_until = null where account_id = $1 and id = $2 and sent_at is null`,
    [tx.accountId, digestId],
  );
}

export async function markFailed(tx: AccountTx, digestId: string, reason: string): Promise<void> {
  await tx.query(
    `update digest_history set last_error = $3, trying_until = null where account_id = $1 and id = $2 and sent_at is null`,
    [tx.accountId, digestId, reason],
  );
}

/** The number digests are texted from. */
export async function textingLine(tx: AccountTx): Promise<string | null> {
  const [line] = await tx.query<{ number: string }>(
    `select number from lines where account_id = $1 and state = 'live' and sms_capability = 'approved' order by created_at limit 1`,
    [tx.accountId],
  );
  return line?.number ?? null;
}

/** The states of the After-Hours page that have no service of their own to ask: one round trip for a screen that is always open. */
export async function liveState(tx: AccountTx): Promise<LiveState> {
  const [row] = await tx.query<LiveState>(
    `select app_now() as now,
       (select count(*)::int from calls where account_id = $1 and status in ('ringing', 'in_progress') and direction = 'inbound') as "liveCalls",
       (select count(*)::int from incidents where account_id = $1 and not is_drill
          and state in ('alerting', 'accepted', 'contacted', 'unreached')) as "openIncidents",
       (select number from lines where account_id = $1 and state <> 'released' order by created_at limit 1) as "lineNumber"`,
    [tx.accountId],
  );
  if (!row) throw new Error('A select without from gives one row');
  return row;
}

/** Ids of one page and one more, latest morning first. */
export async function pageOfDigests(tx: AccountTx, limit: number, before: string | null): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from digest_history where account_id = $1 and ($2::date is null or digest_date < $2)
     order by digest_date desc limit $3`,
    [tx.accountId, before, limit + 1],
  );
  return rows.map((row) => row.id);
}
