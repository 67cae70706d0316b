import type { AccountTx } from '@platform/tenancy/account-tx';

/** Appointments that are to come, as if none had ever been in a calendar: their names there stay the same. */
export async function forgetEntries(tx: AccountTx, now: Date): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update appointments set calendar_state = null
     where account_id = $1 and state = 'booked' and ends_at > $2 returning id`,
    [tx.accountId, now],
  );
  return rows.map(({ id }) => id);
}
