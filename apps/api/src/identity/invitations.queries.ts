import type { Role } from '@domain/access/capabilities';
import type { PlatformQuery } from '@platform/tenancy/platform-db';
import type { InvitationOffer, OpenInvitation, Team } from './invitation.types.js';

export interface InvitationRow {
  id: string;
  account_id: string | null;
  agency_id: string | null;
  email: string;
  role: Role;
  invited_by: string;
}

export interface NewInvitation {
  id: string;
  team: Team;
  organisation: string;
  email: string;
  role: Role;
  invitedBy: string;
  tokenHash: Buffer;
  hours: number;
}

const OPEN = `id, email, role, (select name from identity.users where id = invited_by) as "invitedBy", created_at as "createdAt",
  expires_at as "expiresAt", expires_at < clock_timestamp() as "isExpired"`;

/** Inviting somebody again replaces the open invitation: its old link stops working. */
export async function storeInvitation(query: PlatformQuery, invitation: NewInvitation): Promise<OpenInvitation> {
  const { id, team, organisation, email, role, invitedBy, tokenHash, hours } = invitation;
  const [row] = await query<OpenInvitation>(
    `insert into identity.invitations (id, account_id, agency_id, organisation, email, role, invited_by, token_hash, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp() + make_interval(hours => $9))
     on conflict (account_id, agency_id, email) where accepted_at is null and revoked_at is null do update set
       organisation = excluded.organisation, role = excluded.role, invited_by = excluded.invited_by,
       token_hash = excluded.token_hash, created_at = excluded.created_at, expires_at = excluded.expires_at
     returning ${OPEN}`,
    [id, team.accountId, team.agencyId, organisation, email, role, invitedBy, tokenHash, hours],
  );
  if (!row) throw new Error('upsert returned nothing');
  return row;
}

const OF_TEAM = `account_id is not distinct from $1 and agency_id is not distinct from $2 and accepted_at is null and revoked_at is null`;

export function openInvitations(query: PlatformQuery, team: Team): Promise<OpenInvitation[]> {
  return query<OpenInvitation>(
    `select ${OPEN} from identity.invitations where ${OF_TEAM} order by created_at desc, id`,
    [team.accountId, team.agencyId],
  );
}

export async function findOpenInvitation(
  query: PlatformQuery,
  team: Team,
  id: string,
): Promise<OpenInvitation | undefined> {
  const [row] = await query<OpenInvitation>(`select ${OPEN} from identity.invitations where ${OF_TEAM} and id = $3`, [
    team.accountId,
    team.agencyId,
    id,
  ]);
  return row;
}

export async function revokeInvitation(query: PlatformQuery, team: Team, id: string): Promise<boolean> {
  const rows = await query(
    `update identity.invitations set revoked_at = clock_timestamp() where ${OF_TEAM} and id = $3 returning id`,
    [team.accountId, team.agencyId, id],
  );
  return rows.length === 1;
}

const USABLE = `i.token_hash = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > clock_timestamp()`;

export async function findOffer(query: PlatformQuery, tokenHash: Buffer): Promise<InvitationOffer | undefined> {
  const [row] = await query<InvitationOffer>(
    `select json_build_object('accountId', i.account_id, 'agencyId', i.agency_id) as team, i.organisation, i.email, i.role,
            u.name as "invitedBy", i.expires_at as "expiresAt",
            exists (select from identity.users known where known.email = i.email) as "hasAccount"
     from identity.invitations i join identity.users u on u.id = i.invited_by where ${USABLE}`,
    [tokenHash],
  );
  return row;
}

/** The invitation, locked: of fifty who accept at once one does. */
export async function lockInvitation(query: PlatformQuery, tokenHash: Buffer): Promise<InvitationRow | undefined> {
  const [row] = await query<InvitationRow>(
    `select i.id, i.account_id, i.agency_id, i.email, i.role, i.invited_by from identity.invitations i where ${USABLE} for update`,
    [tokenHash],
  );
  return row;
}

export async function acceptInvitation(query: PlatformQuery, id: string): Promise<void> {
  await query(`update identity.invitations set accepted_at = clock_timestamp() where id = $1`, [id]);
}

/** The role of a person in a team as it stands now, also by way of the agency; null when they have left. */
export async function standingIn(query: PlatformQuery, userId: string, team: Team): Promise<Role | null> {
  const [row] = await query<{ role: Role }>(
    `select m.role from routing.memberships m join identity.users u on u.id = m.user_id and u.is_active
     where m.user_id = $1 and (m.account_id = $2 or m.agency_id = $3
       or m.agency_id = (select agency_id from routing.accounts where account_id = $2))
     order by m.account_id nulls last limit 1`,
    [userId, team.accountId, team.agencyId],
  );
  return row?.role ?? null;
}

/** Whether the address belongs to a direct member of the team already. */
export async function isMember(query: PlatformQuery, email: string, team: Team): Promise<boolean> {
  const rows = await query(
    `select 1 from routing.memberships m join identity.users u on u.id = m.user_id
     where u.email = $1 and m.account_id is not distinct from $2 and m.agency_id is not distinct from $3`,
    [email, team.accountId, team.agencyId],
  );
  return rows.length === 1;
}
