import type { AccountTx } from '@platform/tenancy/account-tx';

export interface AccountProfile {
  accountName: string;
  timeZone: string;
  state: string | null;
}

export async function accountProfile(tx: AccountTx): Promise<AccountProfile | undefined> {
  const [profile] = await tx.query<AccountProfile>(
    `select name as "accountName", time_zone as "timeZone", state from accounts where account_id = $1`,
    [tx.accountId],
  );
  return profile;
}
