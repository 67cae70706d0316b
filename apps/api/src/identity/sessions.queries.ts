import type { PlatformQuery } from '@platform/tenancy/platform-db';
import type { SessionSeen, Visitor } from './identity.types.js';

export interface TokenRow {
  id: string;
  family_id: string;
  user_id: string;
  /** Expired, idle for too long, or its session was ended. */
  is_over: boolean;
  /** Consumed before, and not by a second tab a moment ago. */
  is_reused: boolean;
}

export interface SessionUser {
  id: string;
  email: string;
  name: string;
}

export async function activeUser(query: PlatformQuery, userId: string): Promise<SessionUser | undefined> {
  const [user] = await query<SessionUser>(`select id, email, name from identity.users where id = $1 and is_active`, [
    userId,
  ]);
  return user;
}

export interface NewSession {
  familyId: string;
  userId: string;
  /** 2 when a second factor was given. */
  aal: 1 | 2;
  visitor: Visitor;
}

/** Those who can change who else gets in are asked again sooner: 8 h idle and a day, instead of 12 h and a week (AUT-11). */
export async function openSession(query: PlatformQuery, session: NewSession): Promise<void> {
  await query(
    `insert into identity.sessions (family_id, user_id, aal, user_agent, ip_prefix, idle, ends_at)
     select $1, $2, $3, $4, $5, make_interval(hours => case when powerful then 8 else 12 end),
            clock_timestamp() + make_interval(hours => case when powerful then 24 else 168 end)
     from (select exists (select from routing.memberships where user_id = $2 and role in ('owner', 'agency_admin')) as powerful) who`,
    [session.familyId, session.userId, session.aal, session.visitor.userAgent, session.visitor.network],
  );
}

/**
 * The token, locked: two tabs refreshing at once take turns. The one that comes second within ten seconds is the same
 * browser, as long as nobody has gone further with the successor (RFC 9700 section 4.14).
 */
export async function lockToken(query: PlatformQuery, tokenHash: Buffer): Promise<TokenRow | undefined> {
  const [token] = await query<TokenRow>(
    `select t.id, t.family_id, t.user_id,
            s.revoked_at is not null or least(t.expires_at, s.ends_at, s.last_seen_at + s.idle) < clock_timestamp() as is_over,
            t.consumed_at is not null and (t.consumed_at < clock_timestamp() - interval '10 seconds' or exists (
              select from identity.refresh_tokens later
              where later.family_id = t.family_id and later.issued_at > t.issued_at and later.consumed_at is not null)) as is_reused
     from identity.refresh_tokens t join identity.sessions s on s.family_id = t.family_id
     where t.token_hash = $1 for update of t`,
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

export interface NewToken {
  id: string;
  familyId: string;
  tokenHash: Buffer;
}

/** Stores a token of the session, which has just been seen, and says when the session ends at the latest. */
export async function storeToken(query: PlatformQuery, token: NewToken): Promise<Date> {
  const [row] = await query<{ expires_at: Date }>(
    `with seen as (
       update identity.sessions set last_seen_at = clock_timestamp() where family_id = $2 returning family_id, user_id, ends_at)
     insert into identity.refresh_tokens (id, family_id, user_id, token_hash, issued_at, expires_at)
     select $1, family_id, user_id, $3, clock_timestamp(), ends_at from seen returning expires_at`,
    [token.id, token.familyId, token.tokenHash],
  );
  if (!row) throw new Error('insert returned nothing');
  return row.expires_at;
}

/** Ends one session of the user; false when it is not theirs or already over. */
export async function endSession(query: PlatformQuery, userId: string, familyId: string): Promise<boolean> {
  const rows = await query(
    `update identity.sessions set revoked_at = clock_timestamp()
     where family_id = $2 and user_id = $1 and revoked_at is null returning family_id`,
    [userId, familyId],
  );
  return rows.length === 1;
}

/** Ends every session of the user but one; `null` spares none. Returns how many. */
export async function endSessionsBut(query: PlatformQuery, userId: string, spared: string | null): Promise<number> {
  const rows = await query(
    `update identity.sessions set revoked_at = clock_timestamp()
     where user_id = $1 and revoked_at is null and family_id is distinct from $2 returning family_id`,
    [userId, spared],
  );
  return rows.length;
}

/** The user's sessions that could still be used, the newest first. */
export function liveSessions(query: PlatformQuery, userId: string): Promise<SessionSeen[]> {
  return query<SessionSeen>(
    `select family_id as id, created_at as "createdAt", last_seen_at as "lastSeenAt", user_agent as "userAgent",
            ip_prefix as network, aal = 2 as "secondFactor"
     from identity.sessions
     where user_id = $1 and revoked_at is null and least(ends_at, last_seen_at + idle) > clock_timestamp()
     order by last_seen_at desc, family_id`,
    [userId],
  );
}

/** What is left of the user's sessions that ended a week ago: nobody can replay anything of them. */
export async function forgetSessions(query: PlatformQuery, userId: string): Promise<void> {
  const over = `select family_id from identity.sessions where user_id = $1 and ends_at < clock_timestamp() - interval '7 days'`;
  await query(`delete from identity.refresh_tokens where family_id in (${over})`, [userId]);
  await query(`delete from identity.sessions where family_id in (${over})`, [userId]);
}

/** The person has just proved a factor again in this session. */
export async function renewFactor(query: PlatformQuery, familyId: string, aal: 1 | 2): Promise<void> {
  await query(
    `update identity.sessions set factor_at = clock_timestamp(), aal = greatest(aal, $2) where family_id = $1`,
    [familyId, aal],
  );
}

/** Whether the person proved a factor in this session within the last five minutes (AUT-13). */
export async function hasFreshFactor(query: PlatformQuery, familyId: string): Promise<boolean> {
  const rows = await query(
    `select 1 from identity.sessions where family_id = $1 and factor_at >= clock_timestamp() - interval '5 minutes'`,
    [familyId],
  );
  return rows.length === 1;
}
