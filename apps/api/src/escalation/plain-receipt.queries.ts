import type { AccountTx } from '@platform/tenancy/account-tx';
import type { Statement } from '@platform/tenancy/entity-sql';
import type { Alert } from './alert.entity.js';

/** What the journal is told of the alert that was changed. */
const NOTED = `incident_id as subject_id,
        (select i.call_id from incidents i where i.account_id = $1 and i.id = alerts.incident_id) as call_id,
        jsonb_build_object('alertId', id, 'step', escalation_step) as data`;

/** Whoever carries the codes of other emergencies has more to say than this. */
const ALONE = `not exists (select from alerts b where b.account_id = $1 and b.bundled_into = alerts.id)`;

/** The attempt that `alert` stands at, still under way and the first that was taken, went out as `sid`. */
export const plainlySent = (
  tx: AccountTx,
  alert: Pick<Alert, 'id' | 'attempts'>,
  sent: { sid: string; at: Date; nextAttemptAt: Date | null },
): Statement => ({
  name: 'sent',
  sql: `update alerts set state = 'sent', error_code = null, provider_sid = $4, sent_at = $5, next_attempt_at = $6
        where account_id = $1 and id = $2 and attempts = $3 and state = 'sending' and sent_at is null and ${ALONE}
        returning ${NOTED}`,
  parameters: [tx.accountId, alert.id, alert.attempts, sent.sid, sent.at, sent.nextAttemptAt],
});

/** Ends that attempt; after `plainlySent`, so that the alert's row is taken first, as everywhere. */
export const acceptedAttempt = (tx: AccountTx, alert: Pick<Alert, 'id' | 'attempts'>): Statement => ({
  sql: `update alert_attempts set finished_at = app_now(), outcome = 'accepted' from sent
        where account_id = $1 and alert_id = $2 and n = $3`,
  parameters: [tx.accountId, alert.id, alert.attempts],
});

/** The text `sid` of an alert that was under way, or was given up, has been delivered. */
export const plainlyDelivered = (
  tx: AccountTx,
  alertId: string,
  told: { sid: string; status: string; at: Date },
): Statement => ({
  name: 'delivered',
  sql: `update alerts set state = 'delivered', error_code = null, provider_sid = $3, provider_status = $4,
               sent_at = coalesce(sent_at, $5), next_attempt_at = null
        where account_id = $1 and id = $2 and (provider_sid is null or provider_sid = $3)
          and state in ('pending', 'sending', 'unknown', 'sent', 'failed') and ${ALONE}
        returning ${NOTED}`,
  parameters: [tx.accountId, alertId, told.sid, told.status, told.at],
});
