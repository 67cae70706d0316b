import type { CallStatus } from '@domain/call/call-status';
import type { E164 } from '@domain/phone/e164';
import type { AccountTx } from '@platform/tenancy/account-tx';

/** A phone of the account whose owner has proved that it is theirs. */
export interface VerifiedPhone {
  contactId: string;
  name: string;
  phone: E164;
}

/** Contacts belong to on-call; what a test call needs of them is three columns. */
export function verifiedPhones(tx: AccountTx): Promise<VerifiedPhone[]> {
  return tx.query<VerifiedPhone>(
    `select id as "contactId", name, phone from contacts
     where account_id = $1 and is_active and verified_at is not null order by name, id`,
    [tx.accountId],
  );
}

export interface CallingLine {
  id: string;
  number: E164;
  assistantId: string | null;
}

/** The line calls go out from, locked: two requests at once must not both be the last of an hour. */
export async function lockCallingLine(tx: AccountTx): Promise<CallingLine | null> {
  const [line] = await tx.query<CallingLine>(
    `select id, number, assistant_id as "assistantId" from lines
     where account_id = $1 and state <> 'released' order by created_at, id limit 1 for update`,
    [tx.accountId],
  );
  return line ?? null;
}

/** The number of a line, which whoever is called from it sees. */
export async function lineNumber(tx: AccountTx, lineId: string): Promise<string | null> {
  const [line] = await tx.query<{ number: string }>(`select number from lines where account_id = $1 and id = $2`, [
    tx.accountId,
    lineId,
  ]);
  return line?.number ?? null;
}

/** Moments of the test calls since an instant, oldest first. */
export async function testCallsSince(tx: AccountTx, since: Date): Promise<Date[]> {
  const rows = await tx.query<{ at: Date }>(
    `select called_at as at from calls where account_id = $1 and is_test and called_at > $2 order by called_at`,
    [tx.accountId, since],
  );
  return rows.map((row) => row.at);
}

export interface TestCallRow {
  id: string;
  phone: string;
  status: CallStatus;
  calledAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  durationSeconds: number | null;
  endReason: string | null;
}

export function latestTestCalls(tx: AccountTx, limit: number): Promise<TestCallRow[]> {
  return tx.query<TestCallRow>(
    `select id, caller_phone as phone, status, called_at as "calledAt", answered_at as "answeredAt", ended_at as "endedAt",
       duration_seconds as "durationSeconds", end_reason as "endReason"
     from calls where account_id = $1 and is_test order by called_at desc, id desc limit $2`,
    [tx.accountId, limit],
  );
}
