import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alarmOn, tenantWall } from './tenant-wall.js';

const PRD_STEPS = `'warm_transfer', 'sms_oncall', 'auto_dial_oncall', 'sms_backup', 'call_backup', 'sms_owner_unresolved', 'call_owner_unresolved'`;
const NEWS = `'update', 'stand_down', 'watchdog'`;
const OTHER_STEPS = `'sms_contact', 'call_contact', 'sms_group', 'call_group', 'sms_manual', 'call_manual'`;

/** Escalation policies with any steps, rehearsals of them, and what a waiting caller is told. */
export class CreatePolicies1763718000000 implements MigrationInterface {
  name = 'CreatePolicies1763718000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- No row, or a row without steps: the standard ladder, made from the roster's delays.
      create table policies (
        account_id uuid not null references accounts (account_id), id uuid not null,
        trade text check (trade in ('plumbing', 'hvac', 'electrical')), version int not null, policy jsonb,
        updated_at timestamptz not null, primary key (account_id, id));
      create unique index policies_one_per_trade on policies (account_id, coalesce(trade, ''));
      ${tenantWall('policies')}

      -- A rehearsal has no caller, so it has no call: nothing that counts calls can ever count it.
      alter table incidents alter column call_id drop not null, add constraint incidents_call check (is_drill or call_id is not null);
      alter table incidents
        add column service_type text, add column caller_news_at timestamptz,
        add column caller_news_tries int not null default 0, add column caller_told_at timestamptz;
      create unique index incidents_one_drill on incidents (account_id) where is_drill and state = 'alerting';
      ${alarmOn('incidents', 'caller_news', 'caller_news_at', 4)}

      alter table alerts drop constraint alerts_escalation_step_check,
        add constraint alerts_escalation_step_check check (escalation_step in (${PRD_STEPS}, ${OTHER_STEPS}, ${NEWS}));
      create index alerts_contact on alerts (account_id, contact_id, sent_at);

      -- A worker that only knows the old targets would find nobody behind a contact or a ring group and give up at once.
      update platform.engine set version = 2;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update platform.engine set version = 1;
      drop index alerts_contact;
      delete from alerts where escalation_step in (${OTHER_STEPS});
      alter table alerts drop constraint alerts_escalation_step_check,
        add constraint alerts_escalation_step_check check (escalation_step in (${PRD_STEPS}, ${NEWS}));
      drop trigger arm_caller_news on incidents;
      delete from routing.alarms where kind = 'caller_news';
      drop index incidents_one_drill;
      delete from alert_attempts a using alerts l, incidents i where l.id = a.alert_id and i.id = l.incident_id and i.call_id is null;
      delete from alerts l using incidents i where i.id = l.incident_id and i.call_id is null;
      delete from incidents where call_id is null;
      alter table incidents drop column service_type, drop column caller_news_at, drop column caller_news_tries, drop column caller_told_at,
        drop constraint incidents_call, alter column call_id set not null;
      drop table policies;
    `);
  }
}
