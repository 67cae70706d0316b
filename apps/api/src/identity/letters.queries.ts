import type { PlatformQuery } from '@platform/tenancy/platform-db';

export interface LetterRow {
  id: string;
  to_address: string;
  sealed_facts: string;
  attempts: number;
  is_late: boolean;
}

export interface NewLetter {
  id: string;
  kind: string;
  to: string;
  sealedFacts: string;
  /** After so long nobody can use it any more, and it is not sent. */
  minutes: number;
}

export async function storeLetter(query: PlatformQuery, letter: NewLetter): Promise<void> {
  await query(
    `insert into identity.letters (id, kind, to_address, sealed_facts, expires_at)
     values ($1, $2, $3, $4, clock_timestamp() + make_interval(mins => $5))`,
    [letter.id, letter.kind, letter.to, letter.sealedFacts, letter.minutes],
  );
}

export async function waitingLetter(query: PlatformQuery, id: string): Promise<LetterRow | undefined> {
  const [row] = await query<LetterRow>(
    `select id, to_address, sealed_facts, attempts, expires_at < clock_timestamp() as is_late
     from identity.letters where id = $1 and state = 'waiting'`,
    [id],
  );
  return row;
}

/** The end of a letter's way. The facts go, because a link must not lie in the database longer than it has to. */
export async function closeLetter(
  query: PlatformQuery,
  id: string,
  end: { state: 'sent' | 'dropped' | 'refused' | 'failed'; reason?: string },
): Promise<void> {
  await query(
    `update identity.letters set state = $2, last_error = $3, sealed_facts = null, attempts = attempts + 1,
       sent_at = case when $2 = 'sent' then clock_timestamp() end
     where id = $1 and state = 'waiting'`,
    [id, end.state, end.reason ?? null],
  );
}

export async function countAttempt(query: PlatformQuery, id: string, reason: string): Promise<void> {
  await query(`update identity.letters set attempts = attempts + 1, last_error = $2 where id = $1`, [id, reason]);
}

/**
 * What nobody can use any more: links and tickets that are over, people who never answered, letters of last month. A few
 * with each letter, so that the tables hold no more about strangers than they must.
 */
export async function forgetOver(query: PlatformQuery): Promise<void> {
  const old: [table: string, over: string][] = [
    ['sign_ups', `used_at is null and expires_at < clock_timestamp() - interval '7 days'`],
    ['resets', `expires_at < clock_timestamp() - interval '7 days'`],
    ['address_changes', `expires_at < clock_timestamp() - interval '7 days'`],
    ['sign_in_tickets', `expires_at < clock_timestamp() - interval '1 day'`],
    ['letters', `state <> 'waiting' and created_at < clock_timestamp() - interval '30 days'`],
  ];
  for (const [table, over] of old)
    await query(
      `delete from identity.${table} where id in (select id from identity.${table} where ${over} limit 50 for update skip locked)`,
    );
}

export async function nameAt(query: PlatformQuery, email: string): Promise<string | null> {
  const [user] = await query<{ name: string }>(`select name from identity.users where email = $1 and is_active`, [
    email,
  ]);
  return user?.name ?? null;
}
