import type { AccountTx } from '@platform/tenancy/account-tx';
import type { ConsentAsker } from './calendar.types.js';

export interface NewConnection {
  sealedToken: string;
  connectedAs: string;
  calendarId: string;
  calendarName: string;
  connectedBy: string;
}

/** Takes the place of whatever was connected before. */
export async function storeConnection(tx: AccountTx, row: NewConnection): Promise<void> {
  await tx.query(
    `insert into calendar_connections
       (account_id, sealed_token, connected_as, calendar_id, calendar_name, connected_by, connected_at)
     values ($1, $2, $3, $4, $5, $6, app_now())
     on conflict (account_id) do update set sealed_token = excluded.sealed_token, connected_as = excluded.connected_as,
       calendar_id = excluded.calendar_id, calendar_name = excluded.calendar_name, connected_by = excluded.connected_by,
       connected_at = excluded.connected_at, looked_at = null, failure_code = null, lost_at = null`,
    [tx.accountId, row.sealedToken, row.connectedAs, row.calendarId, row.calendarName, row.connectedBy],
  );
}

/** Removes the connection; what was removed, or undefined. */
export async function dropConnection(tx: AccountTx): Promise<{ sealedToken: string | null } | undefined> {
  const [row] = await tx.query<{ sealedToken: string | null }>(
    `delete from calendar_connections where account_id = $1 returning sealed_token as "sealedToken"`,
    [tx.accountId],
  );
  return row;
}

/** At most one write a minute while nothing changes. Nothing when another permission took this one's place meanwhile. */
export async function noteLook(
  tx: AccountTx,
  sealedToken: string,
  look: { at: Date; failure: string | null },
): Promise<void> {
  await tx.query(
    `update calendar_connections set looked_at = $3, failure_code = $4
     where account_id = $1 and sealed_token = $2
       and (looked_at is null or looked_at < $3::timestamptz - interval '1 minute' or failure_code is distinct from $4)`,
    [tx.accountId, sealedToken, look.at, look.failure],
  );
}

/** Drops the token of a permission that ended. False when it was noted before, or another permission took its place. */
export async function markLost(tx: AccountTx, sealedToken: string, at: Date): Promise<boolean> {
  const rows = await tx.query(
    `update calendar_connections set sealed_token = null, lost_at = $3, looked_at = $3, failure_code = null
     where account_id = $1 and sealed_token = $2 returning 1`,
    [tx.accountId, sealedToken, at],
  );
  return rows.length > 0;
}

/** Addresses of the account's owners. */
export async function ownersOf(tx: AccountTx): Promise<string[]> {
  const rows = await tx.query<{ email: string }>(
    `select distinct u.email from routing.memberships m join identity.users u on u.id = m.user_id and u.is_active
     where m.account_id = $1 and m.role = 'owner' order by u.email`,
    [tx.accountId],
  );
  return rows.map((row) => row.email);
}

export async function accountName(tx: AccountTx): Promise<string> {
  const [row] = await tx.query<{ name: string }>(`select name from accounts where account_id = $1`, [tx.accountId]);
  return row?.name ?? '';
}

export interface NewConsent extends ConsentAsker {
  id: string;
  stateHash: string;
  sealedVerifier: string;
}

/** One open question per person: a second one ends the first, and those that are over go with it. */
export async function storeConsent(tx: AccountTx, consent: NewConsent): Promise<void> {
  await tx.query(
    `delete from calendar_consents where account_id = $1 and (user_id = $2 or expires_at < clock_timestamp())`,
    [tx.accountId, consent.userId],
  );
  await tx.query(
    `insert into calendar_consents (account_id, id, user_id, family_id, state_hash, sealed_verifier)
     values ($1, $2, $3, $4, $5, $6)`,
    [tx.accountId, consent.id, consent.userId, consent.familyId, consent.stateHash, consent.sealedVerifier],
  );
}

/** The question this answer belongs to, used up. Undefined for another person's, another session's, one too old or used. */
export async function takeConsent(
  tx: AccountTx,
  stateHash: string,
  asker: ConsentAsker,
): Promise<{ id: string; sealedVerifier: string } | undefined> {
  const [row] = await tx.query<{ id: string; sealedVerifier: string }>(
    `delete from calendar_consents
     where account_id = $1 and state_hash = $2 and user_id = $3 and family_id = $4 and expires_at > clock_timestamp()
     returning id, sealed_verifier as "sealedVerifier"`,
    [tx.accountId, stateHash, asker.userId, asker.familyId],
  );
  return row;
}
