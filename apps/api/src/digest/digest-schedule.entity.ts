import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When the next digest is due. `next_digest_at` is also the account's alarm: moving it re-arms, null switches off. */
@Entity('digest_schedules')
export class DigestSchedule {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @Column('timestamptz', { name: 'next_digest_at', nullable: true }) nextDigestAt!: Date | null;
  @Column('timestamptz', { name: 'last_window_end', nullable: true }) lastWindowEnd!: Date | null;
}
