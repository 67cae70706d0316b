import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alarmOn, tenantWall } from './tenant-wall.js';

/** The contractor, its after-hours settings (PRD after_hours_config), its lines and its on-call people (PRD oncall_config). */
export class CreateAccountsAndConfig1763717460000 implements MigrationInterface {
  name = 'CreateAccountsAndConfig1763717460000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table accounts (
        account_id uuid primary key, agency_id uuid, name text not null check (length(name) between 1 and 120),
        time_zone text not null, state text check (state ~ '^[A-Z]{2}$'), created_at timestamptz not null default app_now());
      ${tenantWall('accounts')}

      create table after_hours_configs (
        account_id uuid primary key references accounts (account_id),
        version int not null default 1, is_active boolean not null default true, always_active boolean not null default false,
        hours jsonb not null, closures jsonb not null default '[]',
        business_number text, ring_seconds int not null default 20 check (ring_seconds between 5 and 60),
        owner_name text not null, trades text[] not null, service_area text not null default '',
        services text[] not null default '{}', ai_name text not null default 'Alex', voice_id text not null default 'Elliot',
        greeting text not null, additional_instructions text not null default '' check (length(additional_instructions) <= 2000),
        faq jsonb not null default '[]', languages text[] not null default '{en}',
        emergency_phrases text[] not null default '{}',
        recording_notice text not null default 'on' check (recording_notice in ('on', 'attested_off')),
        ai_disclosure text not null default 'on_request' check (ai_disclosure in ('on_request', 'in_greeting')),
        calendar_enabled boolean not null default false,
        digest_enabled boolean not null default true,
        digest_channel text not null default 'slack' check (digest_channel in ('slack', 'sms', 'email')),
        digest_slack_webhook text, digest_email text, digest_phone text, digest_time text not null default '06:00' check (digest_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
        average_emergency_value_cents bigint not null default 190000 check (average_emergency_value_cents >= 0),
        watchdog_enabled boolean not null default true,
        updated_at timestamptz not null default app_now());
      ${tenantWall('after_hours_configs')}

      create table lines (
        account_id uuid not null references accounts (account_id), id uuid not null,
        number text not null, provider_number_sid text, assistant_id text, assistant_hash text, voice_number_id text,
        sms_capability text not null default 'approved' check (sms_capability in ('none', 'pending', 'approved', 'blocked')),
        created_at timestamptz not null default app_now(), primary key (account_id, id), unique (account_id, number));
      ${tenantWall('lines')}

      create table contacts (
        account_id uuid not null references accounts (account_id), id uuid not null,
        name text not null check (length(name) between 1 and 80), phone text not null,
        channels text[] not null default '{voice,sms}', consent_at timestamptz, verified_at timestamptz,
        sms_opted_out_at timestamptz, is_active boolean not null default true,
        created_at timestamptz not null default app_now(), primary key (account_id, id), unique (account_id, phone));
      ${tenantWall('contacts')}

      create table on_call_rosters (
        account_id uuid primary key references accounts (account_id), version int not null default 1,
        primary_contact_id uuid not null, backup_contact_id uuid, owner_contact_id uuid not null,
        warm_transfer_enabled boolean not null default true,
        warm_transfer_timeout_seconds int not null default 25 check (warm_transfer_timeout_seconds between 5 and 60),
        sms_oncall_delay_seconds int not null default 0 check (sms_oncall_delay_seconds >= 0),
        auto_dial_delay_seconds int not null default 60 check (auto_dial_delay_seconds >= 0),
        backup_delay_seconds int not null default 600 check (backup_delay_seconds >= 0),
        owner_delay_seconds int not null default 1200 check (owner_delay_seconds >= 0),
        updated_at timestamptz not null default app_now(),
        foreign key (account_id, primary_contact_id) references contacts (account_id, id),
        foreign key (account_id, backup_contact_id) references contacts (account_id, id),
        foreign key (account_id, owner_contact_id) references contacts (account_id, id));
      ${tenantWall('on_call_rosters')}

      create table digest_schedules (
        account_id uuid primary key references accounts (account_id),
        next_digest_at timestamptz, last_window_end timestamptz);
      ${tenantWall('digest_schedules')}
      ${alarmOn('digest_schedules', 'digest', 'next_digest_at', 7)}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop table digest_schedules, on_call_rosters, contacts, lines, after_hours_configs, accounts cascade;`,
    );
  }
}
