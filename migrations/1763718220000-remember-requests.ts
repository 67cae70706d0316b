import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a client may send again without doing it twice (API-07), and the new address somebody wants until it answers. */
export class RememberRequests1763718220000 implements MigrationInterface {
  name = 'RememberRequests1763718220000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One use of an Idempotency-Key by one principal in one account or agency. request_id changes hands when a request is
      -- taken over, so that the process it is taken from can no longer commit. answer: sealed, because it holds tenants' data.
      create table platform.idempotent_requests (
        scope text not null, principal text not null, key text not null check (length(key) between 1 and 255),
        fingerprint bytea not null check (length(fingerprint) = 32), request_id uuid not null unique,
        created_at timestamptz not null default clock_timestamp(), lease_until timestamptz not null,
        effect_at timestamptz, finished_at timestamptz, answer text, primary key (scope, principal, key));
      create index idempotent_requests_over on platform.idempotent_requests (created_at);

      -- The old address stays until the new one has answered.
      create table identity.address_changes (
        id uuid primary key, user_id uuid not null references identity.users,
        email text not null check (email = lower(email) and length(email) <= 254), token_hash bytea not null unique,
        created_at timestamptz not null default clock_timestamp(), expires_at timestamptz not null, used_at timestamptz);
      create index address_changes_of_user on identity.address_changes (user_id) where used_at is null;
      create index address_changes_over on identity.address_changes (expires_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table identity.address_changes; drop table platform.idempotent_requests;`);
  }
}
