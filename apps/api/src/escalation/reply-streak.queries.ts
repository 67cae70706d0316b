import type { AccountTx } from '@platform/tenancy/account-tx';

/** Between two machines that answer each other there is no end; between people there never are so many misunderstandings. */
const MOST_SORRIES = 5;
/** A misunderstanding of last week has nothing to do with tonight. */
const FORGOTTEN_AFTER_MS = 12 * 60 * 60 * 1000;

/** Counts one more "I don't understand" to this person. False when there were enough of them in a row (A22). */
export async function maySaySorry(tx: AccountTx, contactId: string, now: Date): Promise<boolean> {
  const [row] = await tx.query<{ sorries: number }>(
    `insert into reply_streaks (account_id, contact_id, sorries, last_at) values ($1, $2, 1, $3)
     on conflict (account_id, contact_id) do update
       set sorries = case when reply_streaks.last_at < $4 then 1 else reply_streaks.sorries + 1 end, last_at = $3
     returning sorries`,
    [tx.accountId, contactId, now, new Date(now.getTime() - FORGOTTEN_AFTER_MS)],
  );
  return (row?.sorries ?? 1) <= MOST_SORRIES;
}

/** The person did something we understood. */
export async function wasUnderstood(tx: AccountTx, contactId: string): Promise<void> {
  await tx.query(`delete from reply_streaks where account_id = $1 and contact_id = $2`, [tx.accountId, contactId]);
}
