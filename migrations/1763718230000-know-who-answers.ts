import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alarmOn, tenantWall } from './tenant-wall.js';

/** A shift nobody confirmed is told to the next in line; who is busy for a while; old phones are looked up. */
export class KnowWhoAnswers1763718230000 implements MigrationInterface {
  name = 'KnowWhoAnswers1763718230000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- confirm_by: when the next in line is told of a shift its person has not confirmed; null as soon as that is settled.
      alter table on_call_notes drop constraint on_call_notes_kind_check,
        add constraint on_call_notes_kind_check check (kind in ('news', 'hand_off', 'test')),
        add column shift_starts_at timestamptz, add column shift_ends_at timestamptz,
        add column confirm_by timestamptz, add column next_told_id uuid, add column next_told_at timestamptz,
        add check (num_nulls(shift_starts_at, shift_ends_at) in (0, 2)),
        add check (num_nulls(next_told_id, next_told_at) in (0, 2)),
        add constraint on_call_notes_next_told foreign key (account_id, next_told_id) references contacts (account_id, id);
      ${alarmOn('on_call_notes', 'hand_off_silence', 'confirm_by', 6)}

      -- "BUSY 2H": paged after everybody else for a while. No change of the plan, so it is no time off.
      create table on_call_busy (
        account_id uuid not null references accounts (account_id), id uuid not null, contact_id uuid not null,
        starts_at timestamptz not null, ends_at timestamptz not null, created_by jsonb not null, created_at timestamptz not null,
        primary key (account_id, id), check (starts_at <= ends_at),
        foreign key (account_id, contact_id) references contacts (account_id, id),
        constraint on_call_busy_once exclude using gist (
          account_id with =, contact_id with =, tstzrange(starts_at, ends_at) with &&));
      create index on_call_busy_until on on_call_busy (account_id, ends_at);
      ${tenantWall('on_call_busy')}

      -- Phones saved before anybody asked what line they are: one question every two seconds, all accounts together.
      alter table contacts add column look_up_at timestamptz;
      ${alarmOn('contacts', 'line_lookup', 'look_up_at', 9)}
      alter table contacts no force row level security;
      update contacts c set look_up_at = app_now() + make_interval(secs => 2 * o.nth)
        from (select account_id, id, row_number() over (order by account_id, id) as nth
              from contacts where line_type_at is null and is_active) o
        where c.account_id = o.account_id and c.id = o.id;
      alter table contacts force row level security;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from routing.alarms where kind in ('hand_off_silence', 'line_lookup');
      drop trigger arm_line_lookup on contacts;
      alter table contacts drop column look_up_at;
      drop table on_call_busy;
      drop trigger arm_hand_off_silence on on_call_notes;
      alter table on_call_notes drop column next_told_at, drop column next_told_id, drop column confirm_by,
        drop column shift_ends_at, drop column shift_starts_at, drop constraint on_call_notes_kind_check;
      alter table on_call_notes no force row level security;
      delete from on_call_notes where kind = 'test';
      alter table on_call_notes force row level security,
        add constraint on_call_notes_kind_check check (kind in ('news', 'hand_off'));`);
  }
}
