import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ForwardingCheckState = 'calling' | 'arrived' | 'not_arrived' | 'failed';

@Entity('forwarding_checks')
export class ForwardingCheck {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'line_id' }) lineId!: string;
  @Column('text', { name: 'business_number' }) businessNumber!: string;
  @Column('text', { name: 'caller_number' }) callerNumber!: string;
  @Column('text') state!: ForwardingCheckState;
  @Column('text', { name: 'call_sid', nullable: true }) callSid!: string | null;
  @Column('text', { name: 'error_code', nullable: true }) errorCode!: string | null;
  @Column('timestamptz', { name: 'placed_at' }) placedAt!: Date;
  @Column('timestamptz', { name: 'arrived_at', nullable: true }) arrivedAt!: Date | null;
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt!: Date | null;
}
