import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alarmOn, tenantWall } from './tenant-wall.js';

/** The steps that give an account its number and assistant, each recorded before it is taken. */
export class RecordProvisioning1763717820000 implements MigrationInterface {
  name = 'RecordProvisioning1763717820000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The carrier's subaccount of an account; its webhooks are signed with this token and no other.
      create table carrier_accounts (
        account_id uuid primary key references accounts (account_id), carrier_sid text not null, sealed_token text not null,
        opened_at timestamptz not null default app_now());
      ${tenantWall('carrier_accounts')}
      create table routing.carrier_accounts (
        carrier_sid text primary key, account_id uuid not null references routing.accounts);
      -- Calls we placed from a subaccount's number; inbound ones are found through routing.calls.
      create table routing.carrier_calls (call_sid text primary key, carrier_sid text not null);
      -- Null: the platform's own carrier account.
      alter table routing.lines add column carrier_sid text;
      -- One row per purchase, so that an agency's haste is bounded across its accounts (FRD-02).
      create table routing.number_orders (
        id uuid primary key, account_id uuid not null references routing.accounts, agency_id uuid references identity.agencies,
        at timestamptz not null default app_now());
      create index number_orders_agency on routing.number_orders (agency_id, at);

      alter table lines
        add column carrier_sid text, add column is_bought boolean not null default false,
        add column state text not null default 'live' check (state in ('live', 'releasing', 'released')),
        add column release_due_at timestamptz, add column released_at timestamptz,
        add column assistant_version int, add column next_audit_at timestamptz, add column audited_at timestamptz,
        add column drift text[] not null default '{}',
        add check ((state = 'releasing') = (release_due_at is not null));
      ${alarmOn('lines', 'line_release', 'release_due_at', 8)}
      ${alarmOn('lines', 'line_audit', 'next_audit_at', 9)}

      create table provisionings (
        account_id uuid not null references accounts (account_id), id uuid not null, line_id uuid not null,
        kind text not null check (kind in ('buy', 'bring')), wanted_number text, wanted_area_code text check (wanted_area_code ~ '^[2-9][0-9]{2}$'),
        state text not null default 'running' check (state in ('running', 'failed', 'finished', 'abandoning', 'abandoned')),
        facts jsonb not null default '{}', error_code text,
        held_by uuid, held_until timestamptz,
        created_at timestamptz not null, ended_at timestamptz, primary key (account_id, id));
      create unique index provisionings_open on provisionings (account_id) where state in ('running', 'failed', 'abandoning');
      ${tenantWall('provisionings')}

      create table provisioning_steps (
        account_id uuid not null references accounts (account_id), id uuid not null, provisioning_id uuid not null,
        position int not null, step text not null,
        state text not null default 'pending' check (state in ('pending', 'started', 'done', 'failed', 'undone')),
        attempts int not null default 0, error_code text, started_at timestamptz, ended_at timestamptz,
        primary key (account_id, id), unique (account_id, provisioning_id, step),
        foreign key (account_id, provisioning_id) references provisionings (account_id, id));
      ${tenantWall('provisioning_steps')}

      create table forwarding_checks (
        account_id uuid not null references accounts (account_id), id uuid not null, line_id uuid not null, business_number text not null,
        caller_number text not null, state text not null default 'calling' check (state in ('calling', 'arrived', 'not_arrived', 'failed')),
        call_sid text, error_code text, placed_at timestamptz not null, arrived_at timestamptz, due_at timestamptz,
        primary key (account_id, id), foreign key (account_id, line_id) references lines (account_id, id));
      create index forwarding_checks_newest on forwarding_checks (account_id, placed_at desc);
      ${tenantWall('forwarding_checks')}
      ${alarmOn('forwarding_checks', 'forwarding_check', 'due_at', 6)}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table forwarding_checks, provisioning_steps, provisionings, carrier_accounts cascade;
      drop trigger arm_line_release on lines; drop trigger arm_line_audit on lines;
      alter table lines drop column carrier_sid, drop column is_bought, drop column state, drop column release_due_at,
        drop column released_at, drop column assistant_version, drop column next_audit_at, drop column audited_at, drop column drift;
      alter table routing.lines drop column carrier_sid;
      drop table routing.carrier_accounts, routing.carrier_calls, routing.number_orders;`);
  }
}
