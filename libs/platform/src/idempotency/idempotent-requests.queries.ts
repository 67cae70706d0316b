/** A statement runner of one open transaction. */
export type Query = <Row = Record<string, unknown>>(sql: string, parameters?: unknown[]) => Promise<Row[]>;

/** Whose key it is: the same text of another account or principal is another key. */
export interface KeyOwner {
  scope: string;
  principal: string;
  key: string;
}

export interface NewRequest extends KeyOwner {
  requestId: string;
  fingerprint: Buffer;
}

export interface KnownRequest {
  fingerprint: Buffer;
  hadEffect: boolean;
  isFinished: boolean;
  answer: string | null;
}

/** Longer than any request of the API takes: a claim older than this belongs to a process that died. */
const LEASE_SECONDS = 60;
const KEPT = `interval '24 hours'`;

/**
 * Takes the key for a request: true for a new key, one that is a day old, and one whose process died before it had any
 * effect. One statement, so that a hundred at once give one winner.
 */
export async function claimKey(query: Query, request: NewRequest): Promise<boolean> {
  const rows = await query(
    `insert into platform.idempotent_requests as r (scope, principal, key, fingerprint, request_id, lease_until)
     values ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}))
     on conflict (scope, principal, key) do update
       set fingerprint = excluded.fingerprint, request_id = excluded.request_id, lease_until = excluded.lease_until,
           created_at = clock_timestamp(), effect_at = null, finished_at = null, answer = null
       where r.created_at < clock_timestamp() - ${KEPT}
          or (r.fingerprint = excluded.fingerprint and r.finished_at is null and r.effect_at is null
              and r.lease_until < clock_timestamp())
     returning 1`,
    [request.scope, request.principal, request.key, request.fingerprint, request.requestId],
  );
  return rows.length === 1;
}

export async function knownRequest(query: Query, { scope, principal, key }: KeyOwner): Promise<KnownRequest | undefined> {
  const [row] = await query<KnownRequest>(
    `select fingerprint, effect_at is not null and lease_until < clock_timestamp() as "hadEffect",
            finished_at is not null as "isFinished", answer
     from platform.idempotent_requests where scope = $1 and principal = $2 and key = $3`,
    [scope, principal, key],
  );
  return row;
}

/** Whether the open transaction has changed any row, or locked one in order to. */
export async function wroteSomething(query: Query): Promise<boolean> {
  const [row] = await query<{ wrote: boolean }>(`select pg_current_xact_id_if_assigned() is not null as wrote`);
  return row?.wrote ?? false;
}

/** In the transaction of the effect itself; false when another request holds the key now. */
export async function markEffect(query: Query, requestId: string): Promise<boolean> {
  const rows = await query(
    `update platform.idempotent_requests set effect_at = coalesce(effect_at, clock_timestamp())
     where request_id = $1 returning 1`,
    [requestId],
  );
  return rows.length === 1;
}

export async function keepAnswer(query: Query, requestId: string, answer: string | null): Promise<void> {
  await query(
    `update platform.idempotent_requests set finished_at = clock_timestamp(), answer = $2 where request_id = $1`,
    [requestId, answer],
  );
}

/** A request that was refused and had no effect: its key is as good as unused. True when it was. */
export async function releaseKey(query: Query, requestId: string): Promise<boolean> {
  const rows = await query(
    `delete from platform.idempotent_requests where request_id = $1 and effect_at is null returning 1`,
    [requestId],
  );
  return rows.length === 1;
}

/** A few with each new one, so that nothing has to come by and clean. */
export async function forgetOldRequests(query: Query): Promise<void> {
  await query(
    `delete from platform.idempotent_requests where request_id in (
       select request_id from platform.idempotent_requests where created_at < clock_timestamp() - ${KEPT}
       limit 20 for update skip locked)`,
  );
}
