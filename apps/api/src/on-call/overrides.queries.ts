import type { Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { OverrideRow } from './schedule.queries.js';

export interface NewOverride {
  id: string;
  layerId: string | null;
  outContactId: string | null;
  inContactId: string;
  startsAt: Date;
  endsAt: Date;
  reason: string;
}

const COLUMNS = 'id, layer_id, out_contact_id, in_contact_id, starts_at, ends_at, reason';

/** Overrides with the same layer and the same person out that share time with the new one. */
export function contradicting(tx: AccountTx, wanted: NewOverride): Promise<OverrideRow[]> {
  return tx.query<OverrideRow>(
    `select ${COLUMNS} from on_call_overrides
     where account_id = $1 and layer_id is not distinct from $2 and out_contact_id is not distinct from $3
       and tstzrange(starts_at, ends_at) && tstzrange($4, $5) order by starts_at`,
    [tx.accountId, wanted.layerId, wanted.outContactId, wanted.startsAt, wanted.endsAt],
  );
}

export async function insertOverride(tx: AccountTx, wanted: NewOverride, by: Actor, at: Date): Promise<void> {
  await tx.query(
    `insert into on_call_overrides (account_id, id, layer_id, out_contact_id, in_contact_id, starts_at, ends_at, reason, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[tx.accountId, wanted.id, wanted.layerId, wanted.outContactId, wanted.inContactId],
      ...[wanted.startsAt, wanted.endsAt, wanted.reason, JSON.stringify(by), at],
    ],
  );
}

/** Ends it at `at`; one that has not begun becomes empty. Null: no such override, or it is over. */
export async function endOverride(tx: AccountTx, id: string, at: Date): Promise<OverrideRow | null> {
  const [before] = await tx.query<OverrideRow>(
    `select ${COLUMNS} from on_call_overrides where account_id = $1 and id = $2 and ends_at > $3 and starts_at < ends_at for update`,
    [tx.accountId, id, at],
  );
  if (!before) return null;
  await tx.query(`update on_call_overrides set ends_at = greatest(starts_at, $3) where account_id = $1 and id = $2`, [
    tx.accountId,
    id,
    at,
  ]);
  return before;
}

/** Everybody who changes who is on call takes turns: what they read is what they change. False before the first roster. */
export async function lockOnCall(tx: AccountTx): Promise<boolean> {
  const rows = await tx.query(`select 1 from on_call_rosters where account_id = $1 for update`, [tx.accountId]);
  return rows.length > 0;
}

export async function insertTimeOff(
  tx: AccountTx,
  off: { id: string; contactId: string; startsAt: Date; endsAt: Date; reason: string },
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into on_call_time_off (account_id, id, contact_id, starts_at, ends_at, reason, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.accountId, off.id, off.contactId, off.startsAt, off.endsAt, off.reason, at],
  );
}

/** Ends time off at `at`. False: no such time off, or it is over. */
export async function endTimeOff(tx: AccountTx, id: string, at: Date): Promise<boolean> {
  const rows = await tx.query(
    `update on_call_time_off set ends_at = greatest(starts_at, $3)
     where account_id = $1 and id = $2 and ends_at > $3 and starts_at < ends_at returning id`,
    [tx.accountId, id, at],
  );
  return rows.length > 0;
}
