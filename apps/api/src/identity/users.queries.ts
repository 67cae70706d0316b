import type { PlatformQuery } from '@platform/tenancy/platform-db';

export interface UserRow {
  id: string;
  email: string;
  name: string;
  password_hash: string;
  is_active: boolean;
}

const USER = `select id, email, name, password_hash, is_active from identity.users`;

/** Addresses are kept in lower case: nobody means two mailboxes by two spellings. */
export const addressOf = (email: string): string => email.trim().toLowerCase();

export async function findUserByEmail(query: PlatformQuery, email: string): Promise<UserRow | undefined> {
  const [user] = await query<UserRow>(`${USER} where email = $1`, [email]);
  return user;
}

export async function findUser(query: PlatformQuery, id: string): Promise<UserRow | undefined> {
  const [user] = await query<UserRow>(`${USER} where id = $1 and is_active`, [id]);
  return user;
}

export async function setPasswordHash(query: PlatformQuery, userId: string, hash: string): Promise<void> {
  await query(`update identity.users set password_hash = $2 where id = $1`, [userId, hash]);
}

/** False when the address belongs to somebody. */
export async function setAddress(query: PlatformQuery, userId: string, email: string): Promise<boolean> {
  const rows = await query(
    `update identity.users set email = $2
     where id = $1 and not exists (select from identity.users where email = $2) returning id`,
    [userId, email],
  );
  return rows.length === 1;
}

/** A person whose address has answered; false when the address belongs to somebody already. */
export async function addUser(query: PlatformQuery, user: Omit<UserRow, 'is_active'>): Promise<boolean> {
  const rows = await query(
    `insert into identity.users (id, email, name, password_hash) values ($1, $2, $3, $4)
     on conflict (email) do nothing returning id`,
    [user.id, user.email, user.name, user.password_hash],
  );
  return rows.length === 1;
}

/** Names an attacker would try first as this person's password: agencies, and what they signed up or were invited to. */
export async function organisationsOf(query: PlatformQuery, email: string): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `select organisation as name from identity.sign_ups where email = $1 and used_at is not null
     union select organisation from identity.invitations where email = $1 and accepted_at is not null
     union select g.name from identity.agencies g join routing.memberships m on m.agency_id = g.id
           join identity.users u on u.id = m.user_id where u.email = $1`,
    [email],
  );
  return rows.map((row) => row.name);
}
