import type { ContactChannel, OnCallPerson } from '@domain/on-call/roster';
import type { AccountTx } from '@platform/tenancy/account-tx';

/** Contacts of the team by id. Those who left are absent, so a step that names them costs no time. */
export async function activePeople(tx: AccountTx, ids: string[]): Promise<Map<string, OnCallPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<OnCallPerson & { channels: ContactChannel[] }>(
    `select id as "contactId", name, phone, channels, sms_opted_out_at as "smsOptedOutAt", line_type as "lineType", is_active as "isActive", language
     from contacts where account_id = $1 and id = any($2::uuid[]) and is_active`,
    [tx.accountId, ids],
  );
  return new Map(rows.map((person) => [person.contactId, person]));
}

/** Ids of the contacts who have answered a test text. */
export async function verifiedContacts(tx: AccountTx): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `select id from contacts where account_id = $1 and verified_at is not null`,
    [tx.accountId],
  );
  return new Set(rows.map((row) => row.id));
}

/** The account's line as the ladder uses it; null before it has one. */
export async function alertLine(tx: AccountTx): Promise<{ number: string; mayText: boolean } | null> {
  const [row] = await tx.query<{ number: string; mayText: boolean }>(
    `select number, sms_capability = 'approved' as "mayText" from lines where account_id = $1 and state <> 'released' order by created_at limit 1`,
    [tx.accountId],
  );
  return row ?? null;
}

/** Two first saves of one policy take turns: there is no row yet to lock. */
export async function takeTurnsWithPolicies(tx: AccountTx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('policies:' || $1, 0))`, [tx.accountId]);
}
