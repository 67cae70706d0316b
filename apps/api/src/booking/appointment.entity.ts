import type { AppointmentState, BookedBy } from '@domain/booking/appointment';
import type { HoldReason } from '@domain/booking/decide-booking';
import type { ServiceType } from '@domain/triage/triage.types';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppointmentRow, CalendarState, OtherTime } from './booking.types.js';

@Entity('appointments')
export class Appointment implements AppointmentRow {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') state!: AppointmentState;
  @Column('text', { name: 'booked_by' }) bookedBy!: BookedBy;
  @Column('uuid', { name: 'call_id', nullable: true }) callId!: string | null;
  @Column('uuid', { name: 'moved_from', nullable: true }) movedFrom!: string | null;
  @Column('text', { name: 'customer_name' }) customerName!: string;
  @Column('text', { name: 'customer_phone', nullable: true }) customerPhone!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { name: 'service_type' }) serviceType!: ServiceType;
  @Column('text') issue!: string;
  @Column('text', { nullable: true }) notes!: string | null;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Column('timestamptz', { name: 'busy_until' }) busyUntil!: Date;
  @Column('int') crew!: number;
  @Column('text', { name: 'hold_reason', nullable: true }) holdReason!: HoldReason | null;
  @Column('timestamptz', { name: 'held_until', nullable: true }) heldUntil!: Date | null;
  /** When the approver is texted; null once that has happened, or where nobody is. */
  @Column('timestamptz', { name: 'ask_at', nullable: true }) askAt!: Date | null;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('uuid', { name: 'approver_id', nullable: true }) approverId!: string | null;
  @Column('jsonb', { name: 'other_times', nullable: true }) otherTimes!: OtherTime[] | null;
  @Column('boolean', { name: 'may_text' }) mayText!: boolean;
  @Column('text', { name: 'calendar_state', nullable: true }) calendarState!: CalendarState | null;
  @Column('int', { name: 'calendar_attempt' }) calendarAttempt!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
}
