import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import type { Alert } from './alert.entity.js';

export interface Surroundings {
  canText: boolean;
  canCall: boolean;
  /** The line's sender is registered with the carriers (decision 16). */
  lineCanText: boolean;
  /** Another leg rings or talks with this person. */
  legInTheWay: boolean;
  /** A later alert of the same ladder waits for the same person on the same channel. */
  superseded: boolean;
}

/** What stands around an alert that is due. Read under the incident's lock. */
export async function surroundingsOf(tx: AccountTx, alert: Alert): Promise<Surroundings> {
  const [row] = await tx.query<Surroundings>(
    `select c.can_text as "canText",
            c.is_active and 'voice' = any(c.channels) as "canCall",
            not exists (select from lines l join incidents i on i.account_id = l.account_id and i.line_number = l.number
                          where l.account_id = $1 and i.id = $4 and l.sms_capability <> 'approved') as "lineCanText",
            exists (select from alerts o where o.account_id = $1 and o.contact_id = c.id and o.id <> $2 and o.channel <> 'sms'
                      and o.state in ('sending', 'unknown', 'sent', 'answered')) as "legInTheWay",
            exists (select from alerts o where o.account_id = $1 and o.incident_id = $4 and o.contact_id = c.id and o.id <> $2
                      and o.epoch = $5 and o.state = 'pending' and o.stops_with_ladder
                      and (o.channel = 'sms') = ($6 = 'sms') and (o.round, o.step) > ($7, $8)) as superseded
     from contacts c where c.account_id = $1 and c.id = $3`,
    [
      ...[tx.accountId, alert.id, alert.contactId, alert.incidentId, alert.epoch],
      ...[alert.channel, alert.round, alert.step],
    ],
  );
  return row ?? { canText: false, canCall: false, lineCanText: false, legInTheWay: false, superseded: false };
}

/** What an attempt is about to send. */
export interface Attempt {
  body: string | null;
  /** Our number a text goes from. */
  sender: string | null;
  /** Counts towards the person's pace: they did not ask for it. */
  isPaced: boolean;
}

/** Committed before the provider is called: after a crash it says that something may have gone out. */
export async function beginAttempt(tx: AccountTx, alert: Alert, attempt: Attempt, now: Date): Promise<void> {
  await tx.query(
    `with begun as (update alerts set state = 'sending', attempts = attempts + 1, body = $3, sender = $4
                    where account_id = $1 and id = $2 returning account_id, id, attempts)
     insert into alert_attempts (account_id, id, alert_id, n, started_at, contact_id, channel)
     select account_id, $5, id, attempts, $6, $7, $8 from begun`,
    [
      ...[tx.accountId, alert.id, attempt.body, attempt.sender, newId(), now],
      ...[attempt.isPaced ? alert.contactId : null, alert.channel === 'sms' ? 'sms' : 'voice'],
    ],
  );
}

/** When the attempt began whose outcome is not known. */
export async function lastAttemptAt(tx: AccountTx, alertId: string): Promise<Date | null> {
  const [row] = await tx.query<{ started_at: Date }>(
    `select started_at from alert_attempts where account_id = $1 and alert_id = $2 order by n desc limit 1`,
    [tx.accountId, alertId],
  );
  return row?.started_at ?? null;
}

/** `reached`: something went out, or may have. What was refused never reached the phone and does not count as traffic. */
export async function endAttempt(
  tx: AccountTx,
  alert: Pick<Alert, 'id' | 'attempts'>,
  result: { outcome: string; reached: boolean },
): Promise<void> {
  await tx.query(
    `update alert_attempts set finished_at = app_now(), outcome = $4, contact_id = case when $5 then contact_id end
     where account_id = $1 and alert_id = $2 and n = $3`,
    [tx.accountId, alert.id, alert.attempts, result.outcome, result.reached],
  );
}

/** Long enough for a caller to arrive, shorter than any conversation. */
const ARRIVES_WITHIN_SECONDS = 8;

/** The caller is on the way to this leg: in a moment somebody looks whether they came. */
export async function lookForCallerSoon(tx: AccountTx, alertId: string): Promise<void> {
  await tx.query(
    `update alerts set next_attempt_at = app_now() + make_interval(secs => ${ARRIVES_WITHIN_SECONDS})
     where account_id = $1 and id = $2`,
    [tx.accountId, alertId],
  );
}

/** A leg of this person has ended: calls that waited for it may ring now. */
export async function wakeWaitingCalls(tx: AccountTx, contactId: string, now: Date): Promise<void> {
  await tx.query(
    `update alerts set next_attempt_at = $3
     where account_id = $1 and contact_id = $2 and channel <> 'sms' and state = 'pending' and next_attempt_at > $3`,
    [tx.accountId, contactId, now],
  );
}
