import type { AlertStep } from '@domain/escalation/alert';
import { sameTarget, type EscalationStep } from '@domain/escalation/policy';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { advanceNow } from './advance.js';
import type { Alert } from './alert.entity.js';
import type { Incident } from './incident.entity.js';

/** The call that goes with a text. */
const CALL_OF: Partial<Record<AlertStep, EscalationStep>> = {
  sms_oncall: 'auto_dial_oncall',
  sms_backup: 'call_backup',
  sms_owner_unresolved: 'call_owner_unresolved',
  sms_contact: 'call_contact',
  sms_group: 'call_group',
};

/**
 * The person of a text that may not have arrived is rung now: the policy's own next call comes forward, or, when it has
 * none for them, one is added. Nothing happens while a leg to them is under way. Caller holds the incident's lock.
 */
export async function callInstead(tx: AccountTx, incident: Incident, alert: Alert, now: Date): Promise<void> {
  const calls = await callsTo(tx, alert);
  if (calls.underWay) return;
  if (ringsNext(incident, alert)) return advanceNow(tx, incident, now);
  const call = CALL_OF[alert.escalationStep];
  if (call && !calls.any) await insertCall(tx, alert, call, now);
}

/** The ladder's next step is a call to the same person. */
function ringsNext({ policy, round, nextStep }: Incident, alert: Alert): boolean {
  const [texted, next] = [policy.policy.steps[alert.step], policy.policy.steps[nextStep]];
  if (round > 1 || !texted || !next) return false;
  return next.channel !== 'sms' && sameTarget(texted.target, next.target);
}

async function callsTo(tx: AccountTx, alert: Alert): Promise<{ underWay: boolean; any: boolean }> {
  const [row] = await tx.query<{ underWay: boolean; any: boolean }>(
    `select count(*) > 0 as any, coalesce(bool_or(state in ('pending', 'sending', 'unknown', 'sent', 'answered')), false) as "underWay"
     from alerts where account_id = $1 and incident_id = $2 and contact_id = $3 and epoch = $4 and round = $5 and channel <> 'sms'`,
    [tx.accountId, alert.incidentId, alert.contactId, alert.epoch, alert.round],
  );
  return row ?? { underWay: false, any: false };
}

/** Once, however often the missing receipt is noticed. */
async function insertCall(tx: AccountTx, text: Alert, call: EscalationStep, now: Date): Promise<void> {
  await tx.query(
    `insert into alerts (account_id, id, incident_id, epoch, round, step, escalation_step, channel,
                         contact_id, contact_name, phone, due_at, next_attempt_at)
     select account_id, $3, incident_id, epoch, round, step, $4, 'call', contact_id, contact_name, phone, $5, $5
     from alerts where account_id = $1 and id = $2 on conflict do nothing`,
    [tx.accountId, text.id, newId(), call, now],
  );
}
