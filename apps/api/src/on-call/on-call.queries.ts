import type { TestState } from './on-call.types.js';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { PlatformDb } from '@platform/tenancy/platform-db';
import type { AccountId } from '@domain/ids';

export const TEST_SENT = 'on_call.test_sent';

/** When the newest test text went to a contact. The journal remembers it; no other row needs to. */
export async function testSentAt(tx: AccountTx, contactId: string): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date }>(
    `select at from journal where account_id = $1 and subject_id = $2 and event = $3 order by seq desc limit 1`,
    [tx.accountId, contactId, TEST_SENT],
  );
  return row?.at ?? null;
}

/** How the newest test text to each contact stands, by contact id. */
export async function testResults(tx: AccountTx): Promise<Map<string, TestState>> {
  const rows = await tx.query<{ contact_id: string; state: TestState }>(
    `select distinct on (subject_id) subject_id as contact_id, replace(event, 'on_call.test_', '') as state from journal
     where account_id = $1 and event like 'on\\_call.test\\_%' and subject_id in (select id from contacts where account_id = $1)
     order by subject_id, seq desc`,
    [tx.accountId],
  );
  return new Map(rows.map((row) => [row.contact_id, row.state]));
}

/** The number the account's calls come from, or null before it has a line. */
export async function lineNumberOf(tx: AccountTx): Promise<string | null> {
  return (await lineOf(tx))?.number ?? null;
}

/** `mayText`: the carriers take texts from it. */
interface LineOfAccount {
  id: string;
  number: string;
  mayText: boolean;
}

/** The account's first line, or null before it has one. */
export async function lineOf(tx: AccountTx): Promise<LineOfAccount | null> {
  const [row] = await tx.query<LineOfAccount>(
    `select id, number, sms_capability = 'approved' as "mayText" from lines where account_id = $1 and state <> 'released' order by created_at limit 1`,
    [tx.accountId],
  );
  return row ?? null;
}

/** Whose line it is. Public cards are asked for by line. */
export async function accountOfLineId(db: PlatformDb, lineId: string): Promise<AccountId | null> {
  const [row] = await db.query<{ account_id: AccountId }>(`select account_id from routing.lines where line_id = $1`, [
    lineId,
  ]);
  return row?.account_id ?? null;
}

export async function markChanged(tx: AccountTx): Promise<void> {
  await tx.query(`update on_call_rosters set updated_at = app_now() where account_id = $1`, [tx.accountId]);
}

/** The business's name and IANA zone, for words to its people. */
export async function placeOf(tx: AccountTx): Promise<{ business: string; timeZone: string }> {
  const [row] = await tx.query<{ business: string; timeZone: string }>(
    `select name as business, time_zone as "timeZone" from accounts where account_id = $1`,
    [tx.accountId],
  );
  return row ?? { business: '', timeZone: 'UTC' };
}

export async function contactName(tx: AccountTx, contactId: string): Promise<string> {
  const [row] = await tx.query<{ name: string }>(`select name from contacts where account_id = $1 and id = $2`, [
    tx.accountId,
    contactId,
  ]);
  return row?.name ?? 'somebody';
}
