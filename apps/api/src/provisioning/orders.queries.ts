import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';

/**
 * How many numbers the account's agency has ordered in the last 24 hours; 0 without an agency. The agency's row is
 * locked, so that a whole list of contractors cannot slip through between two counts.
 */
export async function ordersOfAgencyToday(tx: AccountTx): Promise<number> {
  await tx.query(
    `select 1 from identity.agencies where id = (select agency_id from routing.accounts where account_id = $1) for update`,
    [tx.accountId],
  );
  const [row] = await tx.query<{ orders: number }>(
    `select count(*)::int as orders from routing.number_orders
     where agency_id = (select agency_id from routing.accounts where account_id = $1) and at > app_now() - interval '24 hours'`,
    [tx.accountId],
  );
  return row?.orders ?? 0;
}

export async function noteOrder(tx: AccountTx): Promise<void> {
  await tx.query(
    `insert into routing.number_orders (id, account_id, agency_id)
     select $2, account_id, agency_id from routing.accounts where account_id = $1`,
    [tx.accountId, newId()],
  );
}
