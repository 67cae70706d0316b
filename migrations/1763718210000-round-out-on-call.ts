import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alarmOn, tenantWall } from './tenant-wall.js';

/** What phones are, who is asked to take a night over by text, and calls the office places itself. */
export class RoundOutOnCall1763718210000 implements MigrationInterface {
  name = 'RoundOutOnCall1763718210000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What was paid for: a number is looked up once, however often somebody types it in again.
      create table line_lookups (
        account_id uuid not null references accounts (account_id), phone text not null,
        line_type text not null check (line_type in ('mobile', 'landline', 'fixed_voip', 'non_fixed_voip', 'toll_free', 'unknown')),
        looked_up_at timestamptz not null, primary key (account_id, phone));
      ${tenantWall('line_lookups')}
      -- When line_type was told; null: nobody has been asked about this phone yet. can_text: canText of the domain, for SQL.
      alter table contacts add column line_type_at timestamptz,
        add column can_text boolean not null generated always as
          (is_active and sms_opted_out_at is null and 'sms' = any (channels) and line_type <> 'landline') stored;

      alter table on_call_notes add column kind text not null default 'news' check (kind in ('news', 'hand_off')),
        add column confirmed_at timestamptz;
      create index on_call_notes_hand_offs on on_call_notes (account_id, contact_id, sent_at desc) where kind = 'hand_off';

      -- "OFF TONIGHT": one after the other is asked; the pager moves with a yes, never before. With a return stretch it is a swap.
      create table cover_asks (
        account_id uuid not null references accounts (account_id), id uuid not null, asker_id uuid not null,
        starts_at timestamptz not null, ends_at timestamptz not null, return_starts_at timestamptz, return_ends_at timestamptz,
        asked_id uuid not null, waiting_ids uuid[] not null default '{}', language text not null check (language in ('en', 'es')),
        state text not null default 'open' check (state in ('open', 'covered', 'refused')),
        asked_at timestamptz not null, next_ask_at timestamptz,
        check (starts_at < ends_at), check (num_nulls(return_starts_at, return_ends_at) in (0, 2)),
        check ((state = 'open') = (next_ask_at is not null)),
        primary key (account_id, id),
        foreign key (account_id, asker_id) references contacts (account_id, id),
        foreign key (account_id, asked_id) references contacts (account_id, id));
      create unique index cover_asks_open on cover_asks (account_id, asker_id) where state = 'open';
      ${tenantWall('cover_asks')}
      ${alarmOn('cover_asks', 'cover_ask', 'next_ask_at', 6)}

      -- A call the office places: whose phone rings first, and what it is about.
      alter table calls add column desk_contact_id uuid, add column about_card_id uuid, add column about_incident_id uuid,
        add constraint calls_desk foreign key (account_id, desk_contact_id) references contacts (account_id, id),
        add constraint calls_about_card foreign key (account_id, about_card_id) references lead_cards (account_id, id),
        add constraint calls_about_incident foreign key (account_id, about_incident_id) references incidents (account_id, id);
      create index calls_about_cards on calls (account_id, about_card_id) where about_card_id is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table calls drop column about_incident_id, drop column about_card_id, drop column desk_contact_id;
      drop table cover_asks;
      alter table on_call_notes drop column confirmed_at, drop column kind;
      alter table contacts drop column can_text, drop column line_type_at;
      drop table line_lookups;`);
  }
}
