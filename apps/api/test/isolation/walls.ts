import { AccountTx } from '@platform/tenancy/account-tx';
import { Connection } from '@platform/tenancy/connection';
import { AccessService } from '../../src/identity/access.service.js';
import type { IsolationWorld } from './world.js';

/** Takes one of the two walls away for a while; returns what puts it back. */
export type Restore = () => Promise<void> | void;

const OWN_ACCOUNT = /(?:"?\w+"?\.)?"?account_id"?\s*=\s*(\$\d+)/g;

/**
 * The application forgets to name the account in every statement over tenant rows, so that row security alone stands
 * between contractors. What precedes the tenant has no row security, so its statements stay whole.
 */
export function forgetAccounts(): Restore {
  const { query } = Connection.prototype;
  Connection.prototype.query = function (this: Connection, sql, parameters) {
    return query.call(this, withoutAccount(sql), parameters);
  };
  return () => void (Connection.prototype.query = query);
}

const withoutAccount = (sql: string): string =>
  /identity\.|routing\.|platform\.|^\s*insert/i.test(sql) ? sql : sql.replace(OWN_ACCOUNT, '($1::uuid is not null)');

/** Entity reads and writes forget the account, whatever the database thinks of it. */
export function forgetOwn(): Restore {
  const prototype = AccountTx.prototype as unknown as { own: (where: object) => object };
  const { own } = prototype;
  prototype.own = (where) => where;
  return () => void (prototype.own = own);
}

/** The guard lets everybody into every account as its owner. */
export function openGuard({ app }: IsolationWorld): Restore {
  const access = app.http.get(AccessService, { strict: false });
  const { enterAccount } = access;
  access.enterAccount = (principal, accountId) => {
    const id = principal.kind === 'user' ? principal.user.id : principal.key.madeBy;
    const member = { id, role: 'owner', actor: { type: 'user', id }, grantId: null, scopes: null } as const;
    return Promise.resolve({ ...member, accountId: accountId as never });
  };
  return () => void (access.enterAccount = enterAccount);
}

/** The guard tells a stranger's account from one that does not exist. */
export function tellingGuard({ app }: IsolationWorld): Restore {
  const access = app.http.get(AccessService, { strict: false });
  const { enterAccount } = access;
  access.enterAccount = async (principal, accountId, wanted) => {
    const [row] = await app.db.platform.query(`select 1 from routing.accounts where account_id::text = $1`, [
      accountId,
    ]);
    return enterAccount.call(access, principal, accountId, wanted).catch((error: Error) => {
      if (row) error.message = 'This account is not yours';
      throw error;
    });
  };
  return () => void (access.enterAccount = enterAccount);
}

/** One table loses its policy. */
export async function dropWall({ app }: IsolationWorld, table: string): Promise<Restore> {
  await app.db.everything(`alter table ${table} disable row level security`);
  return async () => {
    await app.db.everything(`alter table ${table} enable row level security, force row level security`);
  };
}
