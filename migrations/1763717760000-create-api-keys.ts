import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keys of third parties, rate limits, and the time-boxed access an account grants to its agency. All of it precedes the
 * tenant, so it holds ids, hashes and times; and all of it runs on real time, like sessions.
 */
export class CreateApiKeys1763717760000 implements MigrationInterface {
  name = 'CreateApiKeys1763717760000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The secret itself is shown once and kept nowhere. replaced_by: the successor it still overlaps with.
      create table identity.api_keys (
        key_id text primary key check (key_id ~ '^[0-9A-Za-z]{12}$'), account_id uuid not null references routing.accounts,
        name text not null check (length(name) between 1 and 80), secret_hash bytea not null check (length(secret_hash) = 32),
        scopes text[] not null check (cardinality(scopes) between 1 and 40),
        created_by uuid not null references identity.users, created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null, last_used_at timestamptz, revoked_at timestamptz, revoked_by uuid references identity.users,
        replaced_by text references identity.api_keys);
      create index api_keys_of_account on identity.api_keys (account_id) where revoked_at is null;

      -- An account lets the agency that looks after it read what callers said, until a moment.
      create table routing.access_grants (
        id uuid primary key, account_id uuid not null references routing.accounts, agency_id uuid not null references identity.agencies,
        granted_by uuid not null references identity.users, created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null, revoked_at timestamptz, revoked_by uuid references identity.users,
        check (expires_at > created_at));
      create index access_grants_of_account on routing.access_grants (account_id, expires_at);

      -- Requests of a minute, summed over replicas. Unlogged: a count is worth no disk flush, and a crash may forget it.
      create unlogged table platform.rate_counts (
        subject text not null, minute int not null, used int not null, primary key (subject, minute));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table platform.rate_counts; drop table routing.access_grants; drop table identity.api_keys;`);
  }
}
