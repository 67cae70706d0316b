import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alarmOn, tenantWall } from './tenant-wall.js';

/** An emergency being handled, its alerts towards people, and each attempt to deliver one (reference/oncall section 5.2). */
export class CreateTheLadder1763717580000 implements MigrationInterface {
  name = 'CreateTheLadder1763717580000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table incidents (
        account_id uuid not null references accounts (account_id), id uuid not null, call_id uuid not null,
        line_number text not null, call_sid text not null,
        code text not null check (code ~ '^[A-Z0-9]{2}$'),
        state text not null default 'alerting' check (state in ('alerting', 'accepted', 'contacted', 'resolved', 'unreached', 'false_alarm', 'merged')),
        merged_into uuid, policy jsonb not null, epoch int not null default 1, round int not null default 1,
        next_step int not null default 0, next_fire_at timestamptz, watchdog_at timestamptz, watchdog_asked_at timestamptz,
        opened_at timestamptz not null, opened_by text not null check (opened_by in ('rules', 'voice_agent', 'human', 'intake', 'voicemail')),
        caller_name text, caller_phone text, callback_phone text, address text, issue_summary text not null,
        category text, safety_line text, is_drill boolean not null default false,
        accepted_at timestamptz, accepted_by uuid, accepted_name text, accepted_via text check (accepted_via in ('sms', 'key', 'app', 'api')),
        accepted_words text, eta_minutes int, contacted_at timestamptz, resolved_at timestamptz, outcome text, job_value_cents bigint,
        version int not null default 1,
        primary key (account_id, id), unique (account_id, call_id), foreign key (account_id, call_id) references calls (account_id, id),
        foreign key (account_id, merged_into) references incidents (account_id, id),
        -- No open emergency without a next alarm: a lost timer is impossible to store.
        check ((state = 'alerting') = (next_fire_at is not null)),
        check ((state = 'merged') = (merged_into is not null)));
      create unique index incidents_open_code on incidents (account_id, code) where state in ('alerting', 'accepted', 'contacted', 'unreached');
      create index incidents_newest on incidents (account_id, opened_at desc, id desc);
      ${tenantWall('incidents')}
      ${alarmOn('incidents', 'ladder', 'next_fire_at', 1)}
      ${alarmOn('incidents', 'watchdog', 'watchdog_at', 3)}

      create table alerts (
        account_id uuid not null references accounts (account_id), id uuid not null, incident_id uuid not null,
        epoch int not null, round int not null, step int not null,
        escalation_step text not null check (escalation_step in ('warm_transfer', 'sms_oncall', 'auto_dial_oncall', 'sms_backup', 'call_backup',
          'sms_owner_unresolved', 'call_owner_unresolved', 'update', 'stand_down', 'watchdog')),
        channel text not null check (channel in ('warm_transfer', 'call', 'sms')),
        contact_id uuid not null, contact_name text not null, phone text not null, body text,
        state text not null default 'pending'
          check (state in ('pending', 'sending', 'unknown', 'sent', 'delivered', 'answered', 'accepted', 'declined', 'failed', 'canceled', 'skipped')),
        stops_with_ladder boolean not null default true,
        due_at timestamptz not null, next_attempt_at timestamptz, attempts int not null default 0,
        provider_sid text, provider_status text, error_code text, sent_at timestamptz, finished_at timestamptz, reply text,
        primary key (account_id, id),
        foreign key (account_id, incident_id) references incidents (account_id, id),
        foreign key (account_id, contact_id) references contacts (account_id, id));
      -- A step towards one person on one channel is created once, whoever runs it and however often.
      create unique index alerts_once on alerts (account_id, incident_id, epoch, round, step, contact_id, channel, escalation_step)
        where escalation_step not in ('update', 'stand_down', 'watchdog');
      create index alerts_incident on alerts (account_id, incident_id, id);
      create index alerts_sid on alerts (account_id, provider_sid);
      ${tenantWall('alerts')}
      ${alarmOn('alerts', 'alert', 'next_attempt_at', 2)}

      create table alert_attempts (
        account_id uuid not null references accounts (account_id), id uuid not null, alert_id uuid not null, n int not null,
        started_at timestamptz not null, finished_at timestamptz, outcome text,
        primary key (account_id, id), unique (account_id, alert_id, n), foreign key (account_id, alert_id) references alerts (account_id, id));
      ${tenantWall('alert_attempts')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table alert_attempts, alerts, incidents cascade;`);
  }
}
