import type { AccountTx } from '@platform/tenancy/account-tx';
import type { PriorCall, Turn } from '@domain/triage/triage.types';
import { newId } from '@platform/tenancy/new-id';
import type { CallSummary } from './calls.types.js';

/** Records a provider's event once; false when it has been here before (law 4). */
export async function isNewEvent(tx: AccountTx, provider: 'twilio' | 'vapi', key: string): Promise<boolean> {
  const rows = await tx.query(
    `insert into webhook_events (account_id, id, provider, event_key) values ($1, $2, $3, $4)
     on conflict (account_id, provider, event_key) do nothing returning id`,
    [tx.accountId, newId(), provider, key],
  );
  return rows.length === 1;
}

export interface NewCall {
  lineId: string;
  callSid: string;
  callerPhone: string | null;
  calledAt: Date;
}

/** The row comes first, whatever happens to the call (C2 31). Returns its id, also when it was there already. */
export async function insertOrFindCall(tx: AccountTx, call: NewCall): Promise<{ id: string; isNew: boolean }> {
  const [inserted] = await tx.query<{ id: string }>(
    `insert into calls (account_id, id, line_id, call_sid, caller_phone, called_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (account_id, call_sid) do nothing returning id`,
    [tx.accountId, newId(), call.lineId, call.callSid, call.callerPhone, call.calledAt],
  );
  if (inserted) return { id: inserted.id, isNew: true };
  const [known] = await tx.query<{ id: string }>(`select id from calls where account_id = $1 and call_sid = $2`, [
    tx.accountId,
    call.callSid,
  ]);
  return { id: known?.id ?? '', isNew: false };
}

/** Lets webhooks find the call by a provider's reference before any tenant is known. */
export async function mapReference(tx: AccountTx, providerRef: string, callId: string): Promise<void> {
  await tx.query(
    `insert into routing.calls (provider_ref, account_id, call_id) values ($1, $2, $3) on conflict (provider_ref) do nothing`,
    [providerRef, tx.accountId, callId],
  );
}

export interface LineRow {
  id: string;
  number: string;
  assistantId: string | null;
  assistantHash: string | null;
  voiceNumberId: string | null;
}

export async function linesOf(tx: AccountTx): Promise<LineRow[]> {
  return tx.query<LineRow>(
    `select id, number, assistant_id as "assistantId", assistant_hash as "assistantHash", voice_number_id as "voiceNumberId"
     from lines where account_id = $1 and state <> 'released' order by created_at, id`,
    [tx.accountId],
  );
}

const REPEAT_WINDOW_HOURS = 4;

/** Answered calls of the same number in the four hours before, newest first (PRD section 3, override 4). Spam does not count. */
export async function priorCalls(
  tx: AccountTx,
  call: { id: string; callerPhone: string | null; calledAt: Date },
): Promise<PriorCall[]> {
  if (!call.callerPhone) return [];
  return tx.query<PriorCall>(
    `select floor(extract(epoch from $3::timestamptz - called_at) / 60)::int as "minutesAgo", classification
     from calls where account_id = $1 and caller_phone = $2 and id <> $4
       and called_at > $3::timestamptz - make_interval(hours => ${REPEAT_WINDOW_HOURS}) and called_at <= $3
       and handled_by in ('ai', 'voicemail', 'intake_ivr') and classification is distinct from 'spam' and not is_test
     order by called_at desc limit 5`,
    [tx.accountId, call.callerPhone, call.calledAt, call.id],
  );
}

/** When this caller was last sent to the business line; a withheld number counts as one caller, or it could circle for ever. */
export async function lastRungBusinessAt(
  tx: AccountTx,
  call: { id: string; callerPhone: string | null; calledAt: Date },
): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date | null }>(
    `select max(called_at) as at from calls
     where account_id = $1 and caller_phone is not distinct from $2 and id <> $3 and handled_by = 'business_line' and called_at <= $4`,
    [tx.accountId, call.callerPhone, call.id, call.calledAt],
  );
  return row?.at ?? null;
}

export interface TurnRow {
  id: string;
  role: 'caller' | 'agent';
  text: string;
  saidAt: Date;
  secondsFromStart: number | null;
}

/** What was said in a call, in the order it was said. */
export async function turnsOf(tx: AccountTx, callId: string): Promise<TurnRow[]> {
  return tx.query<TurnRow>(
    `select id, role, text, said_at as "saidAt", seconds_from_start::float8 as "secondsFromStart"
     from call_turns where account_id = $1 and call_id = $2 order by said_at, id`,
    [tx.accountId, callId],
  );
}

export const asTurns = (rows: TurnRow[]): Turn[] =>
  rows.map(({ role, text, secondsFromStart }) => ({
    role,
    text,
    ...(secondsFromStart === null ? {} : { atSeconds: secondsFromStart }),
  }));

export type NewTurn = Omit<TurnRow, 'id'>;

export async function insertTurns(tx: AccountTx, callId: string, turns: NewTurn[]): Promise<void> {
  for (const turn of turns) {
    await tx.query(
      `insert into call_turns (account_id, id, call_id, role, text, said_at, seconds_from_start) values ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.accountId, newId(), callId, turn.role, turn.text, turn.saidAt, turn.secondsFromStart],
    );
  }
}

/** The report of a conversation replaces what was heard live of it; other conversations of the same call stay. */
export async function dropTurnsBetween(tx: AccountTx, callId: string, from: Date, until: Date | null): Promise<void> {
  await tx.query(
    `delete from call_turns where account_id = $1 and call_id = $2 and said_at >= $3 and ($4::timestamptz is null or said_at < $4)`,
    [tx.accountId, callId, from, until],
  );
}

/** Half open by the moment of the call, oldest first. */
export async function callsBetween(tx: AccountTx, start: Date, end: Date): Promise<CallSummary[]> {
  return tx.query<CallSummary>(
    `select id, called_at as "calledAt", caller_phone as "callerPhone", classification, status, summary,
            duration_seconds as "durationSeconds", handled_by as "handledBy", is_after_hours as "isAfterHours"
     from calls where account_id = $1 and called_at >= $2 and called_at < $3 and direction = 'inbound' and not is_test
     order by called_at, id`,
    [tx.accountId, start, end],
  );
}
