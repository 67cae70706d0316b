import type { AccountId } from '@domain/ids';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { PlatformDb } from '@platform/tenancy/platform-db';
import { createHash } from 'node:crypto';

/** Only this is kept: whoever reads the table can't read the calendar. */
export const feedTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

export interface FeedRow {
  id: string;
  contactId: string | null;
  createdAt: Date;
}

export async function insertFeed(tx: AccountTx, feed: FeedRow, tokenHash: Buffer): Promise<void> {
  await tx.query(`insert into calendar_feeds (account_id, id, contact_id, created_at) values ($1, $2, $3, $4)`, [
    ...[tx.accountId, feed.id, feed.contactId, feed.createdAt],
  ]);
  await tx.query(`insert into routing.calendar_feeds (token_hash, account_id, feed_id) values ($1, $2, $3)`, [
    ...[tokenHash, tx.accountId, feed.id],
  ]);
}

export function feeds(tx: AccountTx): Promise<FeedRow[]> {
  return tx.query<FeedRow>(
    `select id, contact_id as "contactId", created_at as "createdAt" from calendar_feeds
     where account_id = $1 and revoked_at is null order by created_at`,
    [tx.accountId],
  );
}

/** The feed, unless it was revoked. */
export async function liveFeed(tx: AccountTx, id: string): Promise<FeedRow | null> {
  return (await feeds(tx)).find((feed) => feed.id === id) ?? null;
}

/** False when there is no such feed, or it was revoked before. */
export async function revokeFeed(tx: AccountTx, id: string, at: Date): Promise<boolean> {
  const rows = await tx.query(
    `update calendar_feeds set revoked_at = $3 where account_id = $1 and id = $2 and revoked_at is null returning id`,
    [tx.accountId, id, at],
  );
  await tx.query(`delete from routing.calendar_feeds where account_id = $1 and feed_id = $2`, [tx.accountId, id]);
  return rows.length > 0;
}

/** Which account's feed a token opens; only its hash is known here. */
export async function feedOfToken(
  db: PlatformDb,
  token: string,
): Promise<{ accountId: AccountId; feedId: string } | null> {
  const [row] = await db.query<{ accountId: AccountId; feedId: string }>(
    `select account_id as "accountId", feed_id as "feedId" from routing.calendar_feeds where token_hash = $1`,
    [feedTokenHash(token)],
  );
  return row ?? null;
}
