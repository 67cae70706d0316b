import type { AccountId } from '@domain/ids';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import type { PlatformDb } from '@platform/tenancy/platform-db';

/** The account that owns one of our numbers: what a text was sent to says whose technician answers (decision 6). */
export async function accountOfLine(db: PlatformDb, number: string): Promise<AccountId | null> {
  const [row] = await db.query<{ account_id: AccountId }>(`select account_id from routing.lines where number = $1`, [
    number,
  ]);
  return row?.account_id ?? null;
}

/** After this an answer can hardly be meant for it. */
const LATELY_MS = 12 * 60 * 60 * 1000;

/** The emergency a late answer is about: the last one that paged this person, or the one it names; null when it is long over. */
export async function latelyClosed(
  tx: AccountTx,
  contactId: string,
  code: string | null,
  now: Date,
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select i.id from incidents i
     where i.account_id = $1 and i.state in ('resolved', 'false_alarm') and i.resolved_at > $4 and not i.is_drill
       and ($3::text is null or i.code = $3)
       and exists (select from alerts a where a.account_id = $1 and a.incident_id = i.id and a.contact_id = $2
                     and a.stops_with_ladder and a.attempts > 0)
     order by i.resolved_at desc limit 1`,
    [tx.accountId, contactId, code, new Date(now.getTime() - LATELY_MS)],
  );
  return row?.id ?? null;
}

/** True the first time a text is seen. The provider delivers a webhook again when it did not hear our answer. */
export async function isFirstDelivery(tx: AccountTx, messageSid: string): Promise<boolean> {
  const rows = await tx.query(
    `insert into webhook_events (account_id, id, provider, event_key) values ($1, $2, 'twilio', $3)
     on conflict do nothing returning id`,
    [tx.accountId, newId(), `sms:${messageSid}`],
  );
  return rows.length > 0;
}

/** Whether an emergency nobody has taken yet has paged the person with this phone. */
export async function isWaitedFor(tx: AccountTx, phone: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from incidents i where i.account_id = $1 and i.state in ('alerting', 'unreached') and exists (
       select from alerts a join contacts c on c.account_id = a.account_id and c.id = a.contact_id
       where a.account_id = $1 and a.incident_id = i.id and c.phone = $2 and a.stops_with_ladder and a.attempts > 0) limit 1`,
    [tx.accountId, phone],
  );
  return rows.length > 0;
}

/** Whether an emergency is open that this phone's owner has taken, or has been paged for. */
export async function hasOpenEmergency(tx: AccountTx, phone: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from incidents i join contacts c on c.account_id = $1 and c.phone = $2
     where i.account_id = $1 and i.state in ('alerting', 'accepted', 'contacted', 'unreached')
       and (i.accepted_by = c.id or exists (
         select from alerts a where a.account_id = $1 and a.incident_id = i.id and a.contact_id = c.id
           and a.stops_with_ladder and a.attempts > 0)) limit 1`,
    [tx.accountId, phone],
  );
  return rows.length > 0;
}
