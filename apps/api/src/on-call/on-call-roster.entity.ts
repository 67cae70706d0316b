import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('on_call_rosters')
export class OnCallRoster {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @Column('int') version!: number;
  @Column('uuid', { name: 'primary_contact_id' }) primaryContactId!: string;
  @Column('uuid', { name: 'backup_contact_id', nullable: true }) backupContactId!: string | null;
  @Column('uuid', { name: 'owner_contact_id' }) ownerContactId!: string;
  @Column('boolean', { name: 'warm_transfer_enabled' }) warmTransferEnabled!: boolean;
  @Column('int', { name: 'warm_transfer_timeout_seconds' }) warmTransferTimeoutSeconds!: number;
  @Column('int', { name: 'sms_oncall_delay_seconds' }) smsOncallDelaySeconds!: number;
  @Column('int', { name: 'auto_dial_delay_seconds' }) autoDialDelaySeconds!: number;
  @Column('int', { name: 'backup_delay_seconds' }) backupDelaySeconds!: number;
  @Column('int', { name: 'owner_delay_seconds' }) ownerDelaySeconds!: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
