import type { PlatformQuery } from '@platform/tenancy/platform-db';

export interface ResetRow {
  id: string;
  email: string;
}

export async function storeReset(
  query: PlatformQuery,
  reset: { id: string; email: string; tokenHash: Buffer; minutes: number },
): Promise<void> {
  await query(
    `insert into identity.resets (id, email, token_hash, expires_at)
     values ($1, $2, $3, clock_timestamp() + make_interval(mins => $4))`,
    [reset.id, reset.email, reset.tokenHash, reset.minutes],
  );
}

/** The reset a link belongs to while it can be used, locked: a link opened twice works once. */
export async function lockReset(query: PlatformQuery, tokenHash: Buffer): Promise<ResetRow | undefined> {
  const [row] = await query<ResetRow>(
    `select id, email from identity.resets
     where token_hash = $1 and used_at is null and expires_at > clock_timestamp() for update`,
    [tokenHash],
  );
  return row;
}

/** With one link used, every other one that was mailed to the address is over too. */
export async function useResets(query: PlatformQuery, email: string): Promise<void> {
  await query(`update identity.resets set used_at = clock_timestamp() where email = $1 and used_at is null`, [email]);
}
