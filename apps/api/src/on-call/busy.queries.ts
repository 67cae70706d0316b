import type { Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';

/** A spell of somebody's being busy. */
export interface BusyRow {
  id: string;
  contact_id: string;
  starts_at: string;
  ends_at: string;
}

export async function insertBusy(
  tx: AccountTx,
  busy: { id: string; contactId: string; endsAt: Date },
  by: Actor,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into on_call_busy (account_id, id, contact_id, starts_at, ends_at, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $4)`,
    [tx.accountId, busy.id, busy.contactId, now, busy.endsAt, JSON.stringify(by)],
  );
}

/** Ends what is running of this contact, or the one spell named, at `at`. The contact's id; null: nothing is running. */
export async function endBusy(
  tx: AccountTx,
  which: { contactId: string } | { id: string },
  at: Date,
): Promise<{ id: string; contactId: string } | null> {
  const [column, value] = 'id' in which ? ['id', which.id] : ['contact_id', which.contactId];
  const [row] = await tx.query<{ id: string; contactId: string }>(
    `update on_call_busy set ends_at = greatest(starts_at, $3)
     where account_id = $1 and ${column} = $2 and ends_at > $3 and starts_at < ends_at returning id, contact_id as "contactId"`,
    [tx.accountId, value, at],
  );
  return row ?? null;
}

/** Ids of those who are busy at an instant. */
export async function busyContacts(tx: AccountTx, at: Date): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `select contact_id as id from on_call_busy where account_id = $1 and ends_at > $2 and starts_at <= $2`,
    [tx.accountId, at],
  );
  return new Set(rows.map(({ id }) => id));
}
