import type { AccountTx } from '../tenancy/account-tx.js';
import { HORIZON } from './journal-feed.queries.js';

/** A place in the journal: transaction, then order within it. Both are numbers beyond 2^53, so they stay text. */
export interface JournalCursor {
  xid: string;
  seq: string;
}

/** An entry as readers outside the account's own code may have it. */
export interface JournalNews extends JournalCursor {
  event: string;
  subjectId: string | null;
  callId: string | null;
  at: Date;
  data: Record<string, unknown>;
}

/** The present: everything from here on is news. */
export async function journalEnd(tx: AccountTx): Promise<JournalCursor> {
  const [row] = await tx.query<{ xid: string }>(`select ${HORIZON}::text as xid`);
  return { xid: row?.xid ?? '0', seq: '0' };
}

/** Entries after the cursor, oldest first. Never skips one whose transaction commits late: it waits for all before it. */
export function journalAfter(tx: AccountTx, cursor: JournalCursor, limit: number): Promise<JournalNews[]> {
  return tx.query<JournalNews>(
    // Ordered by the columns, not by their text: "9999" sorts after "10000", and a reader that resumes would go wrong there.
    `select j.xid::text, j.seq::text, j.event, j.subject_id as "subjectId", j.call_id as "callId", j.at, j.data
     from journal j
     where j.account_id = $1 and (j.xid, j.seq) > ($2::xid8, $3::bigint) and j.xid < ${HORIZON}
     order by j.xid, j.seq limit $4`,
    [tx.accountId, cursor.xid, cursor.seq, limit],
  );
}
