import type { AccountTx } from '@platform/tenancy/account-tx';
import type { PlatformDb } from '@platform/tenancy/platform-db';
import type { Incident } from './incident.entity.js';

/** Somebody who must hear that an emergency reached nobody. */
export interface Watcher {
  userId: string;
  email: string;
}

/** The admins of the account's agency, and the account's owners. */
export function watchersOf(db: PlatformDb, accountId: string): Promise<Watcher[]> {
  return db.query<Watcher>(
    `select distinct u.id as "userId", u.email from routing.accounts a
     join routing.memberships m
       on (m.agency_id = a.agency_id and m.role = 'agency_admin') or (m.account_id = a.account_id and m.role = 'owner')
     join identity.users u on u.id = m.user_id and u.is_active
     where a.account_id = $1 order by u.id`,
    [accountId],
  );
}

/** Ids of the users who were mailed about this run of the ladder, or whose mail was refused for good. */
export async function whoWasTold(tx: AccountTx, { id, epoch }: Incident): Promise<Set<string>> {
  const rows = await tx.query<{ user_id: string }>(
    `select data->>'userId' as user_id from journal
     where account_id = $1 and subject_id = $2 and event = 'incident.agency_told' and (data->>'epoch')::int = $3`,
    [tx.accountId, id, epoch],
  );
  return new Set(rows.map((row) => row.user_id));
}
