import type { AccountRole } from '@domain/access/capabilities';
import type { AccountId } from '@domain/ids';
import { hash } from '@node-rs/argon2';
import { newId } from '@platform/tenancy/new-id';
import type { SeededAccount } from './seed-account.js';
import { TEST_PASSWORD, type SignedIn } from './sign-in.js';
import type { TestApp } from './test-app.js';

/** Somebody who can sign in, without a place anywhere yet. The hash is made once: argon2 is slow on purpose. */
const passwordHash = hash(TEST_PASSWORD, { memoryCost: 19456, timeCost: 2, parallelism: 1 });

export async function addUser(app: TestApp, name: string): Promise<{ userId: string; email: string }> {
  const userId = newId();
  const email = `${name.toLowerCase().replaceAll(/\W+/g, '-')}-${userId.slice(-8)}@example.test`;
  await app.db.platform.query(`insert into identity.users (id, email, name, password_hash) values ($1, $2, $3, $4)`, [
    userId,
    email,
    name,
    await passwordHash,
  ]);
  return { userId, email };
}

export async function signIn(app: TestApp, person: { userId: string; email: string }): Promise<SignedIn> {
  const response = await app
    .api()
    .post('/api/v1/auth/sign-in')
    .send({ email: person.email, password: TEST_PASSWORD })
    .expect(200);
  const [cookie = ''] = (response.get('Set-Cookie') ?? [''])[0]?.split(';') ?? [];
  return { ...person, token: (response.body as { accessToken: string }).accessToken, cookie };
}

/** A person with a role in an account, signed in. */
export async function addMember(
  app: TestApp,
  account: { accountId: AccountId },
  role: AccountRole,
  name: string = role,
): Promise<SignedIn> {
  const person = await addUser(app, name);
  await app.db.platform.query(
    `insert into routing.memberships (id, user_id, account_id, role) values ($1, $2, $3, $4)`,
    [newId(), person.userId, account.accountId, role],
  );
  return signIn(app, person);
}

/** An agency that looks after these accounts, and its signed-in admin. */
export async function addAgency(
  app: TestApp,
  accounts: Pick<SeededAccount, 'accountId'>[],
  name = 'Lakeside',
): Promise<{ agencyId: string; admin: SignedIn }> {
  const agencyId = newId();
  await app.db.platform.query(`insert into identity.agencies (id, name) values ($1, $2)`, [agencyId, name]);
  for (const { accountId } of accounts)
    await app.db.platform.query(`update routing.accounts set agency_id = $2 where account_id = $1`, [
      accountId,
      agencyId,
    ]);
  return { agencyId, admin: await addAgencyAdmin(app, agencyId, `${name} admin`) };
}

export async function addAgencyAdmin(app: TestApp, agencyId: string, name: string): Promise<SignedIn> {
  const person = await addUser(app, name);
  await app.db.platform.query(
    `insert into routing.memberships (id, user_id, agency_id, role) values ($1, $2, $3, 'agency_admin')`,
    [newId(), person.userId, agencyId],
  );
  return signIn(app, person);
}

/** As if the person had proved a factor so many minutes ago. */
export async function ageFactor(app: TestApp, { userId }: { userId: string }, minutes: number): Promise<void> {
  await app.db.platform.query(
    `update identity.sessions set factor_at = clock_timestamp() - make_interval(mins => $2) where user_id = $1`,
    [userId, minutes],
  );
}
