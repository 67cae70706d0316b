import type { LineType } from '@domain/on-call/roster';
import type { AccountTx } from '@platform/tenancy/account-tx';

/** What was heard of a number before, whosever it was; null when nobody was asked. */
export async function knownLineType(tx: AccountTx, phone: string): Promise<LineType | null> {
  const [row] = await tx.query<{ line_type: LineType }>(
    `select line_type from line_lookups where account_id = $1 and phone = $2`,
    [tx.accountId, phone],
  );
  return row?.line_type ?? null;
}

/** Whoever asked first is believed. */
export async function keepLineType(tx: AccountTx, phone: string, lineType: LineType, at: Date): Promise<void> {
  await tx.query(
    `insert into line_lookups (account_id, phone, line_type, looked_up_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [tx.accountId, phone, lineType, at],
  );
}

/** The contact's turn to be looked up is used; true when nobody has been asked about the phone meanwhile. */
export async function takeLookUp(tx: AccountTx, contactId: string): Promise<boolean> {
  const [row] = await tx.query<{ wanted: boolean }>(
    `update contacts set look_up_at = null where account_id = $1 and id = $2
     returning line_type_at is null and is_active as wanted`,
    [tx.accountId, contactId],
  );
  return row?.wanted ?? false;
}
