import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Verified addresses, second factors, sessions that can be seen and ended, invitations (reference/security-and-reliability
 * 2.1). Secrets are stored as SHA-256 or sealed; all times are real time, because a played night must not sign people out.
 */
export class SecureSignIn1763717700000 implements MigrationInterface {
  name = 'SecureSignIn1763717700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One sign-in on one browser: the family of its refresh tokens. aal 2: a second factor was given.
      create table identity.sessions (
        family_id uuid primary key, user_id uuid not null references identity.users,
        created_at timestamptz not null default clock_timestamp(), last_seen_at timestamptz not null default clock_timestamp(),
        idle interval not null default interval '12 hours', ends_at timestamptz not null default clock_timestamp() + interval '7 days',
        user_agent text check (length(user_agent) <= 300), ip_prefix text,
        aal smallint not null default 1 check (aal in (1, 2)), factor_at timestamptz not null default clock_timestamp(),
        revoked_at timestamptz);
      create index sessions_of_user on identity.sessions (user_id, ends_at);
      insert into identity.sessions (family_id, user_id, created_at, last_seen_at, factor_at, ends_at, revoked_at)
        select family_id, min(user_id::text)::uuid, min(issued_at), max(issued_at), min(issued_at), max(expires_at), max(revoked_at)
        from identity.refresh_tokens group by family_id;
      alter table identity.refresh_tokens drop column revoked_at,
        add foreign key (family_id) references identity.sessions;

      -- Who asked to join, until the address has answered. becomes_id: the agency or account that the answer creates.
      create table identity.sign_ups (
        id uuid primary key, kind text not null check (kind in ('agency', 'contractor')), becomes_id uuid not null,
        organisation text not null check (length(organisation) between 1 and 120), time_zone text not null,
        name text not null check (length(name) between 1 and 120), email text not null check (email = lower(email) and length(email) <= 254),
        password_hash text not null, token_hash bytea not null unique,
        created_at timestamptz not null default clock_timestamp(), expires_at timestamptz not null, used_at timestamptz);
      create index sign_ups_over on identity.sign_ups (expires_at) where used_at is null;
      -- Bound to the address, not the user: asking for an unknown one does the same work.
      create table identity.resets (
        id uuid primary key, email text not null, token_hash bytea not null unique,
        created_at timestamptz not null default clock_timestamp(), expires_at timestamptz not null, used_at timestamptz);
      create index resets_over on identity.resets (expires_at);
      create index resets_of_address on identity.resets (email);
      create table identity.invitations (
        id uuid primary key, account_id uuid references routing.accounts, agency_id uuid references identity.agencies,
        organisation text not null, email text not null check (email = lower(email) and length(email) <= 254),
        role text not null check (role in ('agency_admin', 'owner', 'dispatcher', 'csr')),
        invited_by uuid not null references identity.users, token_hash bytea not null unique,
        created_at timestamptz not null default clock_timestamp(), expires_at timestamptz not null,
        accepted_at timestamptz, revoked_at timestamptz,
        check ((role = 'agency_admin') = (agency_id is not null)), check ((account_id is null) <> (agency_id is null)));
      create unique index one_open_invitation on identity.invitations (account_id, agency_id, email) nulls not distinct
        where accepted_at is null and revoked_at is null;

      -- last_step: the newest 30-second step that was used; an older or equal one is a replay.
      create table identity.second_factors (
        user_id uuid primary key references identity.users, sealed_seed text not null, last_step bigint not null default 0,
        started_at timestamptz not null default clock_timestamp(), confirmed_at timestamptz);
      create table identity.recovery_codes (
        user_id uuid not null references identity.users, code_hash bytea not null, used_at timestamptz, primary key (user_id, code_hash));
      -- Between the right password and the code. code_hash: the code that was mailed instead of an authenticator's.
      create table identity.sign_in_tickets (
        id uuid primary key, user_id uuid not null references identity.users, token_hash bytea not null unique,
        code_hash bytea, tries int not null default 0, created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null, used_at timestamptz);
      create index tickets_over on identity.sign_in_tickets (expires_at);

      -- Failures per hashed address and network, in the database so that they hold over replicas.
      create table identity.throttles (
        key text primary key, failures int not null, since timestamptz not null, blocked_until timestamptz, forget_at timestamptz not null);
      create index throttles_forgotten on identity.throttles (forget_at);

      -- E-mails to send: written with the rows they are about, sent by a job. The facts hold links, so they are sealed and dropped when sent.
      create table identity.letters (
        id uuid primary key, kind text not null, to_address text not null, sealed_facts text,
        state text not null default 'waiting' check (state in ('waiting', 'sent', 'dropped', 'refused', 'failed')),
        attempts int not null default 0, last_error text,
        created_at timestamptz not null default clock_timestamp(), expires_at timestamptz not null, sent_at timestamptz);
      create index letters_over on identity.letters (created_at) where state <> 'waiting';

      -- Sign-ins and changes of credentials: what happens to a person rather than in one contractor's account.
      create table identity.events (
        id uuid primary key, at timestamptz not null default clock_timestamp(), event text not null, user_id uuid,
        family_id uuid, ip_prefix text, user_agent text, data jsonb not null default '{}');
      create index events_of_user on identity.events (user_id, at desc);
      create function identity.events_are_append_only() returns trigger language plpgsql as $$
      begin raise exception 'identity.events is append-only'; end $$;
      create trigger events_are_append_only before update or delete on identity.events
        for each statement execute function identity.events_are_append_only();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.refresh_tokens add column revoked_at timestamptz;
      update identity.refresh_tokens t set revoked_at = s.revoked_at from identity.sessions s where s.family_id = t.family_id;
      alter table identity.refresh_tokens drop constraint refresh_tokens_family_id_fkey;
      drop table identity.sessions, identity.sign_ups, identity.resets, identity.invitations, identity.second_factors,
        identity.recovery_codes, identity.sign_in_tickets, identity.throttles, identity.letters, identity.events;
      drop function identity.events_are_append_only();
    `);
  }
}
