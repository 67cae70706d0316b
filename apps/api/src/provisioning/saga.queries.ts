import type { ProvisioningStepName } from '@domain/provisioning/saga-steps';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { ProvisioningFacts } from './provisioning.types.js';

/** Longer than the slowest step: five candidates, each looked for and bought, with five seconds a request. */
const LEASE_SECONDS = 90;

/** Whether another worker is at it. On the real clock: a moved demo clock must not free what a worker is doing. */
export async function isHeld(tx: AccountTx, id: string): Promise<boolean> {
  const [row] = await tx.query<{ held: boolean }>(
    `select coalesce(held_until > clock_timestamp(), false) as held from provisionings where account_id = $1 and id = $2`,
    [tx.accountId, id],
  );
  return row?.held ?? false;
}

export async function hold(tx: AccountTx, id: string, holder: string): Promise<void> {
  await tx.query(
    `update provisionings set held_by = $3, held_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
     where account_id = $1 and id = $2`,
    [tx.accountId, id, holder],
  );
}

export async function startStep(tx: AccountTx, id: string, step: ProvisioningStepName, at: Date): Promise<void> {
  await tx.query(
    `update provisioning_steps set state = 'started', attempts = attempts + 1, error_code = null, ended_at = null,
            started_at = coalesce(started_at, $4)
     where account_id = $1 and provisioning_id = $2 and step = $3`,
    [tx.accountId, id, step, at],
  );
}

/** False when the lease was lost to another worker, whose record then counts. */
export async function addFacts(tx: AccountTx, id: string, holder: string, facts: ProvisioningFacts): Promise<boolean> {
  const rows = await tx.query(
    `update provisionings set facts = facts || $4::jsonb where account_id = $1 and id = $2 and held_by = $3 returning id`,
    [tx.accountId, id, holder, JSON.stringify(facts)],
  );
  return rows.length === 1;
}

export async function letGo(tx: AccountTx, id: string): Promise<void> {
  await tx.query(`update provisionings set held_by = null, held_until = null where account_id = $1 and id = $2`, [
    tx.accountId,
    id,
  ]);
}
