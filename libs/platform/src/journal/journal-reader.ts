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
    `select xid::text, seq::text, event, subject_id as "subjectId", call_id as "callId", at, data from journal
     where account_id = $1 and (xid, seq) > ($2::xid8, $3::bigint) and xid < ${HORIZON}
     order by xid, seq limit $4`,
    [tx.accountId, cursor.xid, cursor.seq, limit],
  );
}
