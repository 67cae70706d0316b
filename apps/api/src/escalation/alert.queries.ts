import type { UnclearAttempt } from '@domain/escalation/settling';
import type { PagerLanguage } from '@domain/on-call/pager-language';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { Statement } from '@platform/tenancy/entity-sql';
import { newId } from '@platform/tenancy/new-id';
import { Alert } from './alert.entity.js';
import { Incident } from './incident.entity.js';

/** An alert and its incident, both locked, at the time of the clock that rings alarms. */
export interface LockedAlert {
  incident: Incident;
  alert: Alert;
  now: Date;
}

/** The incident before its alerts, always (reference/oncall 5.3). Null when there is no such alert. */
export async function lockAlert(tx: AccountTx, alertId: string): Promise<LockedAlert | null> {
  const locked = await tx.lockBoth(
    { first: Incident, second: Alert },
    `from alerts second join incidents first on first.account_id = $1 and first.id = second.incident_id
     where second.account_id = $1 and second.id = $2`,
    [alertId],
  );
  return locked && { incident: locked.first, alert: locked.second, now: locked.now };
}

/** What stands around an alert that is due, and what its person was sent of late, on any replica. */
export interface Standing {
  canText: boolean;
  canCall: boolean;
  /** The line's sender is registered with the carriers (decision 16). */
  lineCanText: boolean;
  /** Another leg rings or talks with this person. */
  legInTheWay: boolean;
  /** A later alert of the same ladder waits for the same person on the same channel. */
  superseded: boolean;
  /** Unasked texts since then. */
  texts: Date[];
  /** Those of them that paged: news never holds back an emergency's first word. */
  pages: Date[];
  /** Calls since then. */
  calls: Date[];
  /** No earlier text told this person of this emergency. */
  isFirstText: boolean;
  /** Nothing at all has told them of it. */
  isFirstWord: boolean;
  /** Ladder texts of other emergencies wait for them. */
  othersWait: boolean;
  /** They said that they are busy until then. */
  busyUntil: Date | null;
  /** In which they are written to. */
  language: PagerLanguage;
  /** The account at the carrier that holds the incident's line; null: the main one. */
  lineHolder: string | null;
}

const UNREACHABLE = { canText: false, canCall: false, lineCanText: false, legInTheWay: false, superseded: false };
const UNTOLD = {
  texts: [],
  pages: [],
  calls: [],
  isFirstText: true,
  isFirstWord: true,
  othersWait: false,
  busyUntil: null,
  language: 'en' as const,
  lineHolder: null,
};

const THAT_PAGED = 'join alerts o on o.account_id = $1 and o.id = t.alert_id and o.stops_with_ladder';
/** When contact `c` was sent something, or rung, since `$9`. */
const attemptsOf = (channel: 'sms' | 'voice', which = ''): string =>
  `(select coalesce(array_agg(t.started_at), '{}') from alert_attempts t ${which}
    where t.account_id = $1 and t.contact_id = c.id and t.channel = '${channel}' and t.started_at > $9)`;

/** Read under the incident's lock and the person's turn (`takeTurnsOver`), in one round trip. */
export async function standingOf(tx: AccountTx, alert: Alert, since: Date): Promise<Standing> {
  const [row] = await tx.query<Standing>(
    `select c.can_text as "canText", c.language,
            c.is_active and 'voice' = any(c.channels) as "canCall",
            not exists (select from lines l join incidents i on i.account_id = l.account_id and i.line_number = l.number
                          where l.account_id = $1 and i.id = $4 and l.sms_capability <> 'approved') as "lineCanText",
            (select l.carrier_sid from lines l join incidents i on i.account_id = l.account_id and i.line_number = l.number
               where l.account_id = $1 and i.id = $4) as "lineHolder",
            exists (select from alerts o where o.account_id = $1 and o.contact_id = c.id and o.id <> $2 and o.channel <> 'sms'
                      and o.state in ('sending', 'unknown', 'sent', 'answered')) as "legInTheWay",
            exists (select from alerts o where o.account_id = $1 and o.incident_id = $4 and o.contact_id = c.id and o.id <> $2
                      and o.epoch = $5 and o.state = 'pending' and o.stops_with_ladder
                      and (o.channel = 'sms') = ($6 = 'sms') and (o.round, o.step) > ($7, $8)) as superseded,
            ${attemptsOf('sms')} as texts, ${attemptsOf('sms', THAT_PAGED)} as pages, ${attemptsOf('voice')} as calls,
            not exists (select from alerts o where o.account_id = $1 and o.incident_id = $4 and o.contact_id = c.id and o.id <> $2
                          and o.stops_with_ladder and o.attempts > 0 and o.channel = 'sms') as "isFirstText",
            not exists (select from alerts o where o.account_id = $1 and o.incident_id = $4 and o.contact_id = c.id and o.id <> $2
                          and o.stops_with_ladder and o.attempts > 0 and o.state <> 'failed') as "isFirstWord",
            exists (select from alerts o where o.account_id = $1 and o.incident_id <> $4 and o.contact_id = c.id
                      and o.state = 'pending' and o.channel = 'sms' and o.stops_with_ladder) as "othersWait",
            (select max(ends_at) from on_call_busy where account_id = $1 and contact_id = c.id and tstzrange(starts_at, ends_at) @> app_now()) as "busyUntil"
     from contacts c where c.account_id = $1 and c.id = $3`,
    [
      ...[tx.accountId, alert.id, alert.contactId, alert.incidentId, alert.epoch],
      ...[alert.channel, alert.round, alert.step, since],
    ],
  );
  return row ?? { ...UNREACHABLE, ...UNTOLD };
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
export const beginAttempt = (tx: AccountTx, alert: Alert, attempt: Attempt, now: Date): Statement => ({
  sql: `with begun as (update alerts set state = 'sending', attempts = attempts + 1, body = $3, sender = $4
                       where account_id = $1 and id = $2 returning account_id, id, attempts)
        insert into alert_attempts (account_id, id, alert_id, n, started_at, contact_id, channel)
        select account_id, $5, id, attempts, $6, $7, $8 from begun`,
  parameters: [
    ...[tx.accountId, alert.id, attempt.body, attempt.sender, newId(), now],
    ...[attempt.isPaced ? alert.contactId : null, alert.channel === 'sms' ? 'sms' : 'voice'],
  ],
});

/** What is written down of the attempt whose outcome is not known. */
export async function unclearAttempt(tx: AccountTx, alert: Alert): Promise<UnclearAttempt> {
  const [row] = await tx.query<Pick<UnclearAttempt, 'startedAt' | 'endedAt'> & { outcome: string | null }>(
    `select started_at as "startedAt", finished_at as "endedAt", outcome from alert_attempts
     where account_id = $1 and alert_id = $2 order by n desc limit 1`,
    [tx.accountId, alert.id],
  );
  const { startedAt = alert.dueAt, endedAt = null, outcome = null } = row ?? {};
  return { startedAt, endedAt, isOver: outcome === BROKEN_OFF, wasMissing: alert.errorCode === NOT_LISTED };
}

/** The outcome of an attempt that the provider ended without saying what became of it. */
export const BROKEN_OFF = 'broken_off';
/** The provider was asked once, and had nothing. */
export const NOT_LISTED = 'not_listed';

/** `reached`: something went out, or may have. What was refused never reached the phone and does not count as traffic. */
export const endAttempt = (
  tx: AccountTx,
  alert: Pick<Alert, 'id' | 'attempts'>,
  result: { outcome: string; reached: boolean },
): Statement => ({
  sql: `update alert_attempts set finished_at = app_now(), outcome = $4, contact_id = case when $5::boolean then contact_id end
        where account_id = $1 and alert_id = $2 and n = $3`,
  parameters: [tx.accountId, alert.id, alert.attempts, result.outcome, result.reached],
});

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

/** Whether this person has said that they are busy now. */
export async function isBusy(tx: AccountTx, contactId: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from on_call_busy where account_id = $1 and contact_id = $2 and starts_at <= app_now() and ends_at > app_now()`,
    [tx.accountId, contactId],
  );
  return rows.length > 0;
}

/** In which this person is spoken to. */
export async function languageOf(tx: AccountTx, contactId: string): Promise<PagerLanguage> {
  const [row] = await tx.query<{ language: PagerLanguage }>(
    `select language from contacts where account_id = $1 and id = $2`,
    [tx.accountId, contactId],
  );
  return row?.language ?? 'en';
}
