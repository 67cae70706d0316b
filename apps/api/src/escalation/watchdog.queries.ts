import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import type { Incident } from './incident.entity.js';

/** "Did you reach …?" by phone, to a taker whom no text reaches. Nothing where they can't be called either. */
export async function insertQuestionCall(
  tx: AccountTx,
  incident: Incident,
  contactId: string | null,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into alerts (account_id, id, incident_id, epoch, round, step, escalation_step, channel,
                         contact_id, contact_name, phone, stops_with_ladder, due_at, next_attempt_at)
     select account_id, $2, $3, $4, $5, $6, 'watchdog', 'call', id, name, phone, false, $8, $8
     from contacts where account_id = $1 and id = $7 and is_active and 'voice' = any(channels)`,
    [...[tx.accountId, newId(), incident.id, incident.epoch, incident.round, incident.nextStep], ...[contactId, at]],
  );
}
