import type { PlatformQuery } from '@platform/tenancy/platform-db';

export interface AddressChangeRow {
  userId: string;
  email: string;
}

export async function storeAddressChange(
  query: PlatformQuery,
  change: AddressChangeRow & { id: string; tokenHash: Buffer; minutes: number },
): Promise<void> {
  await query(
    `insert into identity.address_changes (id, user_id, email, token_hash, expires_at)
     values ($1, $2, $3, $4, clock_timestamp() + make_interval(mins => $5))`,
    [change.id, change.userId, change.email, change.tokenHash, change.minutes],
  );
}

/** The change a link belongs to while it can be used, locked: a link opened twice works once. */
export async function lockAddressChange(
  query: PlatformQuery,
  tokenHash: Buffer,
): Promise<AddressChangeRow | undefined> {
  const [row] = await query<AddressChangeRow>(
    `select user_id as "userId", email from identity.address_changes
     where token_hash = $1 and used_at is null and expires_at > clock_timestamp() for update`,
    [tokenHash],
  );
  return row;
}

/** Of several wishes the last one counts; and after a new password none that was made before it. */
export async function voidAddressChanges(query: PlatformQuery, userId: string): Promise<void> {
  await query(
    `update identity.address_changes set used_at = clock_timestamp() where user_id = $1 and used_at is null`,
    [userId],
  );
}
