import { claiming } from '@platform/alarms/alarm.queries';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { Statement } from '@platform/tenancy/entity-sql';
import { Alert } from './alert.entity.js';
import type { FiredStep } from './step.service.js';

/**
 * One dispatcher at a time decides about one person's phone, so that pace, turns and bundles are counted without races.
 * Taken before any row lock.
 */
export async function takeTurnsOver(tx: AccountTx, alertId: string): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended('phone:' || account_id || contact_id, 0))
     from alerts where account_id = $1 and id = $2`,
    [tx.accountId, alertId],
  );
}

/**
 * Alerts of an incident that may leave in the transaction that wrote them: due, never tried, and with nobody else's turn over
 * their person. Waiting for a turn would be a deadlock, since the incident is locked already. None while other emergencies
 * of the account are due: in a storm their codes travel in one text. Their alarms are claimed for the worker.
 */
export function departing(tx: AccountTx, { incident, now }: FiredStep, workerId: string): Promise<Alert[]> {
  return tx.rowsBy(
    Alert,
    (columns) => `with due as materialized (
       select id, contact_id from alerts
       where account_id = $1 and incident_id = $2 and state = 'pending' and attempts = 0 and stops_with_ladder and next_attempt_at <= $3
         and not exists (select from incidents where account_id = $1 and id <> $2 and next_fire_at <= $3)),
     picked as materialized (
       select id from due where pg_try_advisory_xact_lock(hashtextextended('phone:' || $1::uuid || contact_id, 0))),
     held as (${claiming('alert', '$4')})
     select ${columns} from alerts row where row.account_id = $1 and row.id in (select id from held) order by row.id`,
    [tx.accountId, incident.id, now, workerId],
  );
}

/** A text that waits for the same person as another. */
export interface WaitingText {
  id: string;
  incidentId: string;
}

/**
 * Ladder texts of other emergencies that wait for the same person from the same line, first words only or repeats only,
 * oldest first. Locked with their incidents; rows somebody else decides about at this moment are left out.
 */
export function waitingPages(
  tx: AccountTx,
  alert: Alert,
  of: { first: boolean; now: Date; limit: number },
): Promise<WaitingText[]> {
  return tx.query<WaitingText>(
    `select a.id, a.incident_id as "incidentId"
     from alerts a join incidents i on i.account_id = a.account_id and i.id = a.incident_id
     where a.account_id = $1 and a.contact_id = $2 and a.id <> $3 and a.incident_id <> $4 and a.channel = 'sms' and a.state = 'pending'
       and a.stops_with_ladder and a.epoch = i.epoch and i.state in ('alerting', 'unreached') and not i.is_drill
       and i.line_number = (select line_number from incidents where account_id = $1 and id = $4)
       and ($5 or a.next_attempt_at <= $6)
       and $5 = not exists (select from alerts o where o.account_id = $1 and o.incident_id = a.incident_id and o.contact_id = $2
                              and o.id <> a.id and o.channel = 'sms' and o.stops_with_ladder and o.attempts > 0)
       and not exists (select from alerts o where o.account_id = $1 and o.incident_id = a.incident_id and o.contact_id = $2 and o.epoch = a.epoch
                         and o.state = 'pending' and o.channel = 'sms' and o.stops_with_ladder and (o.round, o.step) > (a.round, a.step))
     order by i.opened_at, i.id limit $7 for update of a, i skip locked`,
    [tx.accountId, alert.contactId, alert.id, alert.incidentId, of.first, of.now, of.limit],
  );
}

/** News that waits for the same person from the same line and is due, oldest first; locked as above. */
export function waitingNews(tx: AccountTx, alert: Alert, now: Date): Promise<WaitingText[]> {
  return tx.query<WaitingText>(
    `select a.id, a.incident_id as "incidentId"
     from alerts a join incidents i on i.account_id = a.account_id and i.id = a.incident_id
     where a.account_id = $1 and a.contact_id = $2 and a.id <> $3 and a.channel = 'sms' and a.state = 'pending'
       and not a.stops_with_ladder and not a.is_answer and a.escalation_step <> 'watchdog' and a.next_attempt_at <= $4
       and i.line_number = (select line_number from incidents where account_id = $1 and id = $5)
     order by a.id limit 10 for update of a, i skip locked`,
    [tx.accountId, alert.contactId, alert.id, now, alert.incidentId],
  );
}

/** These travel in `carrier`'s text. They look after it themselves, so that a crash leaves none of them behind. */
export async function bundleInto(tx: AccountTx, carrier: Alert, ids: string[], lookAt: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `update alerts set state = 'sending', attempts = attempts + 1, bundled_into = $2, next_attempt_at = $4
     where account_id = $1 and id = any($3::uuid[])`,
    [tx.accountId, carrier.id, ids, lookAt],
  );
}

/** The text that would have carried these never went out: the next one may carry others, so they wait for themselves again. */
export async function releaseBundled(tx: AccountTx, carrierId: string, now: Date): Promise<void> {
  await tx.query(
    `update alerts set state = 'pending', bundled_into = null, next_attempt_at = $3
     where account_id = $1 and bundled_into = $2 and state in ('sending', 'unknown', 'sent')`,
    [tx.accountId, carrierId, now],
  );
}

/** Something became of a text that carries others: they look at it now. */
export const wakeBundled = (tx: AccountTx, carrierId: string, now: Date): Statement => ({
  sql: `update alerts set next_attempt_at = $3
        where account_id = $1 and bundled_into = $2 and state in ('sending', 'unknown', 'sent')`,
  parameters: [tx.accountId, carrierId, now],
});
