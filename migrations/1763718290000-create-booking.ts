import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alarmOn, tenantWall } from './tenant-wall.js';

/** What a contractor lets be booked, the windows read to a caller, and the appointments that came of them (decision 13). */
export class CreateBooking1763718290000 implements MigrationInterface {
  name = 'CreateBooking1763718290000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- An account without a row has the default rules: people book.
      create table booking_rules (
        account_id uuid primary key references accounts (account_id), version int not null default 1, rules jsonb not null,
        updated_at timestamptz not null default app_now());
      ${tenantWall('booking_rules')}

      -- crew: 1 to the number of visits that may run at once. Two rows that stand can never have one crew at one time,
      -- whoever writes them. A visit that moves is a new row; the old one names no time any more that is taken.
      create table appointments (
        account_id uuid not null references accounts (account_id), id uuid not null, version int not null default 1,
        state text not null check (state in ('held', 'booked', 'declined', 'expired', 'cancelled', 'moved')),
        booked_by text not null check (booked_by in ('agent', 'team')), call_id uuid, moved_from uuid,
        customer_name text not null, customer_phone text, address text, service_type text not null, issue text not null, notes text,
        starts_at timestamptz not null, ends_at timestamptz not null, busy_until timestamptz not null, crew int not null check (crew >= 1),
        hold_reason text check (hold_reason in ('mode', 'service', 'zone', 'new_customer', 'calendar')),
        held_until timestamptz, ask_at timestamptz, code text, approver_id uuid, other_times jsonb,
        may_text boolean not null, calendar_state text check (calendar_state in ('wanted', 'written', 'conflict', 'failed')),
        calendar_attempt int not null default 0, created_at timestamptz not null, decided_at timestamptz,
        primary key (account_id, id), check (starts_at < ends_at and ends_at <= busy_until),
        check ((state = 'held') = (held_until is not null)), check (state = 'held' or ask_at is null),
        foreign key (account_id, call_id) references calls (account_id, id),
        foreign key (account_id, moved_from) references appointments (account_id, id),
        foreign key (account_id, approver_id) references contacts (account_id, id),
        constraint appointments_crew_once exclude using gist (
          account_id with =, crew with =, tstzrange(starts_at, busy_until) with &&) where (state in ('held', 'booked')));
      create unique index appointments_one_of_call on appointments (account_id, call_id) where state in ('held', 'booked');
      create unique index appointments_open_code on appointments (account_id, code) where state = 'held';
      create index appointments_soonest on appointments (account_id, starts_at, id);
      create index appointments_of_customer on appointments (account_id, customer_phone, starts_at);
      ${tenantWall('appointments')}
      ${alarmOn('appointments', 'booking_ask', 'ask_at', 8)}
      ${alarmOn('appointments', 'booking_expiry', 'held_until', 8)}

      -- What was read out in a call, and until when it may be taken: the only thing the agent can name.
      create table booking_offers (
        account_id uuid not null references accounts (account_id), id uuid not null, call_id uuid not null,
        starts_at timestamptz not null, ends_at timestamptz not null, expires_at timestamptz not null,
        primary key (account_id, id), foreign key (account_id, call_id) references calls (account_id, id));
      create index booking_offers_call on booking_offers (account_id, call_id);
      ${tenantWall('booking_offers')}

      -- Written with the change it tells of, sent after it. sending: the provider has to be asked before it is sent again.
      create table appointment_texts (
        account_id uuid not null references accounts (account_id), id uuid not null, appointment_id uuid not null,
        kind text not null check (kind in ('confirmed', 'moved', 'called_off')), phone text not null, body text not null,
        state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'refused', 'unsendable')),
        sid text, reason text, created_at timestamptz not null, sending_at timestamptz, sent_at timestamptz,
        primary key (account_id, id), unique (account_id, appointment_id, kind),
        foreign key (account_id, appointment_id) references appointments (account_id, id));
      ${tenantWall('appointment_texts')}

      -- What customers text about an appointment.
      create table appointment_replies (
        account_id uuid not null references accounts (account_id), id uuid not null, appointment_id uuid not null,
        body text not null, received_at timestamptz not null, primary key (account_id, id),
        foreign key (account_id, appointment_id) references appointments (account_id, id));
      create index appointment_replies_of on appointment_replies (account_id, appointment_id, id);
      ${tenantWall('appointment_replies')}

      -- Customers who texted STOP.
      create table customer_opt_outs (
        account_id uuid not null references accounts (account_id), phone text not null, opted_out_at timestamptz not null,
        primary key (account_id, phone));
      ${tenantWall('customer_opt_outs')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from routing.alarms where kind in ('booking_ask', 'booking_expiry');
      drop table customer_opt_outs, appointment_replies, appointment_texts, booking_offers, appointments, booking_rules;`);
  }
}
