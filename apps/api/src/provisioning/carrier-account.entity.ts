import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('carrier_accounts')
export class CarrierAccountRow {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'carrier_sid' }) carrierSid!: string;
  @Column('text', { name: 'sealed_token' }) sealedToken!: string;
}
