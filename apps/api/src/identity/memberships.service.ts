import type { Role } from '@domain/access/capabilities';
import { Injectable } from '@nestjs/common';
import { newId } from '@platform/tenancy/new-id';
import { PlatformDb, type PlatformQuery } from '@platform/tenancy/platform-db';
import type { AccountMembership, MemberActor, NewMembership, SignedInUser } from './identity.types.js';

const LIVE_SESSION = `exists (select from identity.sessions s join identity.users u on u.id = s.user_id
  where s.family_id = $2 and s.user_id = $1 and s.revoked_at is null and s.ends_at > clock_timestamp() and u.is_active)`;

/** Who may enter which account. Asked on every request, so a revoked session or membership ends at once on every replica. */
@Injectable()
export class MembershipsService {
  constructor(private readonly db: PlatformDb) {}

  /** The user's role in an account, directly or through its agency; null when there is none or the session was revoked. */
  async roleIn(user: SignedInUser, accountId: string): Promise<Role | null> {
    const [row] = await this.db.query<{ role: Role }>(
      `select m.role from routing.memberships m
       join routing.accounts a on a.account_id = $3 and (m.account_id = a.account_id or m.agency_id = a.agency_id)
       where m.user_id = $1 and ${LIVE_SESSION} order by m.account_id nulls last limit 1`,
      [user.id, user.familyId, accountId],
    );
    return row?.role ?? null;
  }

  /** Lets a person into an account or agency, in the transaction that decided it; false when they were in already. */
  async add(query: PlatformQuery, membership: NewMembership): Promise<boolean> {
    const rows = await query(
      `insert into routing.memberships (id, user_id, account_id, agency_id, role) values ($1, $2, $3, $4, $5)
       on conflict (user_id, account_id, agency_id) do nothing returning id`,
      [newId(), membership.userId, membership.accountId, membership.agencyId, membership.role],
    );
    return rows.length === 1;
  }

  /** Every account the user can enter, as its own member before as its agency. */
  accountsOf(userId: string): Promise<AccountMembership[]> {
    return this.db.query<AccountMembership>(
      `select distinct on (a.account_id) a.account_id as "accountId", a.agency_id as "agencyId", g.name as "agencyName", m.role, a.status,
              case when m.account_id is null then 'agency' else 'member' end as "actingAs",
              (select max(x.expires_at) from routing.access_grants x
               where x.account_id = a.account_id and x.agency_id = m.agency_id and x.revoked_at is null
                 and x.expires_at > clock_timestamp()) as "grantedUntil"
       from routing.memberships m
       join routing.accounts a on m.account_id = a.account_id or m.agency_id = a.agency_id
       left join identity.agencies g on g.id = a.agency_id
       where m.user_id = $1 and a.status <> 'closed' order by a.account_id, m.account_id nulls last`,
      [userId],
    );
  }

  async agenciesOf(userId: string): Promise<{ agencyId: string; name: string }[]> {
    return this.db.query(
      `select g.id as "agencyId", g.name from routing.memberships m join identity.agencies g on g.id = m.agency_id where m.user_id = $1`,
      [userId],
    );
  }

  /** What a person of the office, or a connected system, is called; null when there is none of that id. */
  async nameOf(actor: MemberActor): Promise<string | null> {
    if (actor.type === 'user') return (await this.person(actor.id))?.name ?? null;
    const [key] = await this.db.query<{ name: string }>(`select name from identity.api_keys where key_id = $1`, [
      actor.id,
    ]);
    return key ? `${key.name} (API key)` : null;
  }

  async person(userId: string): Promise<{ id: string; email: string; name: string } | undefined> {
    const [row] = await this.db.query<{ id: string; email: string; name: string }>(
      `select id, email, name from identity.users where id = $1`,
      [userId],
    );
    return row;
  }
}
