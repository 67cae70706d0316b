import type { CallHandler, CallStage, CallStatus } from '@domain/call/call-status';
import type { CallClass, Priority } from '@domain/triage/triage.types';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('calls')
export class Call {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'line_id' }) lineId!: string;
  @Column('text', { name: 'call_sid' }) callSid!: string;
  @Column('text') direction!: 'inbound' | 'outbound';
  @Column('text', { name: 'caller_phone', nullable: true }) callerPhone!: string | null;
  @Column('text') status!: CallStatus;
  @Column('text', { name: 'handled_by', nullable: true }) handledBy!: CallHandler | null;
  @Column('boolean', { name: 'is_after_hours' }) isAfterHours!: boolean;
  @Column('boolean', { name: 'is_repeat_caller' }) isRepeatCaller!: boolean;
  @Column('timestamptz', { name: 'called_at' }) calledAt!: Date;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('int', { name: 'duration_seconds', nullable: true }) durationSeconds!: number | null;
  @Column('text') stage!: CallStage;
  @Column('text', { nullable: true }) classification!: CallClass | null;
  @Column('text', { nullable: true }) priority!: Priority | null;
  @Column('text', { name: 'service_type', nullable: true }) serviceType!: string | null;
  @Column('text', { nullable: true }) category!: string | null;
  @Column('text', { nullable: true }) summary!: string | null;
  @Column('text', { name: 'recording_sid', nullable: true }) recordingSid!: string | null;
  @Column('int', { name: 'recording_seconds', nullable: true }) recordingSeconds!: number | null;
  @Column('text', { name: 'voicemail_text', nullable: true }) voicemailText!: string | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason!: string | null;
  @Column('timestamptz', { name: 'next_check_at', nullable: true }) nextCheckAt!: Date | null;
  @Column('int') checks!: number;
  /** Asked for by somebody of the account to hear its own agent: in no digest, statistic, card or incident. */
  @Column('boolean', { name: 'is_test' }) isTest!: boolean;
  @Column('uuid', { name: 'asked_by', nullable: true }) askedBy!: string | null;
  /** Whose phone of the office rings first, and what the call is about; of an outbound call only. */
  @Column('uuid', { name: 'desk_contact_id', nullable: true }) deskContactId!: string | null;
  @Column('uuid', { name: 'about_card_id', nullable: true }) aboutCardId!: string | null;
  @Column('uuid', { name: 'about_incident_id', nullable: true }) aboutIncidentId!: string | null;
}
