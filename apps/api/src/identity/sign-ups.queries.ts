import type { PlatformQuery } from '@platform/tenancy/platform-db';

export interface SignUpRow {
  id: string;
  kind: 'agency' | 'contractor';
  /** Id of the agency or account it becomes: the same however often the link is opened. */
  becomes_id: string;
  organisation: string;
  time_zone: string;
  name: string;
  email: string;
  password_hash: string;
}

export async function storeSignUp(
  query: PlatformQuery,
  row: SignUpRow,
  link: { tokenHash: Buffer; hours: number },
): Promise<void> {
  await query(
    `insert into identity.sign_ups (id, kind, becomes_id, organisation, time_zone, name, email, password_hash, token_hash, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock_timestamp() + make_interval(hours => $10))`,
    [
      row.id,
      row.kind,
      row.becomes_id,
      row.organisation,
      row.time_zone,
      row.name,
      row.email,
      row.password_hash,
      link.tokenHash,
      link.hours,
    ],
  );
}

const SIGN_UP = `select id, kind, becomes_id, organisation, time_zone, name, email, password_hash from identity.sign_ups
  where token_hash = $1 and used_at is null and expires_at > clock_timestamp()`;

export async function findSignUp(query: PlatformQuery, tokenHash: Buffer): Promise<SignUpRow | undefined> {
  return (await query<SignUpRow>(SIGN_UP, [tokenHash]))[0];
}

/** The same, locked: of two clicks on one link the second finds it used. */
export async function lockSignUp(query: PlatformQuery, tokenHash: Buffer): Promise<SignUpRow | undefined> {
  return (await query<SignUpRow>(`${SIGN_UP} for update`, [tokenHash]))[0];
}

export async function useSignUp(query: PlatformQuery, id: string): Promise<void> {
  await query(`update identity.sign_ups set used_at = clock_timestamp() where id = $1`, [id]);
}
