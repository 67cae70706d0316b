import type { OpenVerification } from '@domain/on-call/verification';
import type { AccountTx } from '@platform/tenancy/account-tx';

export interface VerificationRow extends Omit<OpenVerification, 'code'> {
  id: string;
  contactId: string;
  channel: 'sms' | 'voice';
  sealedCode: string;
}

const COLUMNS = `id, contact_id as "contactId", channel, phone, sealed_code as "sealedCode", attempts, expires_at as "expiresAt"`;

/** One open proof per contact: a new code makes the old one void. */
export async function replaceVerification(tx: AccountTx, row: VerificationRow): Promise<void> {
  await tx.query(
    `insert into contact_verifications (account_id, contact_id, id, phone, channel, sealed_code, attempts, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (account_id, contact_id) do update set id = excluded.id, phone = excluded.phone, channel = excluded.channel,
       sealed_code = excluded.sealed_code, attempts = excluded.attempts, expires_at = excluded.expires_at`,
    [...[tx.accountId, row.contactId, row.id, row.phone, row.channel, row.sealedCode, row.attempts, row.expiresAt]],
  );
}

/** The contact's proof, locked, so that two guesses at once count as two. */
export async function lockedVerification(tx: AccountTx, contactId: string): Promise<VerificationRow | null> {
  const [row] = await tx.query<VerificationRow>(
    `select ${COLUMNS} from contact_verifications where account_id = $1 and contact_id = $2 for update`,
    [tx.accountId, contactId],
  );
  return row ?? null;
}

export async function verificationById(tx: AccountTx, id: string): Promise<VerificationRow | null> {
  const [row] = await tx.query<VerificationRow>(
    `select ${COLUMNS} from contact_verifications where account_id = $1 and id = $2`,
    [tx.accountId, id],
  );
  return row ?? null;
}

/** The code is used up. */
export async function closeVerification(tx: AccountTx, contactId: string): Promise<void> {
  await tx.query(`delete from contact_verifications where account_id = $1 and contact_id = $2`, [
    tx.accountId,
    contactId,
  ]);
}

export async function countAttempt(tx: AccountTx, contactId: string): Promise<void> {
  await tx.query(`update contact_verifications set attempts = attempts + 1 where account_id = $1 and contact_id = $2`, [
    tx.accountId,
    contactId,
  ]);
}

/** Tests and codes sent to a contact since `since`. The journal remembers them; no other row needs to. */
export async function testsSince(tx: AccountTx, contactId: string, since: Date): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from journal
     where account_id = $1 and subject_id = $2 and event in ('on_call.test_sent', 'on_call.code_sent') and at > $3`,
    [tx.accountId, contactId, since],
  );
  return row?.count ?? 0;
}
