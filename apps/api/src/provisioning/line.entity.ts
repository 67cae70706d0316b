import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `releasing` still answers calls until `releaseDueAt`; `released` is kept for its calls only. */
export type LineState = 'live' | 'releasing' | 'released';

@Entity('lines')
export class Line {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  /** Null: the platform's own account at the carrier. */
  @Column('text', { name: 'carrier_sid', nullable: true }) carrierSid!: string | null;
  @Column('text', { name: 'provider_number_sid', nullable: true }) providerNumberSid!: string | null;
  @Column('text', { name: 'voice_number_id', nullable: true }) voiceNumberId!: string | null;
  @Column('text', { name: 'assistant_id', nullable: true }) assistantId!: string | null;
  @Column('text', { name: 'assistant_hash', nullable: true }) assistantHash!: string | null;
  @Column('int', { name: 'assistant_version', nullable: true }) assistantVersion!: number | null;
  @Column('boolean', { name: 'is_bought' }) isBought!: boolean;
  @Column('text') state!: LineState;
  @Column('timestamptz', { name: 'release_due_at', nullable: true }) releaseDueAt!: Date | null;
  @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt!: Date | null;
  @Column('timestamptz', { name: 'next_audit_at', nullable: true }) nextAuditAt!: Date | null;
  @Column('timestamptz', { name: 'audited_at', nullable: true }) auditedAt!: Date | null;
  /** What the last audit found and could not repair. */
  @Column('text', { array: true }) drift!: string[];
}
