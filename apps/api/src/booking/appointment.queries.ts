import type { AppointmentState } from '@domain/booking/appointment';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import type { AppointmentOfCall, AppointmentRow } from './booking.types.js';

/** False when somebody else stands in that window already: the exclusion constraint decides, without an error. */
export async function insertAppointment(tx: AccountTx, row: AppointmentRow): Promise<boolean> {
  const rows = await tx.query(
    `insert into appointments (account_id, id, version, state, booked_by, call_id, moved_from, customer_name, customer_phone,
       address, service_type, issue, notes, starts_at, ends_at, busy_until, crew, hold_reason, held_until, ask_at, code,
       approver_id, may_text, created_at, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)
     on conflict do nothing returning id`,
    [
      ...[tx.accountId, row.id, row.version, row.state, row.bookedBy, row.callId, row.movedFrom, row.customerName],
      ...[row.customerPhone, row.address, row.serviceType, row.issue, row.notes, row.startsAt, row.endsAt],
      ...[row.busyUntil, row.crew, row.holdReason, row.heldUntil, row.askAt, row.code, row.approverId, row.mayText],
      ...[row.createdAt, row.decidedAt],
    ],
  );
  return rows.length === 1;
}

/** What a list of appointments is narrowed by. */
export interface AppointmentFilter {
  limit: number;
  states: AppointmentState[];
  from: Date | null;
  to: Date | null;
  callId: string | null;
}

/** Where a page ends. */
export interface AppointmentPlace {
  startsAt: Date;
  id: string;
}

/** Ids of one page and one more, soonest first. */
export function pageOfAppointments(
  tx: AccountTx,
  filter: AppointmentFilter,
  after: AppointmentPlace | null,
): Promise<AppointmentPlace[]> {
  return tx.query<AppointmentPlace>(
    `select id, starts_at as "startsAt" from appointments
     where account_id = $1 and state = any ($2) and ($3::timestamptz is null or starts_at >= $3)
       and ($4::timestamptz is null or starts_at < $4) and ($5::uuid is null or call_id = $5)
       and ($6::timestamptz is null or (starts_at, id) > ($6, $7::uuid))
     order by starts_at, id limit $8`,
    [
      ...[tx.accountId, filter.states, filter.from, filter.to, filter.callId],
      ...(after ? [after.startsAt, after.id] : [null, null]),
      filter.limit + 1,
    ],
  );
}

/** What a card knows of its customer, for an appointment that is made from it. */
export interface CardCustomer {
  callId: string;
  customerName: string;
  customerPhone: string | null;
  address: string | null;
  serviceType: AppointmentRow['serviceType'];
  issue: string;
}

/** Cards belong to lead-cards, which knows us, so their rows are asked directly. */
export async function customerOfCard(tx: AccountTx, cardId: string): Promise<CardCustomer | null> {
  const [row] = await tx.query<CardCustomer>(
    `select call_id as "callId", caller_name as "customerName", coalesce(callback_phone, caller_phone) as "customerPhone",
       address, service_type as "serviceType", issue_summary as issue from lead_cards where account_id = $1 and id = $2`,
    [tx.accountId, cardId],
  );
  return row ?? null;
}

/** Cards of these calls, by call. */
export async function cardsOfCalls(tx: AccountTx, callIds: string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ callId: string; id: string }>(
    `select call_id as "callId", id from lead_cards where account_id = $1 and call_id = any ($2::uuid[])`,
    [tx.accountId, callIds],
  );
  return new Map(rows.map(({ callId, id }) => [callId, id]));
}

export interface StoredReply {
  appointmentId: string;
  body: string;
  receivedAt: Date;
}

/** What customers texted about these appointments, oldest first. */
export function repliesAbout(tx: AccountTx, ids: string[]): Promise<StoredReply[]> {
  return tx.query<StoredReply>(
    `select appointment_id as "appointmentId", body, received_at as "receivedAt" from appointment_replies
     where account_id = $1 and appointment_id = any ($2::uuid[]) order by id`,
    [tx.accountId, ids],
  );
}

export async function keepReply(tx: AccountTx, appointmentId: string, body: string, at: Date): Promise<void> {
  await tx.query(
    `insert into appointment_replies (account_id, id, appointment_id, body, received_at) values ($1, $2, $3, $4, $5)`,
    [tx.accountId, newId(), appointmentId, body, at],
  );
}

/** The appointment a customer's text is about: the soonest that stands, or else the last one we made with them. */
export async function appointmentWith(tx: AccountTx, phone: string, now: Date): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from appointments where account_id = $1 and customer_phone = $2 and state <> 'moved' and ends_at > $3::timestamptz - interval '30 days'
     order by (state in ('held', 'booked') and ends_at > $3) desc,
       case when state in ('held', 'booked') and ends_at > $3 then starts_at end, starts_at desc limit 1`,
    [tx.accountId, phone, now],
  );
  return row?.id ?? null;
}

/** Held windows this person was asked about, the oldest question first. */
export async function heldFor(tx: AccountTx, approverId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from appointments where account_id = $1 and approver_id = $2 and state = 'held' and ask_at is null order by id`,
    [tx.accountId, approverId],
  );
  return rows.map(({ id }) => id);
}

/** One for each call: the one that stands, or else the last. */
export function appointmentsOfCalls(tx: AccountTx, callIds: string[]): Promise<Omit<AppointmentOfCall, 'reply'>[]> {
  return tx.query(
    `select distinct on (call_id) call_id as "callId", id as "appointmentId", state, starts_at as "startsAt", ends_at as "endsAt",
       booked_by as "bookedBy", decided_at as "decidedAt"
     from appointments where account_id = $1 and call_id = any ($2::uuid[])
     order by call_id, (state in ('held', 'booked')) desc, id desc`,
    [tx.accountId, callIds],
  );
}

export async function callOfAppointment(tx: AccountTx, id: string): Promise<string | null> {
  const [row] = await tx.query<{ callId: string | null }>(
    `select call_id as "callId" from appointments where account_id = $1 and id = $2`,
    [tx.accountId, id],
  );
  return row?.callId ?? null;
}

export async function lastReplyAt(tx: AccountTx, id: string): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date | null }>(
    `select max(received_at) as at from appointment_replies where account_id = $1 and appointment_id = $2`,
    [tx.accountId, id],
  );
  return row?.at ?? null;
}
