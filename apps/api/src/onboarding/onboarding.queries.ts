import type { ConfirmedStep } from '@domain/onboarding/onboarding-steps';
import type { AccountTx } from '@platform/tenancy/account-tx';

export async function confirmedSteps(tx: AccountTx): Promise<ConfirmedStep[]> {
  const rows = await tx.query<{ step: ConfirmedStep }>(
    `select step from onboarding_confirmations where account_id = $1`,
    [tx.accountId],
  );
  return rows.map((row) => row.step);
}

/** The first word stands: who confirmed, and when. */
export async function confirmStep(tx: AccountTx, step: ConfirmedStep, by: { userId: string; at: Date }): Promise<void> {
  await tx.query(
    `insert into onboarding_confirmations (account_id, step, confirmed_by, confirmed_at) values ($1, $2, $3, $4)
     on conflict (account_id, step) do nothing`,
    [tx.accountId, step, by.userId, by.at],
  );
}

/** Whether the agent was heard once: in a test call, or by a caller it has answered. */
export async function wasHeard(tx: AccountTx): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from calls where account_id = $1 and answered_at is not null and (is_test or handled_by = 'ai') limit 1`,
    [tx.accountId],
  );
  return rows.length > 0;
}

export interface PersonRow {
  slot: 'primary' | 'owner';
  name: string;
  isReady: boolean;
}

/** The people of the roster with whether their phones were proved. */
export function rosterPeople(tx: AccountTx): Promise<PersonRow[]> {
  return tx.query<PersonRow>(
    `select slot.name as slot, c.name, c.is_active and c.verified_at is not null as "isReady"
     from on_call_rosters r
     cross join lateral (values ('primary', r.primary_contact_id), ('owner', r.owner_contact_id)) as slot(name, contact_id)
     join contacts c on c.account_id = r.account_id and c.id = slot.contact_id
     where r.account_id = $1`,
    [tx.accountId],
  );
}

/** The business's own name, zone and state. */
export async function saveProfile(
  tx: AccountTx,
  profile: { name: string; timeZone: string; state: string | null },
): Promise<void> {
  await tx.query(`update accounts set name = $2, time_zone = $3, state = $4 where account_id = $1`, [
    tx.accountId,
    profile.name,
    profile.timeZone,
    profile.state,
  ]);
}
