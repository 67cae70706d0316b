import { DEFAULT_BOOKING_RULES, type BookingRules } from '@domain/booking/booking-rules';
import type { OwnVisit } from '@domain/booking/open-slots';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';

/** Everybody who takes or frees a window of the account does so in turn: what they read is what they take. */
export async function takeTurns(tx: AccountTx): Promise<void> {
  await tx.query(`insert into booking_rules (account_id, rules) values ($1, $2) on conflict (account_id) do nothing`, [
    tx.accountId,
    JSON.stringify(DEFAULT_BOOKING_RULES),
  ]);
  await tx.query(`select 1 from booking_rules where account_id = $1 for update`, [tx.accountId]);
}

/** Saves over the version somebody has seen; false when there is another by now. */
export async function storeRules(tx: AccountTx, rules: BookingRules, version: number): Promise<boolean> {
  const rows = await tx.query(
    `update booking_rules set rules = $2, version = version + 1, updated_at = app_now()
     where account_id = $1 and version = $3 returning version`,
    [tx.accountId, JSON.stringify(rules), version],
  );
  return rows.length === 1;
}

/** Visits that stand and are not over: of the whole of today and later. */
export function standingVisits(tx: AccountTx, since: Date): Promise<OwnVisit[]> {
  return tx.query<OwnVisit>(
    `select starts_at as "startsAt", ends_at as "endsAt", busy_until as "busyUntil", crew from appointments
     where account_id = $1 and state in ('held', 'booked') and busy_until > $2 order by starts_at, crew`,
    [tx.accountId, since],
  );
}

export interface StoredOffer {
  id: string;
  startsAt: Date;
  endsAt: Date;
}

export async function insertOffers(
  tx: AccountTx,
  callId: string,
  slots: { startsAt: Date; endsAt: Date }[],
  expiresAt: Date,
): Promise<StoredOffer[]> {
  const offers = slots.map(({ startsAt, endsAt }) => ({ id: newId(), startsAt, endsAt }));
  for (const { id, startsAt, endsAt } of offers)
    await tx.query(
      `insert into booking_offers (account_id, id, call_id, starts_at, ends_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
      [tx.accountId, id, callId, startsAt, endsAt, expiresAt],
    );
  return offers;
}

/** The offer, if it was made in this very call and still stands (AI-04). */
export async function offerOf(tx: AccountTx, callId: string, id: string, now: Date): Promise<StoredOffer | null> {
  const [row] = await tx.query<StoredOffer>(
    `select id, starts_at as "startsAt", ends_at as "endsAt" from booking_offers
     where account_id = $1 and id = $2 and call_id = $3 and expires_at > $4`,
    [tx.accountId, id, callId, now],
  );
  return row ?? null;
}

/** Whether somebody was sent to this number before. The caller's id proves nothing: it decides no more than who approves. */
export async function isKnownCustomer(tx: AccountTx, phone: string, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from appointments where account_id = $1 and customer_phone = $2 and state = 'booked' and ends_at < $3
     union all
     select 1 from lead_cards where account_id = $1 and caller_phone = $2 and callback_status in ('called_booked', 'resolved') limit 1`,
    [tx.accountId, phone, now],
  );
  return rows.length > 0;
}

/** Whether an emergency was opened for the call, also one that was joined to an earlier one. */
export async function hasIncident(tx: AccountTx, callId: string): Promise<boolean> {
  const rows = await tx.query(`select 1 from incidents where account_id = $1 and call_id = $2 limit 1`, [
    tx.accountId,
    callId,
  ]);
  return rows.length > 0;
}

export async function codesInUse(tx: AccountTx): Promise<Set<string>> {
  const rows = await tx.query<{ code: string }>(
    `select code from appointments where account_id = $1 and state = 'held' and code is not null`,
    [tx.accountId],
  );
  return new Set(rows.map(({ code }) => code));
}

/** The contact who approves, if they still belong to the team and take texts. */
export async function approverOf(tx: AccountTx, contactId: string | null): Promise<string | null> {
  if (contactId === null) return null;
  const [row] = await tx.query<{ id: string }>(
    `select id from contacts where account_id = $1 and id = $2 and is_active and can_text`,
    [tx.accountId, contactId],
  );
  return row?.id ?? null;
}

/** The account's line as customers know it. `mayText`: carriers take texts from it (decision 16). */
export interface CustomerLine {
  number: string;
  mayText: boolean;
}

export async function customerLine(tx: AccountTx): Promise<CustomerLine | null> {
  const [row] = await tx.query<CustomerLine>(
    `select number, sms_capability = 'approved' as "mayText" from lines
     where account_id = $1 and state <> 'released' order by created_at, id limit 1`,
    [tx.accountId],
  );
  return row ?? null;
}

export async function hasOptedOut(tx: AccountTx, phone: string): Promise<boolean> {
  const rows = await tx.query(`select 1 from customer_opt_outs where account_id = $1 and phone = $2`, [
    tx.accountId,
    phone,
  ]);
  return rows.length > 0;
}

export async function optOut(tx: AccountTx, phone: string, at: Date): Promise<void> {
  await tx.query(
    `insert into customer_opt_outs (account_id, phone, opted_out_at) values ($1, $2, $3) on conflict do nothing`,
    [tx.accountId, phone, at],
  );
}

export async function optIn(tx: AccountTx, phone: string): Promise<void> {
  await tx.query(`delete from customer_opt_outs where account_id = $1 and phone = $2`, [tx.accountId, phone]);
}
