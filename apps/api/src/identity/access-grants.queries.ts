import type { AccountTx } from '@platform/tenancy/account-tx';

export interface GrantRow {
  id: string;
  agencyName: string;
  grantedBy: string;
  granterName: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  isOpen: boolean;
}

/** The account's grants, the newest first. */
export function grantsOf(tx: AccountTx): Promise<GrantRow[]> {
  return tx.query<GrantRow>(
    `select g.id, a.name as "agencyName", g.granted_by as "grantedBy", u.name as "granterName", g.created_at as "createdAt",
            g.expires_at as "expiresAt", g.revoked_at as "revokedAt",
            g.revoked_at is null and g.expires_at > clock_timestamp() as "isOpen"
     from routing.access_grants g join identity.agencies a on a.id = g.agency_id join identity.users u on u.id = g.granted_by
     where g.account_id = $1 order by g.created_at desc, g.id limit 100`,
    [tx.accountId],
  );
}

export interface GrantToStore {
  id: string;
  grantedBy: string;
  hours: number;
}

/** A grant to the agency that looks after the account today; false when none does. */
export async function storeGrant(tx: AccountTx, grant: GrantToStore): Promise<boolean> {
  const rows = await tx.query(
    `insert into routing.access_grants (id, account_id, agency_id, granted_by, expires_at)
     select $2, a.account_id, a.agency_id, $3, clock_timestamp() + make_interval(hours => $4)
     from routing.accounts a where a.account_id = $1 and a.agency_id is not null returning id`,
    [tx.accountId, grant.id, grant.grantedBy, grant.hours],
  );
  return rows.length === 1;
}

/** False when it was over already. */
export async function closeGrant(tx: AccountTx, id: string, userId: string): Promise<boolean> {
  const rows = await tx.query(
    `update routing.access_grants set revoked_at = clock_timestamp(), revoked_by = $3
     where account_id = $1 and id = $2 and revoked_at is null and expires_at > clock_timestamp() returning id`,
    [tx.accountId, id, userId],
  );
  return rows.length === 1;
}
