import type { AccountTx } from '@platform/tenancy/account-tx';
import type { AlertState } from '@domain/escalation/alert';
import type { AlertChannel } from '@domain/escalation/policy';
import type { AcceptedVia } from '@domain/escalation/incident';
import type { PagedPerson } from './escalation.queries.js';
import type { Incident } from './incident.entity.js';

/** How a person answered a drill. */
export interface DrillAnswer {
  contactId: string;
  via: AcceptedVia;
  /** The page that was answered; null when only the person is known. */
  alertId: string | null;
  words: string | null;
}

/** The account's running drill, or null. */
export async function runningDrill(tx: AccountTx): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from incidents where account_id = $1 and is_drill and state = 'alerting'`,
    [tx.accountId],
  );
  return row?.id ?? null;
}

/** Whether anybody is being paged for a real emergency, or should be. */
export async function emergencyWaits(tx: AccountTx): Promise<boolean> {
  const [row] = await tx.query(
    `select 1 from incidents where account_id = $1 and not is_drill and state in ('alerting', 'unreached') limit 1`,
    [tx.accountId],
  );
  return row !== undefined;
}

/**
 * The page that was answered, else the person's newest text, holds their answer; their other pages are over. Returns when they were first paged, or
 * null when they have answered before or were never paged.
 */
export async function markAnsweredDrill(
  tx: AccountTx,
  incident: Incident,
  { contactId, alertId, words }: DrillAnswer,
  now: Date,
): Promise<{ pagedAt: Date } | null> {
  const [first] = await tx.query<{ paged_at: Date | null; answered: boolean }>(
    `select min(coalesce(sent_at, due_at)) filter (where attempts > 0) as paged_at, bool_or(state = 'accepted') as answered from alerts
     where account_id = $1 and incident_id = $2 and contact_id = $3 and stops_with_ladder`,
    [tx.accountId, incident.id, contactId],
  );
  if (!first?.paged_at || first.answered) return null;
  await tx.query(
    `update alerts set state = 'accepted', finished_at = $4, reply = $5, next_attempt_at = null
     where account_id = $1 and id = coalesce($6::uuid, (select id from alerts where account_id = $1 and incident_id = $2 and contact_id = $3
        and stops_with_ladder and attempts > 0 and state not in ('failed', 'skipped') order by channel = 'sms' desc, id desc limit 1))`,
    [tx.accountId, incident.id, contactId, now, words?.slice(0, 480) ?? null, alertId],
  );
  await tx.query(
    `update alerts set state = 'canceled', finished_at = $4::timestamptz,
            next_attempt_at = case when provider_sid is null then null else $4::timestamptz end
     where account_id = $1 and incident_id = $2 and contact_id = $3 and stops_with_ladder
       and (state = 'pending' or (channel <> 'sms' and state in ('sending', 'unknown', 'sent')))`,
    [tx.accountId, incident.id, contactId, now],
  );
  return { pagedAt: first.paged_at };
}

/** Those a drill has paged and who have neither answered nor passed. */
export function waitingForDrill(tx: AccountTx, incident: Incident): Promise<PagedPerson[]> {
  return tx.query<PagedPerson>(
    `select c.id as "contactId", c.name, c.phone,
            c.can_text as "canText", c.language
     from contacts c where c.account_id = $1 and exists (select from alerts a where a.account_id = $1 and a.incident_id = $2
            and a.contact_id = c.id and a.stops_with_ladder and a.attempts > 0)
       and not exists (select from alerts a where a.account_id = $1 and a.incident_id = $2 and a.contact_id = c.id
            and a.state in ('accepted', 'declined'))`,
    [tx.accountId, incident.id],
  );
}

/** One page of a drill. */
export interface DrillPage {
  contactId: string;
  contactName: string;
  channel: AlertChannel;
  state: AlertState;
  dueAt: Date;
  sentAt: Date | null;
  finishedAt: Date | null;
  errorCode: string | null;
  reply: string | null;
}

export function drillPages(tx: AccountTx, incidentId: string): Promise<DrillPage[]> {
  return tx.query<DrillPage>(
    `select contact_id as "contactId", contact_name as "contactName", channel, state, due_at as "dueAt", sent_at as "sentAt",
            finished_at as "finishedAt", error_code as "errorCode", reply
     from alerts where account_id = $1 and incident_id = $2 and stops_with_ladder order by id`,
    [tx.accountId, incidentId],
  );
}

/** Ids of the newest drills. */
export async function newestDrills(tx: AccountTx, limit: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from incidents where account_id = $1 and is_drill order by opened_at desc, id desc limit $2`,
    [tx.accountId, limit],
  );
  return rows.map((row) => row.id);
}

export async function whoStartedDrill(tx: AccountTx, incidentId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select actor->>'id' as id from journal where account_id = $1 and subject_id = $2 and event = 'drill.started' limit 1`,
    [tx.accountId, incidentId],
  );
  return row?.id ?? null;
}
