import type { DigestEntry } from '@domain/digest/digest.types';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DigestChannel } from '../config/config.types.js';

/** A digest as it was compiled; only its delivery columns change afterwards. */
@Entity('digest_history')
export class DigestHistory {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('date', { name: 'digest_date' }) digestDate!: string;
  @Column('timestamptz', { name: 'window_start' }) windowStart!: Date;
  @Column('timestamptz', { name: 'window_end' }) windowEnd!: Date;
  @Column('int', { name: 'total_calls' }) totalCalls!: number;
  @Column('int') emergencies!: number;
  @Column('int', { name: 'routine_booked' }) routineBooked!: number;
  @Column('int', { name: 'routine_callback' }) routineCallback!: number;
  @Column('int') spam!: number;
  @Column('int') abandoned!: number;
  @Column('text') channel!: DigestChannel;
  @Column('text') content!: string;
  @Column('jsonb') entries!: DigestEntry[];
  @Column('int') attempts!: number;
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
