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
  /** Layers of turns stand in place of this form. */
  @Column('boolean', { name: 'has_layers' }) hasLayers!: boolean;
  @Column('boolean', { name: 'notices_enabled' }) noticesEnabled!: boolean;
  /** HH:MM on the account's clock, as `QuietHours` of the domain. */
  @Column('text', { name: 'quiet_from' }) quietFrom!: string;
  @Column('text', { name: 'quiet_to' }) quietTo!: string;
  /** Everybody whose shift begins up to here has been told. */
  @Column('timestamptz', { name: 'notices_told_until', nullable: true }) noticesToldUntil!: Date | null;
  @Column('timestamptz', { name: 'next_notice_at', nullable: true }) nextNoticeAt!: Date | null;
}
