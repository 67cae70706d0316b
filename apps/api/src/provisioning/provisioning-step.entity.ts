import type { ProvisioningStepName, StepState } from '@domain/provisioning/saga-steps';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('provisioning_steps')
export class ProvisioningStep {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'provisioning_id' }) provisioningId!: string;
  @Column('int') position!: number;
  @Column('text') step!: ProvisioningStepName;
  @Column('text') state!: StepState;
  @Column('int') attempts!: number;
  @Column('text', { name: 'error_code', nullable: true }) errorCode!: string | null;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
