import type { ProvisioningKind, ProvisioningState } from '@domain/provisioning/saga-steps';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProvisioningFacts } from './provisioning.types.js';

@Entity('provisionings')
export class Provisioning {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'line_id' }) lineId!: string;
  @Column('text') kind!: ProvisioningKind;
  @Column('text', { name: 'wanted_number', nullable: true }) wantedNumber!: string | null;
  @Column('text', { name: 'wanted_area_code', nullable: true }) wantedAreaCode!: string | null;
  @Column('text') state!: ProvisioningState;
  @Column('jsonb') facts!: ProvisioningFacts;
  @Column('text', { name: 'error_code', nullable: true }) errorCode!: string | null;
  @Column('uuid', { name: 'held_by', nullable: true }) heldBy!: string | null;
  @Column('timestamptz', { name: 'held_until', nullable: true }) heldUntil!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
