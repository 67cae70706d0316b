import type { CallbackReason } from '@domain/booking/appointment';
import type { CallbackStatus, CardClass } from '@domain/lead-card/lead-card';
import type { CallerTone, Priority, ServiceType } from '@domain/triage/triage.types';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LeadCardRow } from './lead-cards.types.js';

@Entity('lead_cards')
export class LeadCard implements LeadCardRow {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'call_id' }) callId!: string;
  @Column('int') version!: number;
  @Column('text') classification!: CardClass;
  @Column('text') priority!: Priority;
  @Column('text', { name: 'caller_name' }) callerName!: string;
  @Column('text', { name: 'caller_phone', nullable: true }) callerPhone!: string | null;
  @Column('text', { name: 'callback_phone', nullable: true }) callbackPhone!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('timestamptz', { name: 'called_at' }) calledAt!: Date;
  @Column('text', { name: 'issue_summary' }) issueSummary!: string;
  @Column('text', { name: 'issue_detail', nullable: true }) issueDetail!: string | null;
  @Column('text', { name: 'service_type' }) serviceType!: ServiceType;
  @Column('text', { name: 'classification_reasoning', nullable: true }) classificationReasoning!: string | null;
  @Column('text', { name: 'safety_instruction_given', nullable: true }) safetyInstructionGiven!: string | null;
  @Column('text', { name: 'caller_tone' }) callerTone!: CallerTone;
  @Column('text', { nullable: true }) notes!: string | null;
  @Column('int', { name: 'call_duration_seconds', nullable: true }) callDurationSeconds!: number | null;
  @Column('boolean', { name: 'appointment_booked' }) appointmentBooked!: boolean;
  @Column('timestamptz', { name: 'appointment_at', nullable: true }) appointmentAt!: Date | null;
  @Column('text', { name: 'callback_reason', nullable: true }) callbackReason!: CallbackReason | null;
  @Column('text', { name: 'callback_status' }) callbackStatus!: CallbackStatus;
  @Column('text', { name: 'callback_notes', nullable: true }) callbackNotes!: string | null;
  @Column('uuid', { name: 'callback_by', nullable: true }) callbackBy!: string | null;
  @Column('timestamptz', { name: 'callback_at', nullable: true }) callbackAt!: Date | null;
  @Column('timestamptz', { name: 'completed_at', nullable: true }) completedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
