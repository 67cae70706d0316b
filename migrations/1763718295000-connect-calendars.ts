import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantWall } from './tenant-wall.js';

/** The calendar a contractor let us use, and the questions to Google that are not answered yet. */
export class ConnectCalendars1763718295000 implements MigrationInterface {
  name = 'ConnectCalendars1763718295000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One per account. Without a token the permission was lost, and the row says since when.
      create table calendar_connections (
        account_id uuid primary key references accounts (account_id), sealed_token text,
        connected_as text not null, calendar_id text not null, calendar_name text not null,
        connected_by uuid not null, connected_at timestamptz not null,
        looked_at timestamptz, failure_code text, lost_at timestamptz,
        check (num_nonnulls(sealed_token, lost_at) = 1));
      ${tenantWall('calendar_connections')}

      -- What one browser was sent to Google with: gone when it is used. Real time, as everything about sign-in.
      create table calendar_consents (
        account_id uuid not null references accounts (account_id), id uuid not null, user_id uuid not null, family_id uuid not null,
        state_hash text not null, sealed_verifier text not null,
        expires_at timestamptz not null default clock_timestamp() + interval '15 minutes',
        primary key (account_id, id), unique (account_id, state_hash));
      ${tenantWall('calendar_consents')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table calendar_consents, calendar_connections`);
  }
}
