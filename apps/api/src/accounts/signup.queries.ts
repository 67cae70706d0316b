import { notFound } from '@domain/errors/domain-error';
import type { WeeklyHours } from '@domain/hours/hours.types';
import { DEFAULT_GREETING } from '@domain/persona/persona-settings';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { PlatformQuery } from '@platform/tenancy/platform-db';
import type { NewContractor } from './signup.types.js';

const OFFICE_DAY = [{ opens: '08:00', closes: '17:00' }];
/** What most offices keep, to be corrected in the settings; nothing answers before the agent is switched on. */
const USUAL_HOURS: WeeklyHours = {
  mon: OFFICE_DAY,
  tue: OFFICE_DAY,
  wed: OFFICE_DAY,
  thu: OFFICE_DAY,
  fri: OFFICE_DAY,
  sat: [],
  sun: [],
};

export async function addAgency(query: PlatformQuery, id: string, name: string): Promise<void> {
  await query(`insert into identity.agencies (id, name) values ($1, $2)`, [id, name]);
}

/** The place of the account among all; false when it has another agency already. Safe to repeat. */
export async function reserveAccount(tx: AccountTx, agencyId: string | null): Promise<boolean> {
  await tx.query(
    `insert into routing.accounts (account_id, agency_id) values ($1, $2) on conflict (account_id) do nothing`,
    [tx.accountId, agencyId],
  );
  const rows = await tx.query(
    `select 1 from routing.accounts where account_id = $1 and agency_id is not distinct from $2`,
    [tx.accountId, agencyId],
  );
  return rows.length === 1;
}

/** True when the contractor was added now. */
export async function addContractor(tx: AccountTx, contractor: NewContractor): Promise<boolean> {
  const added = await tx.query(
    `insert into accounts (account_id, agency_id, name, time_zone, state) values ($1, $2, $3, $4, $5)
     on conflict (account_id) do nothing returning account_id`,
    [tx.accountId, contractor.agencyId, contractor.name, contractor.timeZone, contractor.state ?? null],
  );
  if (added.length === 0) return false;
  await draftSettings(tx, contractor);
  return true;
}

/** Settings that say nothing wrong and answer no call: the agent is off until somebody has gone through them. */
async function draftSettings(tx: AccountTx, contractor: NewContractor): Promise<void> {
  await tx.query(
    `insert into after_hours_configs (account_id, is_active, hours, owner_name, trades, greeting, digest_channel, digest_email)
     values ($1, false, $2, $3, $4, $5, 'email', $6)`,
    [
      tx.accountId,
      JSON.stringify(USUAL_HOURS),
      contractor.ownerName,
      contractor.trades ?? [],
      DEFAULT_GREETING,
      contractor.ownerEmail ?? null,
    ],
  );
}

export async function agencyName(query: PlatformQuery, agencyId: string): Promise<string> {
  const [agency] = await query<{ name: string }>(`select name from identity.agencies where id = $1`, [agencyId]);
  if (!agency) throw notFound('agency');
  return agency.name;
}
