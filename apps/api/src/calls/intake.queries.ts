import type { IntakeLanguage } from '@domain/intake/intake-lines.types';
import type { IntakeAsk } from '@domain/intake/intake-step';
import type { QuestionWords } from '@domain/intake/intake-words';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';

export interface NewIntakeQuestion {
  number: number;
  ask: IntakeAsk;
  language: IntakeLanguage;
  says: QuestionWords;
  askedAt: Date;
}

export async function insertQuestion(tx: AccountTx, callId: string, asked: NewIntakeQuestion): Promise<void> {
  await tx.query(
    `insert into intake_questions (account_id, id, call_id, number, ask, language, says, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[tx.accountId, newId(), callId, asked.number, asked.ask, asked.language],
      ...[JSON.stringify(asked.says), asked.askedAt],
    ],
  );
}

/** Where the next turn of a talk belongs: after everything that was said, even within the same millisecond. */
export async function momentAfterTurns(tx: AccountTx, callId: string, now: Date): Promise<Date> {
  const [row] = await tx.query<{ at: Date }>(
    `select greatest($3::timestamptz, max(said_at) + interval '1 millisecond') as at
     from call_turns where account_id = $1 and call_id = $2`,
    [tx.accountId, callId, now],
  );
  return row?.at ?? now;
}

/** Keeps the longest that was recognised of an answer so far: callbacks overtake one another. */
export async function keepHalfHeard(
  tx: AccountTx,
  callId: string,
  { number, words }: { number: number; words: string },
): Promise<void> {
  await tx.query(
    `update intake_questions set half_heard = $4
     where account_id = $1 and call_id = $2 and number = $3 and answered_at is null
       and length(coalesce(half_heard, '')) < length($4)`,
    [tx.accountId, callId, number, words],
  );
}

/** Takes the sentence that was never finished; null when there is none, or it has been taken. */
export async function takeHalfHeard(tx: AccountTx, callId: string): Promise<string | null> {
  const [row] = await tx.query<{ words: string }>(
    `update intake_questions q set half_heard = null
     from (select account_id, id, half_heard from intake_questions
           where account_id = $1 and call_id = $2 and answered_at is null and half_heard is not null for update) old
     where q.account_id = old.account_id and q.id = old.id returning old.half_heard as words`,
    [tx.accountId, callId],
  );
  return row?.words ?? null;
}

/** When the intake began in this call; null when it never did. */
export async function intakeBegan(tx: AccountTx, callId: string): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date | null }>(
    `select min(asked_at) as at from intake_questions where account_id = $1 and call_id = $2`,
    [tx.accountId, callId],
  );
  return row?.at ?? null;
}

/** When these words were last read out with a question; null when they were not. A key cuts them, and they are read again. */
export async function readOutAt(tx: AccountTx, callId: string, words: string): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date | null }>(
    `select max(asked_at) as at from intake_questions
     where account_id = $1 and call_id = $2 and says -> 'first' @> jsonb_build_array(jsonb_build_object('words', $3::text))`,
    [tx.accountId, callId, words],
  );
  return row?.at ?? null;
}
