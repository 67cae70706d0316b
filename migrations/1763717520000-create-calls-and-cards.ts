import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alarmOn, tenantWall } from './tenant-wall.js';

/** A call, its AI conversations, what was said and decided in it, and the card a CSR works from (PRD sections 8 and 10). */
export class CreateCallsAndCards1763717520000 implements MigrationInterface {
  name = 'CreateCallsAndCards1763717520000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Every provider event is recorded once: the second delivery finds its key and does nothing.
      create table webhook_events (
        account_id uuid not null references accounts (account_id), id uuid not null, provider text not null, event_key text not null,
        received_at timestamptz not null default app_now(), primary key (account_id, id), unique (account_id, provider, event_key));
      ${tenantWall('webhook_events')}

      create table calls (
        account_id uuid not null references accounts (account_id), id uuid not null, line_id uuid not null,
        call_sid text not null, direction text not null default 'inbound' check (direction in ('inbound', 'outbound')),
        caller_phone text, status text not null default 'ringing' check (status in ('ringing', 'in_progress', 'completed', 'abandoned', 'failed')),
        handled_by text check (handled_by in ('ai', 'business_line', 'ring_group', 'intake_ivr', 'voicemail')),
        is_after_hours boolean not null default false, is_repeat_caller boolean not null default false,
        called_at timestamptz not null, answered_at timestamptz, ended_at timestamptz, duration_seconds int,
        stage text not null default 'greeting' check (stage in ('greeting', 'qualifying', 'details', 'routing', 'booking', 'ended')),
        classification text check (classification in ('emergency', 'routine', 'spam', 'ambiguous')),
        priority text check (priority in ('emergency', 'same_day', 'routine')), service_type text, category text,
        summary text,
        recording_sid text, recording_seconds int, voicemail_text text, end_reason text,
        next_check_at timestamptz, checks int not null default 0,
        primary key (account_id, id), unique (account_id, call_sid), foreign key (account_id, line_id) references lines (account_id, id));
      create index calls_newest on calls (account_id, called_at desc, id desc);
      create index calls_by_caller on calls (account_id, caller_phone, called_at desc);
      ${tenantWall('calls')}
      ${alarmOn('calls', 'call_check', 'next_check_at', 5)}

      create table voice_sessions (
        account_id uuid not null references accounts (account_id), id uuid not null, call_id uuid not null,
        provider text not null, provider_call_id text not null, control_url text,
        status text not null default 'started' check (status in ('started', 'ended', 'reported')),
        started_at timestamptz not null, ended_at timestamptz, ended_reason text, report_received_at timestamptz,
        primary key (account_id, id), unique (account_id, provider_call_id), foreign key (account_id, call_id) references calls (account_id, id));
      create index voice_sessions_call on voice_sessions (account_id, call_id);
      ${tenantWall('voice_sessions')}

      create table call_turns (
        account_id uuid not null references accounts (account_id), id uuid not null, call_id uuid not null,
        role text not null check (role in ('caller', 'agent')), text text not null, said_at timestamptz not null, seconds_from_start numeric,
        primary key (account_id, id), foreign key (account_id, call_id) references calls (account_id, id));
      create index call_turns_call on call_turns (account_id, call_id, id);
      ${tenantWall('call_turns')}

      create table tool_calls (
        account_id uuid not null references accounts (account_id), id uuid not null, call_id uuid not null,
        provider_call_id text not null, tool_call_id text not null, name text not null, arguments jsonb not null, result text,
        called_at timestamptz not null, primary key (account_id, id), unique (account_id, provider_call_id, tool_call_id),
        foreign key (account_id, call_id) references calls (account_id, id));
      ${tenantWall('tool_calls')}

      create table assessments (
        account_id uuid not null references accounts (account_id), id uuid not null, call_id uuid not null,
        decided_by text not null check (decided_by in ('rules', 'voice_agent', 'human')),
        classification text not null check (classification in ('emergency', 'routine', 'spam', 'ambiguous')),
        priority text not null, category text, service_type text, safety_instruction text, confidence numeric,
        reasoning text not null, evidence jsonb not null default '[]', assessed_at timestamptz not null, user_id uuid,
        primary key (account_id, id), foreign key (account_id, call_id) references calls (account_id, id));
      create index assessments_call on assessments (account_id, call_id, id);
      ${tenantWall('assessments')}

      -- What is known of the caller's problem, and what people do with it. The transcript and the recording stay on the call.
      create table lead_cards (
        account_id uuid not null references accounts (account_id), id uuid not null, call_id uuid not null, version int not null default 1,
        classification text not null check (classification in ('emergency', 'routine', 'spam')),
        priority text not null default 'routine' check (priority in ('emergency', 'same_day', 'routine')),
        caller_name text not null default 'Unknown', caller_phone text, callback_phone text, address text, called_at timestamptz not null,
        issue_summary text not null, issue_detail text, service_type text not null default 'unknown',
        classification_reasoning text, safety_instruction_given text, caller_tone text not null default 'neutral', notes text,
        call_duration_seconds int, appointment_booked boolean not null default false, appointment_at timestamptz,
        callback_status text not null default 'not_called'
          check (callback_status in ('not_called', 'called_booked', 'called_no_answer', 'called_not_interested', 'resolved', 'no_callback_needed')),
        callback_notes text, callback_by uuid, callback_at timestamptz, completed_at timestamptz,
        created_at timestamptz not null default app_now(), updated_at timestamptz not null default app_now(),
        primary key (account_id, id), unique (account_id, call_id), foreign key (account_id, call_id) references calls (account_id, id));
      create index lead_cards_newest on lead_cards (account_id, called_at desc, id desc);
      create index lead_cards_needs_callback on lead_cards (account_id, called_at desc) where callback_status = 'not_called';
      ${tenantWall('lead_cards')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop table lead_cards, assessments, tool_calls, call_turns, voice_sessions, calls, webhook_events cascade;`,
    );
  }
}
