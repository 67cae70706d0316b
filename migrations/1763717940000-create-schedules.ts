import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alarmOn, tenantWall } from './tenant-wall.js';

/** Who is on call when: layers, turns, overrides, time off; and phones verified by a code of their own. */
export class CreateSchedules1763717940000 implements MigrationInterface {
  name = 'CreateSchedules1763717940000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Ids inside an exclusion constraint; a trusted extension, so the owner of the database may install it.
      create extension if not exists btree_gist;

      -- A roster without layers is the PRD's form: one layer that never rotates.
      alter table on_call_rosters add column has_layers boolean not null default false, add column notices_enabled boolean not null default true,
        add column notices_told_until timestamptz, add column next_notice_at timestamptz;
      ${alarmOn('on_call_rosters', 'hand_off', 'next_notice_at', 6)}

      create table on_call_layers (
        account_id uuid not null references accounts (account_id), id uuid not null, position int not null check (position between 0 and 19),
        name text not null check (length(name) between 1 and 60), rank int not null check (rank between 1 and 9),
        starts_on text check (starts_on ~ '^\\d{4}-\\d\\d-\\d\\d$'), hand_off text check (hand_off ~ '^([01]\\d|2[0-3]):[0-5]\\d$'),
        every int check (every between 1 and 52), unit text check (unit in ('hour', 'day', 'week')),
        trades text[] not null default '{}', zips text[] not null default '{}', windows jsonb not null default '[]',
        holidays text not null default 'normal' check (holidays in ('normal', 'skip', 'only')),
        check (num_nulls(starts_on, hand_off, every, unit) in (0, 4)),
        primary key (account_id, id));
      ${tenantWall('on_call_layers')}

      create table on_call_turns (
        account_id uuid not null, layer_id uuid not null, position int not null, seat int not null, contact_id uuid not null,
        primary key (account_id, layer_id, position, seat),
        foreign key (account_id, layer_id) references on_call_layers (account_id, id) on delete cascade,
        foreign key (account_id, contact_id) references contacts (account_id, id));
      ${tenantWall('on_call_turns')}

      create table on_call_backups (
        account_id uuid not null references accounts (account_id), position int not null, contact_id uuid not null,
        primary key (account_id, position), unique (account_id, contact_id),
        foreign key (account_id, contact_id) references contacts (account_id, id));
      ${tenantWall('on_call_backups')}

      -- An override that was ended early keeps what it was until then; one cancelled before it began is empty.
      create table on_call_overrides (
        account_id uuid not null references accounts (account_id), id uuid not null, layer_id uuid,
        out_contact_id uuid, in_contact_id uuid not null, starts_at timestamptz not null, ends_at timestamptz not null,
        reason text not null default '' check (length(reason) <= 200), created_by jsonb not null, created_at timestamptz not null,
        primary key (account_id, id), check (starts_at <= ends_at), check (out_contact_id is null or out_contact_id <> in_contact_id),
        foreign key (account_id, layer_id) references on_call_layers (account_id, id) on delete cascade,
        foreign key (account_id, out_contact_id) references contacts (account_id, id),
        foreign key (account_id, in_contact_id) references contacts (account_id, id),
        -- Two people can't stand in for the same one on the same layer at once; null stands for "all" in both columns.
        constraint on_call_overrides_agree exclude using gist (
          account_id with =, coalesce(layer_id, account_id) with =, coalesce(out_contact_id, account_id) with =,
          tstzrange(starts_at, ends_at) with &&));
      create index on_call_overrides_until on on_call_overrides (account_id, ends_at);
      ${tenantWall('on_call_overrides')}

      create table on_call_time_off (
        account_id uuid not null references accounts (account_id), id uuid not null, contact_id uuid not null,
        starts_at timestamptz not null, ends_at timestamptz not null, reason text not null default '' check (length(reason) <= 200),
        created_at timestamptz not null, primary key (account_id, id), check (starts_at <= ends_at),
        foreign key (account_id, contact_id) references contacts (account_id, id));
      create index on_call_time_off_until on on_call_time_off (account_id, ends_at);
      ${tenantWall('on_call_time_off')}

      create table ring_groups (
        account_id uuid not null references accounts (account_id), id uuid not null,
        name text not null check (length(name) between 1 and 60), created_at timestamptz not null default app_now(),
        primary key (account_id, id), unique (account_id, name));
      ${tenantWall('ring_groups')}
      create table ring_group_members (
        account_id uuid not null, group_id uuid not null, position int not null, contact_id uuid not null,
        primary key (account_id, group_id, position), unique (account_id, group_id, contact_id),
        foreign key (account_id, group_id) references ring_groups (account_id, id) on delete cascade,
        foreign key (account_id, contact_id) references contacts (account_id, id));
      ${tenantWall('ring_group_members')}

      -- News about the team for one person: written with the change, sent once after it.
      create table on_call_notes (
        account_id uuid not null references accounts (account_id), id uuid not null, contact_id uuid not null, body text not null,
        created_at timestamptz not null, sent_at timestamptz, outcome text check (outcome in ('accepted', 'refused', 'unknown', 'no_line')),
        primary key (account_id, id), foreign key (account_id, contact_id) references contacts (account_id, id));
      ${tenantWall('on_call_notes')}

      -- Who knows the address of a feed may read it, so only its hash is kept. A feed of one person names a contact.
      create table calendar_feeds (
        account_id uuid not null references accounts (account_id), id uuid not null, contact_id uuid,
        created_at timestamptz not null, revoked_at timestamptz, primary key (account_id, id),
        foreign key (account_id, contact_id) references contacts (account_id, id));
      ${tenantWall('calendar_feeds')}
      create table routing.calendar_feeds (
        token_hash bytea primary key, account_id uuid not null references routing.accounts, feed_id uuid not null);

      alter table contacts add column line_type text not null default 'unknown'
          check (line_type in ('mobile', 'landline', 'fixed_voip', 'non_fixed_voip', 'toll_free', 'unknown'));
      -- The open proof of a phone: one per contact, void after 15 minutes or five wrong codes. The code is sealed, not hashed: it must be spoken.
      create table contact_verifications (
        account_id uuid not null references accounts (account_id), contact_id uuid not null, id uuid not null, phone text not null,
        channel text not null check (channel in ('sms', 'voice')), sealed_code text not null, attempts int not null default 0,
        expires_at timestamptz not null, primary key (account_id, contact_id),
        foreign key (account_id, contact_id) references contacts (account_id, id));
      ${tenantWall('contact_verifications')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table contact_verifications, routing.calendar_feeds, calendar_feeds, on_call_notes, ring_group_members, ring_groups,
        on_call_time_off, on_call_overrides, on_call_backups, on_call_turns, on_call_layers cascade;
      alter table contacts drop column line_type;
      drop trigger arm_hand_off on on_call_rosters;
      alter table on_call_rosters drop column has_layers, drop column notices_enabled, drop column notices_told_until, drop column next_notice_at;`);
  }
}
