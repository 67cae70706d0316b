import type { PagerLanguage } from '@domain/on-call/pager-language';
import type { AccountTx } from '@platform/tenancy/account-tx';

/** Somebody asks others, one after the other, to take a stretch; with a return stretch it is a swap with one of them. */
export interface CoverAsk {
  id: string;
  askerId: string;
  askedId: string;
  /** Whom to ask next, in order. */
  waitingIds: string[];
  startsAt: Date;
  endsAt: Date;
  returnStartsAt: Date | null;
  returnEndsAt: Date | null;
  language: PagerLanguage;
}

const COLUMNS = `id, asker_id as "askerId", asked_id as "askedId", waiting_ids as "waitingIds", starts_at as "startsAt",
  ends_at as "endsAt", return_starts_at as "returnStartsAt", return_ends_at as "returnEndsAt", language`;

/** False when the asker has one open: two texts at once ask one chain. */
export async function insertCoverAsk(tx: AccountTx, ask: CoverAsk, at: Date, nextAskAt: Date): Promise<boolean> {
  const rows = await tx.query(
    `insert into cover_asks (account_id, id, asker_id, asked_id, waiting_ids, starts_at, ends_at, return_starts_at,
       return_ends_at, language, asked_at, next_ask_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (account_id, asker_id) where state = 'open' do nothing returning id`,
    [
      ...[tx.accountId, ask.id, ask.askerId, ask.askedId, ask.waitingIds, ask.startsAt, ask.endsAt],
      ...[ask.returnStartsAt, ask.returnEndsAt, ask.language, at, nextAskAt],
    ],
  );
  return rows.length === 1;
}

/** The open question to this person that was put last, locked; null when nobody asks them anything. */
export async function coverAskTo(tx: AccountTx, contactId: string): Promise<CoverAsk | null> {
  const [row] = await tx.query<CoverAsk>(
    `select ${COLUMNS} from cover_asks where account_id = $1 and asked_id = $2 and state = 'open'
     order by asked_at desc limit 1 for update`,
    [tx.accountId, contactId],
  );
  return row ?? null;
}

/** The question whose time is up, locked; null when it was answered, or put to the next, meanwhile. */
export async function dueCoverAsk(tx: AccountTx, id: string, now: Date): Promise<CoverAsk | null> {
  const [row] = await tx.query<CoverAsk>(
    `select ${COLUMNS} from cover_asks where account_id = $1 and id = $2 and next_ask_at <= $3 for update`,
    [tx.accountId, id, now],
  );
  return row ?? null;
}

export async function moveCoverAsk(
  tx: AccountTx,
  ask: Pick<CoverAsk, 'id' | 'askedId' | 'waitingIds'>,
  at: Date,
  nextAskAt: Date,
): Promise<void> {
  await tx.query(
    `update cover_asks set asked_id = $3, waiting_ids = $4, asked_at = $5, next_ask_at = $6 where account_id = $1 and id = $2`,
    [tx.accountId, ask.id, ask.askedId, ask.waitingIds, at, nextAskAt],
  );
}

export async function closeCoverAsk(tx: AccountTx, id: string, state: 'covered' | 'refused'): Promise<void> {
  await tx.query(`update cover_asks set state = $3, next_ask_at = null where account_id = $1 and id = $2`, [
    tx.accountId,
    id,
    state,
  ]);
}

/** Of these contacts the ones whose phone has proved itself, in the same order: a yes moves the pager. */
export async function provedAmong(tx: AccountTx, ids: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from contacts where account_id = $1 and id = any ($2::uuid[]) and verified_at is not null`,
    [tx.accountId, ids],
  );
  const proved = new Set(rows.map((row) => row.id));
  return ids.filter((id) => proved.has(id));
}
