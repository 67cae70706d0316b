import type { BookingRules } from '@domain/booking/booking-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('booking_rules')
export class BookingRulesRow {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @Column('int') version!: number;
  @Column('jsonb') rules!: BookingRules;
}
