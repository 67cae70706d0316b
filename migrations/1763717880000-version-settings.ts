import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantWall } from './tenant-wall.js';

/** Published versions of the after-hours settings, one push of the assistant at a time, and test calls. */
export class VersionSettings1763717880000 implements MigrationInterface {
  name = 'VersionSettings1763717880000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What was in force under each number, without secrets. Rows are never changed.
      create table config_versions (
        account_id uuid not null references accounts (account_id), number int not null,
        settings jsonb not null, changed text[] not null default '{}',
        saved_by jsonb not null, saved_at timestamptz not null, note text check (length(note) <= 200), restored_from int,
        primary key (account_id, number));
      ${tenantWall('config_versions')}

      -- Whose push of the assistant is under way; it runs out, so that a dead worker blocks nobody for long.
      alter table lines
        add column push_held_by uuid, add column push_held_until timestamptz,
        add column assistant_published_at timestamptz, add column assistant_error text,
        add check ((push_held_by is null) = (push_held_until is null));

      -- A call somebody of the account asked for to hear its own agent: in no digest, statistic, card or incident.
      alter table calls add column is_test boolean not null default false;
      alter table calls add column asked_by uuid;
      create index calls_tests on calls (account_id, called_at desc) where is_test;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table calls drop column is_test, drop column asked_by;
      alter table lines drop column push_held_by, drop column push_held_until, drop column assistant_published_at,
        drop column assistant_error;
      drop table config_versions;`);
  }
}
