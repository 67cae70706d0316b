import type { PlatformDb, PlatformQuery } from '@platform/tenancy/platform-db';

export interface UserRow {
  id: string;
  email: string;
  name: string;
  password_hash: string;
  is_active: boolean;
}

export interface TokenRow {
  id: string;
  family_id: string;
  user_id: string;
  /** Expired, or its family was revoked. */
  is_over: boolean;
  /** Consumed before, and not by a second tab a moment ago. */
  is_reused: boolean;
}

export async function findUserByEmail(db: PlatformDb, email: string): Promise<UserRow | undefined> {
  const [user] = await db.query<UserRow>(
    `select id, email, name, password_hash, is_active from identity.users where email = $1`,
    [email],
  );
  return user;
}

export async function findUserOfToken(query: PlatformQuery, userId: string): Promise<UserRow | undefined> {
  const [user] = await query<UserRow>(
    `select id, email, name, password_hash, is_active from identity.users where id = $1 and is_active`,
    [userId],
  );
  return user;
}

/**
 * The token, locked: two tabs refreshing at once take turns. The one that comes second within ten seconds is the same
 * browser, as long as nobody has gone further with the successor (RFC 9700 section 4.14).
 */
export async function lockToken(query: PlatformQuery, tokenHash: Buffer): Promise<TokenRow | undefined> {
  const [token] = await query<TokenRow>(
    `select t.id, t.family_id, t.user_id,
            t.revoked_at is not null or t.expires_at < clock_timestamp() as is_over,
            t.consumed_at is not null and (t.consumed_at < clock_timestamp() - interval '10 seconds' or exists (
              select from identity.refresh_tokens later
              where later.family_id = t.family_id and later.issued_at > t.issued_at and later.consumed_at is not null)) as is_reused
     from identity.refresh_tokens t where t.token_hash = $1 for update`,
    [tokenHash],
  );
  return token;
}

export async function consumeToken(query: PlatformQuery, id: string): Promise<void> {
  await query(
    `update identity.refresh_tokens set consumed_at = coalesce(consumed_at, clock_timestamp()) where id = $1`,
    [id],
  );
}

export async function revokeFamily(query: PlatformQuery, familyId: string): Promise<void> {
  await query(
    `update identity.refresh_tokens set revoked_at = clock_timestamp() where family_id = $1 and revoked_at is null`,
    [familyId],
  );
}

export interface NewToken {
  id: string;
  familyId: string;
  userId: string;
  tokenHash: Buffer;
  days: number;
}

/** Stores a token and says when it expires. */
export async function storeToken(query: PlatformQuery, token: NewToken): Promise<Date> {
  const [row] = await query<{ expires_at: Date }>(
    `insert into identity.refresh_tokens (id, family_id, user_id, token_hash, issued_at, expires_at)
     values ($1, $2, $3, $4, clock_timestamp(), clock_timestamp() + make_interval(days => $5)) returning expires_at`,
    [token.id, token.familyId, token.userId, token.tokenHash, token.days],
  );
  if (!row) throw new Error('insert returned nothing');
  return row.expires_at;
}
