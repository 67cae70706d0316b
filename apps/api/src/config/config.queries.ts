import type { SmsRegistration } from '@domain/persona/compliance';
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
  assistantId: string | null;
  carrierSid: string | null;
  smsRegistration: SmsRegistration;
  /** The version of the settings the provider's assistant was made from; null before the first push. */
  assistantVersion: number | null;
  assistantPublishedAt: Date | null;
  assistantError: string | null;
}

const NO_LINE: LineState = {
  number: null,
  hasAssistant: false,
  assistantId: null,
  carrierSid: null,
  smsRegistration: 'none',
  assistantVersion: null,
  assistantPublishedAt: null,
  assistantError: null,
};

export async function firstLine(tx: AccountTx): Promise<LineState> {
  const [line] = await tx.query<LineState>(
    `select number, assistant_id is not null as "hasAssistant", assistant_id as "assistantId", carrier_sid as "carrierSid",
       sms_capability as "smsRegistration", assistant_version as "assistantVersion",
       assistant_published_at as "assistantPublishedAt", assistant_error as "assistantError"
     from lines where account_id = $1 and state <> 'released' order by created_at, id limit 1`,
    [tx.accountId],
  );
  return line ?? NO_LINE;
}

/** Whether the ladder has anybody to page. The roster belongs to on-call, which knows us, so its rows are asked directly. */
export async function hasOnCallPerson(tx: AccountTx): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from on_call_rosters r join contacts c on c.account_id = r.account_id and c.id = r.primary_contact_id
     where r.account_id = $1 and c.is_active`,
    [tx.accountId],
  );
  return rows.length > 0;
}
