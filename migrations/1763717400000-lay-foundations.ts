import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Schemas, the one clock that decides what is due, and the lookups that must precede the tenant.
 * `routing` holds ids and our own numbers only: nothing about a caller may ever be stored there.
 */
export class LayFoundations1763717400000 implements MigrationInterface {
  name = 'LayFoundations1763717400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema routing;
      create schema identity;
      create schema platform;

      -- Tests and the scaled demo move this row; in production it stays the identity.
      create table platform.clock (
        only_row boolean primary key default true check (only_row),
        anchor_real timestamptz not null default clock_timestamp(),
        anchor_virtual timestamptz not null default clock_timestamp(),
        scale double precision not null default 1 check (scale >= 0));
      insert into platform.clock (anchor_virtual, anchor_real) values (to_timestamp(0), to_timestamp(0));
      create function app_now() returns timestamptz language sql volatile as $$
        select anchor_virtual + (clock_timestamp() - anchor_real) * scale from platform.clock $$;

      create table identity.agencies (
        id uuid primary key, name text not null check (length(name) between 1 and 120),
        created_at timestamptz not null default app_now());
      create table identity.users (
        id uuid primary key, email text not null unique check (email = lower(email) and length(email) <= 254),
        name text not null check (length(name) between 1 and 120), password_hash text not null,
        is_active boolean not null default true, created_at timestamptz not null default app_now());
      -- A family is one sign-in; its tokens are rotated, and the reuse of a consumed one revokes them all.
      create table identity.refresh_tokens (
        id uuid primary key, family_id uuid not null, user_id uuid not null references identity.users,
        token_hash bytea not null unique, issued_at timestamptz not null, expires_at timestamptz not null,
        consumed_at timestamptz, revoked_at timestamptz);
      create index refresh_tokens_family on identity.refresh_tokens (family_id);

      create table routing.accounts (
        account_id uuid primary key, agency_id uuid references identity.agencies,
        status text not null default 'active' check (status in ('active', 'suspended', 'closed')));
      create index accounts_agency on routing.accounts (agency_id);
      create table routing.memberships (
        id uuid primary key, user_id uuid not null references identity.users,
        account_id uuid references routing.accounts, agency_id uuid references identity.agencies,
        role text not null check (role in ('agency_admin', 'owner', 'dispatcher', 'csr')),
        check ((role = 'agency_admin') = (agency_id is not null)), check ((account_id is null) <> (agency_id is null)),
        unique nulls not distinct (user_id, account_id, agency_id));
      create table routing.lines (number text primary key, account_id uuid not null references routing.accounts, line_id uuid not null);
      -- Provider references (Twilio CallSid, Vapi call id) to the call they belong to.
      create table routing.calls (
        provider_ref text primary key, account_id uuid not null references routing.accounts, call_id uuid not null);
      -- Calls to a number that no account owns: the operator looks here.
      create table routing.stray_calls (
        call_sid text primary key, to_number text not null, at timestamptz not null default app_now(), recording_sid text);

      -- Everything that becomes due: a visibility time-out per row, so that a dead worker's claim comes back by itself.
      create table routing.alarms (
        kind text not null, account_id uuid not null references routing.accounts, subject_id uuid not null,
        due_at timestamptz not null, priority smallint not null default 5,
        claimed_by uuid, claimed_until timestamptz, failures int not null default 0,
        primary key (kind, subject_id));
      create index alarms_due on routing.alarms (priority, due_at);
      -- Each worker keeps a session advisory lock on its number while it lives: a lock that can be taken belongs to a dead one.
      create table routing.workers (
        id uuid primary key, lock_key bigint not null unique, engine_version int not null, started_at timestamptz not null default clock_timestamp());
      -- A worker older than this may not touch the rows: mixed deploys page nobody twice.
      create table platform.engine (only_row boolean primary key default true check (only_row), version int not null);
      insert into platform.engine (version) values (1);

      create function routing.arm_alarm() returns trigger language plpgsql as $$
      declare due timestamptz := (to_jsonb(new) ->> tg_argv[1])::timestamptz;
              subject uuid := coalesce((to_jsonb(new) ->> 'id')::uuid, new.account_id);
      begin
        if due is null then
          delete from routing.alarms where kind = tg_argv[0] and subject_id = subject;
        else
          insert into routing.alarms (kind, account_id, subject_id, due_at, priority)
          values (tg_argv[0], new.account_id, subject, due, tg_argv[2]::smallint)
          on conflict (kind, subject_id) do update
            set due_at = excluded.due_at, claimed_by = null, claimed_until = null, failures = 0;
        end if;
        return null;
      end $$;

      -- Ids of journal entries across accounts, so that one relay per replica can wake the right live streams.
      create table routing.journal_feed (
        xid xid8 not null default pg_current_xact_id(), account_id uuid not null, at timestamptz not null default clock_timestamp());
      create index journal_feed_xid on routing.journal_feed (xid);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop schema routing cascade; drop schema identity cascade; drop function app_now(); drop schema platform cascade;`,
    );
  }
}
