import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('lines')
export class Line {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('text', { name: 'provider_number_sid', nullable: true }) providerNumberSid!: string | null;
  @Column('text', { name: 'voice_number_id', nullable: true }) voiceNumberId!: string | null;
}
