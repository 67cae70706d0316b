import type { OnCallPerson } from '@domain/on-call/roster';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import type { Incident } from './incident.entity.js';

/** Above the index of any step of a policy, so that a page by hand is never taken for one. */
const FIRST_MANUAL_STEP = 1000;

/** Whether a page by hand to this person is still under way: a second click must not ring them twice. */
export async function isBeingPagedByHand(tx: AccountTx, incident: Incident, contactId: string): Promise<boolean> {
  const [row] = await tx.query(
    `select 1 from alerts
     where account_id = $1 and incident_id = $2 and epoch = $3 and contact_id = $4
       and escalation_step in ('sms_manual', 'call_manual')
       and (state in ('pending', 'sending', 'unknown', 'answered') or (state = 'sent' and channel <> 'sms')) limit 1`,
    [tx.accountId, incident.id, incident.epoch, contactId],
  );
  return row !== undefined;
}

/** Stops with the ladder, like its own pages. */
export async function insertManualPage(
  tx: AccountTx,
  incident: Incident,
  { person, channel, at }: { person: OnCallPerson; channel: 'sms' | 'call'; at: Date },
): Promise<void> {
  await tx.query(
    `insert into alerts (account_id, id, incident_id, epoch, round, step, escalation_step, channel,
                         contact_id, contact_name, phone, due_at, next_attempt_at)
     select $1, $2, $3, $4, $5, greatest(${FIRST_MANUAL_STEP}, 1 + coalesce(max(step), 0)), $6, $7, $8, $9, $10, $11, $11
     from alerts where account_id = $1 and incident_id = $3`,
    [
      ...[tx.accountId, newId(), incident.id, incident.epoch, incident.round, `${channel}_manual`, channel],
      ...[person.contactId, person.name, person.phone, at],
    ],
  );
}
