import type { AccountId } from '@domain/ids';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { PlatformDb } from '@platform/tenancy/platform-db';

export interface ListedAccount {
  accountId: AccountId;
  status: 'active' | 'suspended';
}

export function accountsOfAgency(db: PlatformDb, agencyId: string): Promise<ListedAccount[]> {
  return db.query<ListedAccount>(
    `select account_id as "accountId", status from routing.accounts
     where agency_id = $1 and status <> 'closed' order by account_id`,
    [agencyId],
  );
}

/** False when the agency has no such account. */
export async function setStatus(
  db: PlatformDb,
  account: { agencyId: string; accountId: string; status: 'active' | 'suspended' },
): Promise<boolean> {
  const rows = await db.query(
    `update routing.accounts set status = $3 where agency_id = $1 and account_id = $2 and status <> 'closed' returning account_id`,
    [account.agencyId, account.accountId, account.status],
  );
  return rows.length === 1;
}

export interface Counts {
  name: string;
  timeZone: string;
  isLive: boolean;
  openIncidents: number;
  unreachedIncidents: number;
  callsToday: number;
  lastCallAt: Date | null;
  lineNumber: string | null;
  drift: string[];
  agentProblem: boolean;
  smsRegistration: 'none' | 'pending' | 'approved' | 'blocked';
}

/** Counts and states of one contractor; nothing of what a caller said (security 2.3). */
export async function countsOf(tx: AccountTx, since: Date): Promise<Counts | null> {
  const [row] = await tx.query<Counts>(
    `select a.name, a.time_zone as "timeZone", s.is_active as "isLive",
       (select count(*)::int from incidents i where i.account_id = $1 and not i.is_drill and i.state in ('alerting', 'accepted', 'contacted')) as "openIncidents",
       (select count(*)::int from incidents i where i.account_id = $1 and not i.is_drill and i.state = 'unreached') as "unreachedIncidents",
       (select count(*)::int from calls c where c.account_id = $1 and c.direction = 'inbound' and c.called_at >= $2) as "callsToday",
       (select max(c.called_at) from calls c where c.account_id = $1 and c.direction = 'inbound') as "lastCallAt",
       l.number as "lineNumber", coalesce(l.drift, '{}') as drift, l.assistant_error is not null as "agentProblem",
       coalesce(l.sms_capability, 'none') as "smsRegistration"
     from accounts a join after_hours_configs s on s.account_id = a.account_id
     left join lateral (select * from lines where account_id = $1 and state = 'live' order by created_at, id limit 1) l on true
     where a.account_id = $1`,
    [tx.accountId, since],
  );
  return row ?? null;
}
