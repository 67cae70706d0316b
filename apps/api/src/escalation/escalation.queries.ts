import { markedAsDrill } from '@domain/escalation/drill';
import type { PagerLanguage } from '@domain/on-call/pager-language';
import type { OnCallPerson } from '@domain/on-call/roster';
import type { PlannedAlert } from '@domain/escalation/plan';
import type { PolicyStep } from '@domain/escalation/policy';
import { newId } from '@platform/tenancy/new-id';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { Statement } from '@platform/tenancy/entity-sql';
import type { Incident } from './incident.entity.js';

/** The clock that rang the alarm. A process that follows a moved clock lags it by a moment, and would find nothing due. */
export async function alarmClock(tx: AccountTx): Promise<Date> {
  const [row] = await tx.query<{ now: Date }>(`select app_now() as now`);
  if (!row) throw new Error('app_now() gave no row');
  return row.now;
}

/** Held while an incident opens: two webhooks of one caller, or two callers wanting one code, take turns. */
export async function takeTurns(tx: AccountTx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('incidents:' || $1, 0))`, [tx.accountId]);
}

export async function codesInUse(tx: AccountTx): Promise<Set<string>> {
  const rows = await tx.query<{ code: string }>(
    `select code from incidents where account_id = $1 and state in ('alerting', 'accepted', 'contacted', 'unreached')`,
    [tx.accountId],
  );
  return new Set(rows.map((row) => row.code));
}

/**
 * The open incident a new call of the same number belongs to (decision 3). One that was taken hours ago is another
 * emergency; one that nobody has taken is the same one however old it is.
 */
export async function openIncidentOf(tx: AccountTx, callerPhone: string, since: Date): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from incidents
     where account_id = $1 and caller_phone = $2 and not is_drill
       and (state in ('alerting', 'unreached') or (state in ('accepted', 'contacted') and opened_at > $3))
     order by opened_at desc limit 1`,
    [tx.accountId, callerPhone, since],
  );
  return row?.id ?? null;
}

/** A step's alert, once: whoever runs the step and however often. */
export function insertAlert(
  tx: AccountTx,
  incident: Incident,
  planned: PlannedAlert & { policyStep: PolicyStep },
  now: Date,
): Statement {
  const { person, policyStep } = planned;
  return {
    sql: `insert into alerts (account_id, id, incident_id, epoch, round, step, escalation_step, channel,
                         contact_id, contact_name, phone, due_at, next_attempt_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
    parameters: [
      ...[tx.accountId, newId(), incident.id, incident.epoch, planned.round, planned.step],
      ...[policyStep.step, policyStep.channel, person.contactId, person.name, person.phone, planned.dueAt, now],
    ],
  };
}

/** News to a person about an incident: not part of its ladder, so an acceptance does not stop it. */
export async function insertText(
  tx: AccountTx,
  incident: Incident,
  to: Pick<OnCallPerson, 'contactId' | 'name' | 'phone' | 'language'>,
  text: { step: 'update' | 'stand_down' | 'watchdog'; body: string | null; at: Date; isAnswer?: boolean },
): Promise<void> {
  await tx.query(
    `insert into alerts (account_id, id, incident_id, epoch, round, step, escalation_step, channel,
                         contact_id, contact_name, phone, body, stops_with_ladder, due_at, next_attempt_at, is_answer)
     values ($1, $2, $3, $4, $5, $6, $7, 'sms', $8, $9, $10, $11, false, $12, $12, $13)`,
    [
      ...[tx.accountId, newId(), incident.id, incident.epoch, incident.round, incident.nextStep, text.step],
      ...[
        to.contactId,
        to.name,
        to.phone,
        incident.isDrill && text.body ? markedAsDrill(text.body, to.language) : text.body,
        text.at,
        text.isAnswer ?? false,
      ],
    ],
  );
}

/** People an incident has paged by text or call in this epoch and who have not passed, with what stands against texting them. */
export function pagedPeople(tx: AccountTx, incident: Incident): Promise<PagedPerson[]> {
  return tx.query<PagedPerson>(
    `select distinct c.id as "contactId", c.name, c.phone,
            c.can_text as "canText", c.language
     from alerts a join contacts c on c.account_id = a.account_id and c.id = a.contact_id
     where a.account_id = $1 and a.incident_id = $2 and a.epoch = $3 and a.stops_with_ladder and a.attempts > 0
       and not exists (select from alerts d where d.account_id = $1 and d.incident_id = $2 and d.epoch = $3
                         and d.contact_id = a.contact_id and d.state = 'declined')`,
    [tx.accountId, incident.id, incident.epoch],
  );
}

export interface PagedPerson {
  contactId: string;
  name: string;
  phone: string;
  canText: boolean;
  language: PagerLanguage;
}

/** Whom an incident has turned to so far. */
export interface Paged {
  /** Passed, or answered a drill, in this epoch: the ladder leaves them alone. */
  answered: Set<string>;
  /** Paged in this epoch, or had it in an earlier one: coming on call tells them nothing new. */
  known: Set<string>;
}

export async function whoWasPaged(tx: AccountTx, incident: Incident): Promise<Paged> {
  const rows = await tx.query<{ id: string; answered: boolean; known: boolean }>(
    `select contact_id as id, bool_or(epoch = $3 and state in ('declined', 'accepted')) as answered,
            bool_or(epoch = $3 or state = 'accepted') as known
     from alerts where account_id = $1 and incident_id = $2 and stops_with_ladder group by contact_id`,
    [tx.accountId, incident.id, incident.epoch],
  );
  const ids = (which: 'answered' | 'known') => new Set(rows.filter((row) => row[which]).map(({ id }) => id));
  return { answered: ids('answered'), known: ids('known') };
}

/** Whether anything of the ladder can still reach somebody. An alert with an error code is no longer waited for. */
export async function someoneMayAnswer(tx: AccountTx, incident: Incident): Promise<boolean> {
  const [row] = await tx.query(
    `select 1 from alerts
     where account_id = $1 and incident_id = $2 and epoch = $3 and stops_with_ladder and error_code is null
       and state in ('pending', 'sending', 'unknown', 'sent', 'delivered', 'answered') limit 1`,
    [tx.accountId, incident.id, incident.epoch],
  );
  return row !== undefined;
}

/** Stops what has not gone out, and the phones that still ring. Returns whether a transfer of the live caller was among them. */
export async function stopLadder(
  tx: AccountTx,
  incident: Incident,
  now: Date,
  except: string | null,
): Promise<boolean> {
  const stopped = await tx.query<{ channel: string; was: string }>(
    `update alerts a set state = 'canceled', finished_at = $3::timestamptz, next_attempt_at = case when a.provider_sid is null then null else $3::timestamptz end
     from (select id, state as was from alerts where account_id = $1 and incident_id = $2 for update) before
     where a.account_id = $1 and a.id = before.id and a.stops_with_ladder and a.id is distinct from $4::uuid
       and (before.was = 'pending' or (a.channel <> 'sms' and before.was in ('sending', 'unknown', 'sent', 'answered')))
     returning a.channel, before.was`,
    [tx.accountId, incident.id, now, except],
  );
  return stopped.some((alert) => alert.channel === 'warm_transfer');
}

/** Marks every alert of a person as passed, hangs up what rings there. Returns whether a transfer was among them. */
export async function markPassed(tx: AccountTx, incident: Incident, contactId: string, now: Date): Promise<boolean> {
  const passed = await tx.query<{ channel: string; was: string }>(
    `update alerts a set state = 'declined', finished_at = $4::timestamptz,
            next_attempt_at = case when before.was in ('sent', 'answered') and a.channel <> 'sms' then $4::timestamptz else null end
     from (select id, state as was from alerts where account_id = $1 and incident_id = $2 for update) before
     where a.account_id = $1 and a.id = before.id and a.contact_id = $3 and a.epoch = $5 and a.stops_with_ladder
       and before.was not in ('canceled', 'skipped', 'declined')
     returning a.channel, before.was`,
    [tx.accountId, incident.id, contactId, now, incident.epoch],
  );
  return passed.some((alert) => alert.channel === 'warm_transfer' && alert.was !== 'failed');
}

/** The person's newest text of this incident gets their words, for the timeline. */
export async function keepReply(tx: AccountTx, incidentId: string, contactId: string, words: string): Promise<void> {
  await tx.query(
    `update alerts set reply = $4 where account_id = $1 and id =
       (select id from alerts where account_id = $1 and incident_id = $2 and contact_id = $3 and channel = 'sms' and attempts > 0
        order by id desc limit 1)`,
    [tx.accountId, incidentId, contactId, words.slice(0, 480)],
  );
}

/** Open incidents a person may answer: paged for, or accepted by them. Newest first. */
export async function answerable(tx: AccountTx, contactId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select i.id from incidents i
     where i.account_id = $1 and i.state in ('alerting', 'accepted', 'contacted', 'unreached')
       and (i.accepted_by = $2 or exists (select from alerts a where a.account_id = $1 and a.incident_id = i.id
              and a.contact_id = $2 and a.stops_with_ladder and a.attempts > 0))
     order by i.opened_at desc, i.id desc`,
    [tx.accountId, contactId],
  );
  return rows.map((row) => row.id);
}

/** Incidents this person has only been rung for and did not answer, while the first text is still on its way to them. */
export async function unreadBy(tx: AccountTx, contactId: string): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `select incident_id as id from alerts where account_id = $1 and contact_id = $2 and stops_with_ladder
     group by incident_id
     having bool_or(channel = 'sms' and state = 'pending')
        and not bool_or(attempts > 0 and (channel = 'sms' or state in ('answered', 'accepted', 'declined')))`,
    [tx.accountId, contactId],
  );
  return new Set(rows.map((row) => row.id));
}

/** Whether the technician's phone was rung for the caller on the line and nobody took it. */
export async function transferFailed(tx: AccountTx, incidentId: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from alerts where account_id = $1 and incident_id = $2 and escalation_step = 'warm_transfer'
       and state in ('failed', 'declined') limit 1`,
    [tx.accountId, incidentId],
  );
  return rows.length > 0;
}
