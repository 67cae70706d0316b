import type { EscalationPolicy } from '@domain/escalation/policy';
import type { Trade } from '@domain/triage/triage.types';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('policies')
export class Policy {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** Null: for every emergency without a policy of its own trade. */
  @Column('text', { nullable: true }) trade!: Trade | null;
  @Column('int') version!: number;
  /** Null: the standard ladder, made from the roster's delays. */
  @Column('jsonb', { nullable: true }) policy!: EscalationPolicy | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
