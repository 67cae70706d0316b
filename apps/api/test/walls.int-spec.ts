import { isUuid, type AccountId } from '@domain/ids';
import { newId } from '@platform/tenancy/new-id';
import { assertBoundByRowSecurity } from '@platform/tenancy/role-check';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { DataSource } from 'typeorm';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { TestDatabase } from './harness/test-database.js';

const POLICY = `(account_id = (NULLIF(current_setting('app.account_id'::text, true), ''::text))::uuid)`;

describe('The walls between accounts', () => {
  let db: TestDatabase;
  let metro: SeededAccount;
  let apex: SeededAccount;

  beforeAll(async () => {
    db = await TestDatabase.create();
    metro = await seedAccount(db);
    apex = await seedAccount(db, { name: 'Apex Air', area: '303', timeZone: 'America/Denver' });
  });
  afterAll(() => db.drop());

  const tenantTables = async (): Promise<string[]> =>
    (
      await db.everything<{ name: string }>(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'schema_migrations'`,
      )
    ).map((row) => row.name);

  it('stand in the catalogue: every table of the public schema is forced behind exactly one policy', async () => {
    const tables = await db.everything<{
      name: string;
      enabled: boolean;
      forced: boolean;
      policies: { qual: string; with_check: string; roles: string; cmd: string }[];
    }>(
      `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
              (select coalesce(json_agg(json_build_object('qual', p.qual, 'with_check', p.with_check, 'cmd', p.cmd)), '[]') from pg_policies p
               where p.schemaname = 'public' and p.tablename = c.relname) as policies
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'schema_migrations'`,
    );
    expect(tables.length).toBeGreaterThan(15);
    for (const table of tables) {
      expect({ ...table }).toEqual({
        name: table.name,
        enabled: true,
        forced: true,
        policies: [{ qual: POLICY, with_check: POLICY, cmd: 'ALL' }],
      });
    }
  });

  it('leave no key, unique index or foreign key that crosses accounts', async () => {
    const broken = await db.everything<{ name: string }>(
      `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relname <> 'schema_migrations' and i.indisunique
         and (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) <> 'account_id'
       union all
       select conname from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and k.contype = 'f'
         and (select attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]) <> 'account_id'`,
    );
    expect(broken).toEqual([]);
  });

  it('use no Postgres enum, whose operators are not leakproof under row security', async () => {
    expect(
      await db.everything(
        `select typname from pg_type t join pg_namespace n on n.oid = t.typnamespace where typtype = 'e' and nspname = 'public'`,
      ),
    ).toEqual([]);
  });

  it('keep what callers said out of the routing schema: ids, states, times and our own numbers only', async () => {
    const columns = await db.everything<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'routing' and data_type in ('text', 'jsonb', 'character varying') order by 1`,
    );
    expect(columns.map((column) => column.name)).toEqual([
      'accounts.status',
      'alarms.kind',
      'alert_threads.sender',
      'calls.provider_ref',
      'carrier_accounts.carrier_sid',
      'carrier_calls.call_sid',
      'carrier_calls.carrier_sid',
      'inbound_texts.message_sid',
      'lines.carrier_sid',
      'lines.number',
      'memberships.role',
      'stray_calls.call_sid',
      'stray_calls.recording_sid',
      'stray_calls.to_number',
    ]);
  });

  it('show nothing at all without an account, and nothing of another one with', async () => {
    for (const table of await tenantTables()) {
      expect(await db.platform.query(`select * from ${table}`)).toEqual([]);
      const foreign = await db.accounts.within(metro.accountId, (tx) =>
        tx.query(`select 1 from ${table} where account_id = $1`, [apex.accountId]),
      );
      expect(foreign).toEqual([]);
    }
  });

  it('refuse a row written for another account', async () => {
    const write = db.accounts.within(metro.accountId, (tx) =>
      tx.query(`insert into contacts (account_id, id, name, phone) values ($1, $2, 'Eve', '+13035550199')`, [
        apex.accountId,
        newId(),
      ]),
    );
    await expect(write).rejects.toThrow('row-level security');
  });

  it('hold when five hundred transactions of two accounts share the pool', async () => {
    const names = await Promise.all(
      Array.from({ length: 500 }, (_, n) => {
        const account = n % 2 ? metro : apex;
        return db.accounts
          .within(account.accountId, async (tx) => {
            const rows = await tx.query<{ account_id: string }>(`select account_id from contacts`);
            if (n % 7 === 0) throw new Error('rolled back');
            return rows.every((row) => row.account_id === account.accountId);
          })
          .catch(() => true);
      }),
    );
    expect(names.every(Boolean)).toBe(true);
  });

  it('answer a malformed account id like a missing account', async () => {
    expect(isUuid(`' or true --`)).toBe(false);
    await expect(db.accounts.within(`' or true --` as AccountId, () => Promise.resolve(1))).rejects.toThrow(
      'No such account',
    );
  });

  it('let the program start only as a role they bind', async () => {
    await expect(assertBoundByRowSecurity(db.platform)).resolves.toBeUndefined();
    const admin = await new DataSource({ type: 'postgres', url: db.adminUrl }).initialize();
    await expect(assertBoundByRowSecurity(new PlatformDb(admin))).rejects.toThrow('DATABASE_URL');
    await admin.destroy();
  });

  it('let nobody rewrite the journal', async () => {
    await expect(db.accounts.within(metro.accountId, (tx) => tx.query(`delete from journal`))).rejects.toThrow(
      /permission denied|append-only/,
    );
  });
});
