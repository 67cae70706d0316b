import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantWall } from './tenant-wall.js';

/** Where each contractor stands on the way to going live. */
export class CreateOnboarding1763718120000 implements MigrationInterface {
  name = 'CreateOnboarding1763718120000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What only a person can know, with who said so and when. Everything else is read from the rows it is about.
      create table onboarding_confirmations (
        account_id uuid not null references accounts (account_id),
        step text not null check (step in ('hours', 'forwarding', 'voice', 'compliance')),
        confirmed_by uuid not null, confirmed_at timestamptz not null, primary key (account_id, step));
      ${tenantWall('onboarding_confirmations')}

      -- A list of contractors an agency brought. The accounts' ids are chosen before the work begins: a job that died goes on
      -- where it stopped and adds nobody twice.
      create table identity.contractor_imports (
        id uuid primary key, agency_id uuid not null references identity.agencies, created_by uuid not null references identity.users,
        created_at timestamptz not null);
      create index contractor_imports_agency on identity.contractor_imports (agency_id, created_at desc);
      create table identity.contractor_import_rows (
        import_id uuid not null references identity.contractor_imports, line int not null, account_id uuid not null,
        draft jsonb, problems jsonb not null default '[]',
        state text not null check (state in ('waiting', 'added', 'broken', 'failed')), says text,
        primary key (import_id, line));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop table identity.contractor_import_rows, identity.contractor_imports, onboarding_confirmations cascade`,
    );
  }
}
