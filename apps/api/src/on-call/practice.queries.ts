import type { AccountTx } from '@platform/tenancy/account-tx';
import { TEST_SENT } from './on-call.queries.js';

export const PRACTICE_ANSWERED_EVENT = 'on_call.practice_answered';

/** Whether a practice page went to this contact since then and has had no answer yet. The journal remembers both. */
export async function openPracticeSince(tx: AccountTx, contactId: string, since: Date): Promise<boolean> {
  const [last] = await tx.query<{ event: string }>(
    `select event from journal where account_id = $1 and subject_id = $2 and at > $3
       and (event = $4 or (event = $5 and (data ->> 'practice')::boolean)) order by seq desc limit 1`,
    [tx.accountId, contactId, since, PRACTICE_ANSWERED_EVENT, TEST_SENT],
  );
  return last?.event === TEST_SENT;
}
