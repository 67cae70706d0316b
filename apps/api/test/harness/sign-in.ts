import type { Role } from '@domain/access/capabilities';
import { newId } from '@platform/tenancy/new-id';
import { hash } from '@node-rs/argon2';
import type { SeededAccount } from './seed-account.js';
import type { TestApp } from './test-app.js';

export const TEST_PASSWORD = 'a long enough password';

export interface SignedIn {
  token: string;
  userId: string;
  email: string;
  /** Value of the Cookie header that carries the refresh token. */
  cookie: string;
}

/** A person with a role in an account, signed in through the API. */
export async function signInAs(
  app: TestApp,
  account: SeededAccount,
  role: Exclude<Role, 'agency_admin'>,
): Promise<SignedIn> {
  const userId = newId();
  const email = `${role}-${userId.slice(-8)}@example.test`;
  const passwordHash = await hash(TEST_PASSWORD, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
  await app.db.platform.query(`insert into identity.users (id, email, name, password_hash) values ($1, $2, $3, $4)`, [
    userId,
    email,
    role,
    passwordHash,
  ]);
  await app.db.platform.query(
    `insert into routing.memberships (id, user_id, account_id, role) values ($1, $2, $3, $4)`,
    [newId(), userId, account.accountId, role],
  );
  const response = await app.api().post('/api/v1/auth/sign-in').send({ email, password: TEST_PASSWORD }).expect(200);
  const body = response.body as { accessToken: string };
  const [cookie = ''] = (response.get('Set-Cookie') ?? [''])[0]?.split(';') ?? [];
  return { token: body.accessToken, userId, email, cookie };
}
