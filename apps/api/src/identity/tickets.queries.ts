import type { PlatformQuery } from '@platform/tenancy/platform-db';

/** Codes one ticket may be tried with; after that the password is asked again. */
const TRIES = 5;

export interface TicketRow {
  id: string;
  user_id: string;
  /** Of the code that was mailed; null when an authenticator is asked. */
  code_hash: Buffer | null;
}

export interface NewTicket {
  id: string;
  userId: string;
  tokenHash: Buffer;
  codeHash: Buffer | null;
  minutes: number;
}

export async function storeTicket(query: PlatformQuery, ticket: NewTicket): Promise<void> {
  await query(
    `insert into identity.sign_in_tickets (id, user_id, token_hash, code_hash, expires_at)
     values ($1, $2, $3, $4, clock_timestamp() + make_interval(mins => $5))`,
    [ticket.id, ticket.userId, ticket.tokenHash, ticket.codeHash, ticket.minutes],
  );
}

/** The ticket that can still be used, locked, so that two tries take turns. */
export async function lockTicket(query: PlatformQuery, tokenHash: Buffer): Promise<TicketRow | undefined> {
  const [ticket] = await query<TicketRow>(
    `select id, user_id, code_hash from identity.sign_in_tickets
     where token_hash = $1 and used_at is null and tries < ${TRIES} and expires_at > clock_timestamp() for update`,
    [tokenHash],
  );
  return ticket;
}

export async function countTicketTry(query: PlatformQuery, id: string): Promise<void> {
  await query(`update identity.sign_in_tickets set tries = tries + 1 where id = $1`, [id]);
}

export async function useTicket(query: PlatformQuery, id: string): Promise<void> {
  await query(`update identity.sign_in_tickets set used_at = clock_timestamp() where id = $1`, [id]);
}

/** After a change of credentials nobody goes on from a password that was right before. */
export async function voidTickets(query: PlatformQuery, userId: string): Promise<void> {
  await query(
    `update identity.sign_in_tickets set used_at = clock_timestamp() where user_id = $1 and used_at is null`,
    [userId],
  );
}
