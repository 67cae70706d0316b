import type { PagerLanguage } from '@domain/on-call/pager-language';
import type { ContactChannel, LineType } from '@domain/on-call/roster';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('contacts')
export class Contact {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') phone!: string;
  @Column('text', { array: true }) channels!: ContactChannel[];
  @Column('timestamptz', { name: 'consent_at', nullable: true }) consentAt!: Date | null;
  @Column('timestamptz', { name: 'verified_at', nullable: true }) verifiedAt!: Date | null;
  @Column('timestamptz', { name: 'sms_opted_out_at', nullable: true }) smsOptedOutAt!: Date | null;
  @Column('text', { name: 'line_type' }) lineType!: LineType;
  @Column('timestamptz', { name: 'line_type_at', nullable: true }) lineTypeAt!: Date | null;
  @Column('boolean', { name: 'is_active' }) isActive!: boolean;
  @Column('text') language!: PagerLanguage;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
