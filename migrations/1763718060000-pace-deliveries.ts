import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantWall } from './tenant-wall.js';

/**
 * How often a phone may be texted or rung, so that a storm becomes a few texts; and who answers the shared sender of
 * staff alerts.
 */
export class PaceDeliveries1763718060000 implements MigrationInterface {
  name = 'PaceDeliveries1763718060000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What was sent unasked to whom, so that the pace of one phone is one index read on any replica. Null: not paced.
      alter table alert_attempts add column contact_id uuid, add column channel text check (channel in ('sms', 'voice'));
      create index alert_attempts_pace on alert_attempts (account_id, contact_id, channel, started_at desc) where contact_id is not null;

      -- sender: our number the text came from. bundled_into: the alert whose text carries this one's code.
      alter table alerts add column sender text, add column bundled_into uuid, add column is_answer boolean not null default false,
        add constraint alerts_bundled_into foreign key (account_id, bundled_into) references alerts (account_id, id);
      create index alerts_bundle on alerts (account_id, bundled_into) where bundled_into is not null;
      create index alerts_waiting on alerts (account_id, contact_id) where state = 'pending';

      -- "Sorry, I don't understand" said in a row, so that two answering machines don't talk all night, on any replica.
      create table reply_streaks (
        account_id uuid not null references accounts (account_id), contact_id uuid not null,
        sorries int not null, last_at timestamptz not null,
        primary key (account_id, contact_id), foreign key (account_id, contact_id) references contacts (account_id, id));
      ${tenantWall('reply_streaks')}

      -- Whose technicians the shared sender has texted. A keyed hash of the phone: the number itself stays behind the walls.
      create table routing.alert_threads (
        sender text not null, phone_key bytea not null, account_id uuid not null references routing.accounts,
        texted_at timestamptz not null, primary key (sender, phone_key, account_id));
      -- Where a text to the shared sender went, so that its second delivery goes the same way.
      create table routing.inbound_texts (
        message_sid text primary key, account_ids uuid[] not null, received_at timestamptz not null);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table routing.inbound_texts, routing.alert_threads, reply_streaks;
      drop index alerts_waiting, alerts_bundle, alert_attempts_pace;
      alter table alerts drop constraint alerts_bundled_into, drop column is_answer, drop column bundled_into, drop column sender;
      alter table alert_attempts drop column channel, drop column contact_id;
    `);
  }
}
