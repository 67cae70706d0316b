import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantWall } from './tenant-wall.js';

/** The morning summary, stored before it is delivered, and the one append-only journal. */
export class CreateDigestsAndJournal1763717640000 implements MigrationInterface {
  name = 'CreateDigestsAndJournal1763717640000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table digest_history (
        account_id uuid not null references accounts (account_id), id uuid not null, digest_date date not null,
        window_start timestamptz not null, window_end timestamptz not null,
        total_calls int not null, emergencies int not null, routine_booked int not null, routine_callback int not null, spam int not null,
        abandoned int not null default 0, channel text not null check (channel in ('slack', 'sms', 'email')),
        content text not null, entries jsonb not null default '[]',
        attempts int not null default 0, last_error text, sent_at timestamptz, created_at timestamptz not null,
        primary key (account_id, id), unique (account_id, digest_date), check (window_start <= window_end));
      create index digest_history_newest on digest_history (account_id, digest_date desc);
      ${tenantWall('digest_history')}

      create table journal (
        account_id uuid not null references accounts (account_id), id uuid not null,
        xid xid8 not null default pg_current_xact_id(), seq bigint generated always as identity,
        at timestamptz not null, event text not null, subject_id uuid, call_id uuid, actor jsonb not null, data jsonb not null default '{}',
        primary key (account_id, id));
      create index journal_cursor on journal (account_id, xid, seq);
      create index journal_subject on journal (account_id, subject_id, seq);
      ${tenantWall('journal')}
      create function feed_journal() returns trigger language plpgsql as $$
      begin insert into routing.journal_feed (account_id) values (new.account_id); return null; end $$;
      create trigger feed_journal after insert on journal for each row execute function feed_journal();
      create function journal_is_append_only() returns trigger language plpgsql as $$
      begin raise exception 'the journal is append-only'; end $$;
      create trigger journal_is_append_only before update or delete on journal for each statement execute function journal_is_append_only();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop table journal, digest_history cascade; drop function feed_journal(); drop function journal_is_append_only();`,
    );
  }
}
