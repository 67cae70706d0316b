import { defaultPolicy, type EscalationPolicy } from '@domain/escalation/policy';
import type { LadderSnapshot } from '@domain/escalation/snapshot';
import { newId } from '@platform/tenancy/new-id';
import { Client } from 'pg';

/** One open emergency at one contractor: a freeze night wakes them all at once. */
export interface Laid {
  line: string;
  onCall: string;
  backup: string;
  owner: string;
  dueAt: number;
}

/** How the steps of the laid emergencies are spread. */
export interface Ground {
  incidents: number;
  /** How many were laid before: every emergency has numbers of its own. */
  from: number;
  firstDueAt: Date;
  /** The first steps fall due evenly over so many seconds. */
  overSeconds: number;
  /** Seconds between the step to the on-call person and those to the backup and the owner. */
  stepSeconds: number;
}

/** Who rang about every one of them. */
export const CALLER = '+13125550199';

/** What they are called in every text; each is the only one of its contractor. */
export const CODE = '7K';

/** Each contractor's chat, by the digits of the line. */
const CHAT = 'https://hooks.slack.com/services/T00/B00/';

const BATCH = 500;

/** Lays the emergencies as rows, as a night of calls would have left them. Needs a role that row security does not bind. */
export async function layIncidents(adminUrl: string, ground: Ground): Promise<Laid[]> {
  const laid = Array.from({ length: ground.incidents }, (_, index) => laidAt(index, ground));
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  for (let start = 0; start < laid.length; start += BATCH) {
    await layBatch(client, laid.slice(start, start + BATCH), ground.from + start, policyOf(ground));
    // Foreign keys are checked by plans made for empty tables until somebody has counted the rows.
    if (start === 0) await client.query('analyze');
  }
  await client.query('analyze');
  await client.end();
  return laid;
}

/** What earlier scenarios left open would go on ringing in the next one. */
export async function closeIncidents(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(
    `update incidents set state = 'resolved', next_fire_at = null, watchdog_at = null, caller_news_at = null, resolved_at = app_now()
     where state <> 'resolved'`,
  );
  await client.end();
}

/** It is morning for all of them: the digest of every contractor is due. */
export async function callMorning(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`update digest_schedules set next_digest_at = app_now()
     where account_id in (select account_id from incidents where state <> 'resolved')`);
  await client.end();
}

/** Whether nothing hangs that may still go out. Says when to look at the carrier's log, never what is in it. */
export async function isQuiet(adminUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const { rowCount } = await client.query(
    `select from alerts a join incidents i on i.account_id = a.account_id and i.id = a.incident_id
     where i.state <> 'resolved' and a.state in ('pending', 'sending', 'unknown') limit 1`,
  );
  await client.end();
  return rowCount === 0;
}

function laidAt(index: number, ground: Ground): Laid {
  const number = (area: string) => `+1${area}${2_000_000 + ground.from + index}`;
  const share = ground.incidents > 1 ? index / ground.incidents : 0;
  return {
    line: number('312'),
    onCall: number('773'),
    backup: number('630'),
    owner: number('847'),
    dueAt: ground.firstDueAt.getTime() + share * ground.overSeconds * 1000,
  };
}

/** Texts only: a text is one request and one row, so that the count of what is owed is exact. */
function policyOf({ stepSeconds }: Ground): EscalationPolicy {
  const standard = defaultPolicy({
    warmTransferEnabled: false,
    warmTransferTimeoutSeconds: 25,
    smsOncallDelaySeconds: 0,
    autoDialDelaySeconds: 0,
    backupDelaySeconds: stepSeconds,
    ownerDelaySeconds: 2 * stepSeconds,
  });
  const texts = standard.steps.filter((step) => step.channel === 'sms');
  return { ...standard, steps: texts, repeat: { ...standard.repeat, times: 0 } };
}

async function layBatch(client: Client, batch: Laid[], offset: number, policy: EscalationPolicy): Promise<void> {
  const rows = batch.map((laid, index) => ({
    account: newId(),
    line_id: newId(),
    call: newId(),
    incident: newId(),
    sid: `CA${String(offset + index).padStart(32, '0')}`,
    on_call_id: newId(),
    backup_id: newId(),
    owner_id: newId(),
    ...laid,
    due: new Date(laid.dueAt).toISOString(),
    policy: snapshotOf(policy, laid.dueAt),
  }));
  await client.query(LAY, [JSON.stringify(rows)]);
}

const snapshotOf = (policy: EscalationPolicy, dueAt: number): LadderSnapshot => ({
  policy,
  startedAt: new Date(dueAt).toISOString(),
  accountName: 'Storm Plumbing',
  timeZone: 'America/Chicago',
  watchdogMinutes: null,
  people: null,
  controlUrl: null,
});

const LAY = `
  with given as (
    select * from jsonb_to_recordset($1::jsonb) as r(account uuid, line_id uuid, call uuid, incident uuid, sid text, on_call_id uuid,
      backup_id uuid, owner_id uuid, line text, "onCall" text, backup text, owner text, due timestamptz, policy jsonb)),
  a as (insert into routing.accounts (account_id) select account from given),
  b as (insert into routing.lines (number, account_id, line_id) select line, account, line_id from given),
  c as (insert into accounts (account_id, name, time_zone, state) select account, 'Storm Plumbing', 'America/Chicago', 'IL' from given),
  d as (insert into after_hours_configs (account_id, hours, owner_name, trades, greeting, digest_slack_webhook)
        select account, '{"mon":[],"tue":[],"wed":[],"thu":[],"fri":[],"sat":[],"sun":[]}', 'Dave', '{plumbing}', 'Hi, {{BUSINESS_NAME}}.',
               '${CHAT}' || substr(line, 2) from given),
  e as (insert into lines (account_id, id, number, assistant_id) select account, line_id, line, 'asst' from given),
  f as (insert into contacts (account_id, id, name, phone, consent_at, verified_at)
        select account, on_call_id, 'Mike', "onCall", app_now(), app_now() from given
        union all select account, backup_id, 'Dana', backup, app_now(), app_now() from given
        union all select account, owner_id, 'Dave', owner, app_now(), app_now() from given),
  g as (insert into on_call_rosters (account_id, primary_contact_id, backup_contact_id, owner_contact_id)
        select account, on_call_id, backup_id, owner_id from given),
  h as (insert into calls (account_id, id, line_id, call_sid, caller_phone, status, called_at)
        select account, call, line_id, sid, '${CALLER}', 'completed', due from given),
  i as (insert into digest_schedules (account_id) select account from given)
  insert into incidents (account_id, id, call_id, line_number, call_sid, code, policy, next_fire_at, opened_at, opened_by,
                         caller_phone, issue_summary)
  select account, incident, call, line, sid, '${CODE}', policy, due, due, 'rules', '${CALLER}', 'Burst pipe in the basement' from given`;
