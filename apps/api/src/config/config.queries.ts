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

/** Moves the version on if it still is the one somebody has seen. */
export async function claimVersion(tx: AccountTx, version: number): Promise<boolean> {
  const rows = await tx.query(
    `update after_hours_configs set version = version + 1, updated_at = app_now()
     where account_id = $1 and version = $2 returning version`,
    [tx.accountId, version],
  );
  return rows.length === 1;
}

/** The account's line as the settings page shows it. */
export interface LineState {
  number: string | null;
  hasAssistant: boolean;
}

export async function firstLine(tx: AccountTx): Promise<LineState> {
  const [line] = await tx.query<LineState>(
    `select number, assistant_id is not null as "hasAssistant" from lines where account_id = $1 and state <> 'released' order by created_at, id limit 1`,
    [tx.accountId],
  );
  return line ?? { number: null, hasAssistant: false };
}
