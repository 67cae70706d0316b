import { notFound } from '@domain/errors/domain-error';
import { nextAuditAt } from '@domain/provisioning/audit-time';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { Line } from './line.entity.js';

/** The line's next nightly audit, by the account's own clock on the wall. */
export async function nextAudit(tx: AccountTx, lineId: string): Promise<Date> {
  const [row] = await tx.query<{ zone: string; now: Date }>(
    `select time_zone as zone, app_now() as now from accounts where account_id = $1`,
    [tx.accountId],
  );
  if (!row) throw notFound('account');
  return nextAuditAt(row.now, row.zone, lineId);
}

/** Lines and open set-ups: each holds, or is about to hold, a number. */
export async function linesHeld(tx: AccountTx): Promise<number> {
  const [row] = await tx.query<{ held: number }>(
    `select ((select count(*) from lines where account_id = $1 and state <> 'released')
           + (select count(*) from provisionings where account_id = $1 and state in ('running', 'failed', 'abandoning')))::int as held`,
    [tx.accountId],
  );
  return row?.held ?? 0;
}

/** Whether anything but this line and this set-up still lives in the account's subaccount, which then must stay open. */
export async function subaccountInUse(
  tx: AccountTx,
  except: { lineId: string; provisioningId: string | null },
): Promise<boolean> {
  const [row] = await tx.query<{ used: boolean }>(
    `select exists (select from lines where account_id = $1 and carrier_sid is not null and state <> 'released' and id <> $2)
         or exists (select from provisionings where account_id = $1 and kind = 'buy' and state in ('running', 'failed', 'abandoning')
                    and id is distinct from $3) as used`,
    [tx.accountId, except.lineId, except.provisioningId],
  );
  return row?.used ?? false;
}

export interface NewLine {
  id: string;
  number: string;
  carrierSid: string | null;
  isBought: boolean;
  providerNumberSid: string;
  voiceNumberId: string;
  assistantId: string;
  assistantHash: string;
  assistantVersion: number;
  nextAuditAt: Date;
}

/** A number that was ours before keeps its row, because its calls hang on it. Returns the line's id. */
export async function putInService(tx: AccountTx, line: NewLine): Promise<string> {
  const [row] = await tx.query<Pick<Line, 'id'>>(
    `insert into lines (account_id, id, number, carrier_sid, is_bought, provider_number_sid, voice_number_id, assistant_id,
                        assistant_hash, assistant_version, next_audit_at, sms_capability)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'none')
     on conflict (account_id, number) do update set carrier_sid = excluded.carrier_sid, is_bought = excluded.is_bought,
       provider_number_sid = excluded.provider_number_sid, voice_number_id = excluded.voice_number_id,
       assistant_id = excluded.assistant_id, assistant_hash = excluded.assistant_hash, assistant_version = excluded.assistant_version,
       next_audit_at = excluded.next_audit_at, state = 'live', release_due_at = null, released_at = null, drift = '{}'
     returning id`,
    [
      ...[tx.accountId, line.id, line.number, line.carrierSid, line.isBought, line.providerNumberSid],
      ...[line.voiceNumberId, line.assistantId, line.assistantHash, line.assistantVersion, line.nextAuditAt],
    ],
  );
  return row?.id ?? line.id;
}

/** False when another account's line has the number. */
export async function routeNumber(
  tx: AccountTx,
  line: { id: string; number: string; carrierSid: string | null },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into routing.lines (number, account_id, line_id, carrier_sid) values ($1, $2, $3, $4)
     on conflict (number) do update set line_id = excluded.line_id, carrier_sid = excluded.carrier_sid
       where routing.lines.account_id = $2
     returning number`,
    [line.number, tx.accountId, line.id, line.carrierSid],
  );
  return rows.length === 1;
}

/** Somebody's number already: ours, or another account's. */
export async function isRouted(tx: AccountTx, number: string): Promise<boolean> {
  const rows = await tx.query(`select 1 from routing.lines where number = $1`, [number]);
  return rows.length > 0;
}

/** Takes the line out of service and keeps its row for its calls. */
export async function retire(tx: AccountTx, number: string, at: Date): Promise<void> {
  await tx.query(`delete from routing.lines where number = $1 and account_id = $2`, [number, tx.accountId]);
  await tx.query(
    `update lines set state = 'released', released_at = $3, release_due_at = null, next_audit_at = null,
            assistant_id = null, assistant_hash = null, voice_number_id = null, provider_number_sid = null
     where account_id = $1 and number = $2 and state <> 'released'`,
    [tx.accountId, number, at],
  );
}

/** False when the account holds no such line. */
export async function registerTexting(tx: AccountTx, lineId: string, registration: string): Promise<boolean> {
  const rows = await tx.query(
    `update lines set sms_capability = $3 where account_id = $1 and id = $2 and state <> 'released' returning id`,
    [tx.accountId, lineId, registration],
  );
  return rows.length === 1;
}
