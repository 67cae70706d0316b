import type { Capability, Role } from '@domain/access/capabilities';
import type { AccountId } from '@domain/ids';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { PlatformDb } from '@platform/tenancy/platform-db';

const IS_USABLE = `k.revoked_at is null and k.expires_at > clock_timestamp()`;

export interface KeyStandingRow {
  accountId: AccountId;
  accountStatus: 'active' | 'suspended';
  secretHash: Buffer;
  scopes: string[];
  madeBy: string;
  role: Role | null;
  /** Not written down within the last minute that it is in use. */
  isUseNews: boolean;
}

/** A usable key with how its maker stands in the account now; undefined when it is unknown, over or its maker disabled. */
export async function usableKey(db: PlatformDb, keyId: string): Promise<KeyStandingRow | undefined> {
  const [row] = await db.query<KeyStandingRow>(
    `select k.account_id as "accountId", a.status as "accountStatus", k.secret_hash as "secretHash", k.scopes,
            k.created_by as "madeBy", m.role,
            coalesce(k.last_used_at < clock_timestamp() - interval '1 minute', true) as "isUseNews"
     from identity.api_keys k
     join routing.accounts a on a.account_id = k.account_id and a.status <> 'closed'
     join identity.users u on u.id = k.created_by and u.is_active
     left join lateral (
       select m.role from routing.memberships m
       where m.user_id = u.id and (m.account_id = a.account_id or m.agency_id = a.agency_id)
       order by m.account_id nulls last limit 1) m on true
     where k.key_id = $1 and ${IS_USABLE}`,
    [keyId],
  );
  return row;
}

/** At most one write a minute and key, also when many requests come at once. */
export async function noteKeyUse(db: PlatformDb, keyId: string): Promise<void> {
  await db.query(
    `update identity.api_keys set last_used_at = clock_timestamp()
     where key_id = $1 and coalesce(last_used_at < clock_timestamp() - interval '1 minute', true)`,
    [keyId],
  );
}

export interface ApiKeyRow {
  keyId: string;
  name: string;
  scopes: Capability[];
  madeBy: string;
  makerName: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  replacedBy: string | null;
  isOver: boolean;
}

const KEY_COLUMNS = `k.key_id as "keyId", k.name, k.scopes, k.created_by as "madeBy", u.name as "makerName", k.created_at as "createdAt",
  k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt", k.replaced_by as "replacedBy",
  not (${IS_USABLE}) as "isOver"`;

/** The account's keys, the newest first, those that are over for as long as anybody would ask about them. */
export function keysOf(tx: AccountTx): Promise<ApiKeyRow[]> {
  return tx.query<ApiKeyRow>(
    `select ${KEY_COLUMNS} from identity.api_keys k join identity.users u on u.id = k.created_by
     where k.account_id = $1 and coalesce(k.revoked_at, k.expires_at) > clock_timestamp() - interval '90 days'
     order by k.created_at desc, k.key_id limit 200`,
    [tx.accountId],
  );
}

export async function findKey(tx: AccountTx, keyId: string): Promise<ApiKeyRow | undefined> {
  const [row] = await tx.query<ApiKeyRow>(
    `select ${KEY_COLUMNS} from identity.api_keys k join identity.users u on u.id = k.created_by
     where k.account_id = $1 and k.key_id = $2`,
    [tx.accountId, keyId],
  );
  return row;
}

/** Keys in use, replaced ones apart. The account's row is locked first, so that two who make a key at once take turns. */
export async function lockKeyCount(tx: AccountTx): Promise<number> {
  await tx.query(`select 1 from routing.accounts where account_id = $1 for update`, [tx.accountId]);
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from identity.api_keys k where k.account_id = $1 and k.replaced_by is null and ${IS_USABLE}`,
    [tx.accountId],
  );
  return row?.count ?? 0;
}

export interface KeyToStore {
  keyId: string;
  secretHash: Buffer;
  name: string;
  scopes: readonly Capability[];
  madeBy: string;
  days: number;
}

export async function storeKey(tx: AccountTx, key: KeyToStore): Promise<void> {
  await tx.query(
    `insert into identity.api_keys (key_id, account_id, name, secret_hash, scopes, created_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(days => $7))`,
    [key.keyId, tx.accountId, key.name, key.secretHash, key.scopes, key.madeBy, key.days],
  );
}

/** Marks a key replaced and lets it end with the overlap; false when somebody else replaced or revoked it first. */
export async function endWithOverlap(
  tx: AccountTx,
  keyId: string,
  next: { keyId: string; overlapHours: number },
): Promise<boolean> {
  const rows = await tx.query(
    `update identity.api_keys k set replaced_by = $3,
            expires_at = least(expires_at, clock_timestamp() + make_interval(hours => $4))
     where k.account_id = $1 and k.key_id = $2 and k.replaced_by is null and ${IS_USABLE} returning key_id`,
    [tx.accountId, keyId, next.keyId, next.overlapHours],
  );
  return rows.length === 1;
}

/** False when there is nothing to revoke. */
export async function revokeKey(tx: AccountTx, keyId: string, userId: string): Promise<boolean> {
  const rows = await tx.query(
    `update identity.api_keys k set revoked_at = clock_timestamp(), revoked_by = $3
     where k.account_id = $1 and k.key_id = $2 and ${IS_USABLE} returning key_id`,
    [tx.accountId, keyId, userId],
  );
  return rows.length === 1;
}
