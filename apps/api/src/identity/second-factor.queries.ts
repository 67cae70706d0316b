import type { PlatformQuery } from '@platform/tenancy/platform-db';

export interface SecondFactorRow {
  sealed_seed: string;
  is_confirmed: boolean;
  /** Real time, from the database: the one clock that every replica shares. */
  now: Date;
}

export async function findSecondFactor(query: PlatformQuery, userId: string): Promise<SecondFactorRow | undefined> {
  const [row] = await query<SecondFactorRow>(
    `select sealed_seed, confirmed_at is not null as is_confirmed, clock_timestamp() as now
     from identity.second_factors where user_id = $1`,
    [userId],
  );
  return row;
}

export async function hasSecondFactor(query: PlatformQuery, userId: string): Promise<boolean> {
  return (await findSecondFactor(query, userId))?.is_confirmed ?? false;
}

/** A seed to be confirmed; false when a confirmed one is there already. */
export async function startSecondFactor(query: PlatformQuery, userId: string, sealedSeed: string): Promise<boolean> {
  const rows = await query(
    `insert into identity.second_factors as f (user_id, sealed_seed) values ($1, $2)
     on conflict (user_id) do update set sealed_seed = excluded.sealed_seed, last_step = 0, started_at = clock_timestamp()
       where f.confirmed_at is null
     returning user_id`,
    [userId, sealedSeed],
  );
  return rows.length === 1;
}

/** Uses a step up; false when it, or a later one, was used before. Of fifty at once one succeeds. */
export async function spendStep(query: PlatformQuery, userId: string, step: number): Promise<boolean> {
  const rows = await query(
    `update identity.second_factors set last_step = $2 where user_id = $1 and last_step < $2 returning user_id`,
    [userId, step],
  );
  return rows.length === 1;
}

export async function confirmSecondFactor(query: PlatformQuery, userId: string): Promise<void> {
  await query(`update identity.second_factors set confirmed_at = clock_timestamp() where user_id = $1`, [userId]);
}

export async function removeSecondFactor(query: PlatformQuery, userId: string): Promise<void> {
  await query(`delete from identity.recovery_codes where user_id = $1`, [userId]);
  await query(`delete from identity.second_factors where user_id = $1`, [userId]);
}

export async function replaceRecoveryCodes(query: PlatformQuery, userId: string, hashes: Buffer[]): Promise<void> {
  await query(`delete from identity.recovery_codes where user_id = $1`, [userId]);
  await query(`insert into identity.recovery_codes (user_id, code_hash) select $1, unnest($2::bytea[])`, [
    userId,
    hashes,
  ]);
}

/** Uses a recovery code up; false when it is none of the user's or was used before. */
export async function spendRecoveryCode(query: PlatformQuery, userId: string, hash: Buffer): Promise<boolean> {
  const rows = await query(
    `update identity.recovery_codes set used_at = clock_timestamp()
     where user_id = $1 and code_hash = $2 and used_at is null returning user_id`,
    [userId, hash],
  );
  return rows.length === 1;
}

export async function recoveryCodesLeft(query: PlatformQuery, userId: string): Promise<number> {
  const [row] = await query<{ left: number }>(
    `select count(*)::int as left from identity.recovery_codes where user_id = $1 and used_at is null`,
    [userId],
  );
  return row?.left ?? 0;
}
