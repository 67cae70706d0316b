import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One conversation with the agent; a call can have several. */
@Entity('voice_sessions')
export class VoiceSession {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'call_id' }) callId!: string;
  @Column('text') provider!: string;
  @Column('text', { name: 'provider_call_id' }) providerCallId!: string;
  @Column('text', { name: 'control_url', nullable: true }) controlUrl!: string | null;
  @Column('text') status!: 'started' | 'ended' | 'reported';
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('text', { name: 'ended_reason', nullable: true }) endedReason!: string | null;
  @Column('timestamptz', { name: 'report_received_at', nullable: true }) reportReceivedAt!: Date | null;
}
