import type { AccountId } from '@domain/ids';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import type { PlatformDb } from '@platform/tenancy/platform-db';

/** The account that owns one of our numbers: what a text was sent to says whose technician answers (decision 6). */
export async function accountOfLine(db: PlatformDb, number: string): Promise<AccountId | null> {
  const [row] = await db.query<{ account_id: AccountId }>(`select account_id from routing.lines where number = $1`, [
    number,
  ]);
  return row?.account_id ?? null;
}

/** True the first time a text is seen. The provider delivers a webhook again when it did not hear our answer. */
export async function isFirstDelivery(tx: AccountTx, messageSid: string): Promise<boolean> {
  const rows = await tx.query(
    `insert into webhook_events (account_id, id, provider, event_key) values ($1, $2, 'twilio', $3)
     on conflict do nothing returning id`,
    [tx.accountId, newId(), `sms:${messageSid}`],
  );
  return rows.length > 0;
}
