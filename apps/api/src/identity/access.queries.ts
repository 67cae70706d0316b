import type { Role } from '@domain/access/capabilities';
import type { PlatformDb } from '@platform/tenancy/platform-db';
import type { SignedInUser } from './identity.types.js';

const LIVE_SESSION = `s.family_id = $2 and s.user_id = $1 and s.revoked_at is null and s.ends_at > clock_timestamp() and u.is_active`;

/** A factor proved longer ago must be proved again before a dangerous act (AUT-13). */
const IS_FRESH = `s.factor_at >= clock_timestamp() - interval '5 minutes' as "isFresh"`;

export interface PersonStanding {
  /** Null when the account is not theirs, or does not exist: nobody can tell which. */
  role: Role | null;
  accountStatus: 'active' | 'suspended';
  grantId: string | null;
  isFresh: boolean;
}

/** How a person stands in an account, with whatever grant its agency has; undefined when the session has ended. */
export async function personIn(
  db: PlatformDb,
  user: SignedInUser,
  accountId: string,
): Promise<PersonStanding | undefined> {
  const [row] = await db.query<PersonStanding>(
    `select m.role, a.status as "accountStatus", g.id as "grantId", ${IS_FRESH}
     from identity.sessions s join identity.users u on u.id = s.user_id
     left join routing.accounts a on a.account_id = $3 and a.status <> 'closed'
     left join lateral (
       select m.role, m.agency_id from routing.memberships m
       where m.user_id = s.user_id and (m.account_id = a.account_id or m.agency_id = a.agency_id)
       order by m.account_id nulls last limit 1) m on true
     left join lateral (
       select g.id from routing.access_grants g
       where g.account_id = a.account_id and g.agency_id = m.agency_id and g.revoked_at is null and g.expires_at > clock_timestamp()
       order by g.expires_at desc limit 1) g on true
     where ${LIVE_SESSION}`,
    [user.id, user.familyId, accountId],
  );
  return row;
}

/** How a person stands in an agency; undefined when the session has ended. */
export async function personInAgency(
  db: PlatformDb,
  user: SignedInUser,
  agencyId: string,
): Promise<{ isAdmin: boolean; isFresh: boolean } | undefined> {
  const [row] = await db.query<{ isAdmin: boolean; isFresh: boolean }>(
    `select exists (select from routing.memberships m where m.user_id = s.user_id and m.agency_id = $3) as "isAdmin", ${IS_FRESH}
     from identity.sessions s join identity.users u on u.id = s.user_id where ${LIVE_SESSION}`,
    [user.id, user.familyId, agencyId],
  );
  return row;
}

/** Whether the session may still be used. */
export async function isSessionLive(db: PlatformDb, user: SignedInUser): Promise<boolean> {
  const rows = await db.query(
    `select 1 from identity.sessions s join identity.users u on u.id = s.user_id where ${LIVE_SESSION}`,
    [user.id, user.familyId],
  );
  return rows.length === 1;
}
