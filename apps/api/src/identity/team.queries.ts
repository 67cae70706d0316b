import type { AccountRole, Role } from '@domain/access/capabilities';
import type { PlatformQuery } from '@platform/tenancy/platform-db';

/** Where a team is: one account, or one agency. */
export type TeamOf = { accountId: string; agencyId: null } | { accountId: null; agencyId: string };

export interface TeamMemberRow {
  membershipId: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
}

/** Everybody with a membership, owners first. */
export function membersOf(query: PlatformQuery, { accountId, agencyId }: TeamOf): Promise<TeamMemberRow[]> {
  return query<TeamMemberRow>(
    `select m.id as "membershipId", u.id as "userId", u.name, u.email, m.role
     from routing.memberships m join identity.users u on u.id = m.user_id
     where m.account_id is not distinct from $1 and m.agency_id is not distinct from $2
     order by array_position('{agency_admin,owner,dispatcher,csr}', m.role), u.name, m.id`,
    [accountId, agencyId],
  );
}

/** The team, locked by its account or agency: two who demote each other at once take turns, and one owner remains. */
export async function lockTeam(query: PlatformQuery, team: TeamOf): Promise<TeamMemberRow[]> {
  if (team.accountId !== null)
    await query(`select 1 from routing.accounts where account_id = $1 for update`, [team.accountId]);
  else await query(`select 1 from identity.agencies where id = $1 for update`, [team.agencyId]);
  return membersOf(query, team);
}

export async function setRole(query: PlatformQuery, membershipId: string, role: AccountRole): Promise<void> {
  await query(`update routing.memberships set role = $2 where id = $1`, [membershipId, role]);
}

export async function removeMembership(query: PlatformQuery, membershipId: string): Promise<void> {
  await query(`delete from routing.memberships where id = $1`, [membershipId]);
}
