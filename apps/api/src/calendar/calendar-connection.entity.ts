import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('calendar_connections')
export class CalendarConnectionRow {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  /** The refresh token; null when the permission was lost. */
  @Column('text', { name: 'sealed_token', nullable: true }) sealedToken!: string | null;
  @Column('text', { name: 'connected_as' }) connectedAs!: string;
  @Column('text', { name: 'calendar_id' }) calendarId!: string;
  @Column('text', { name: 'calendar_name' }) calendarName!: string;
  @Column('uuid', { name: 'connected_by' }) connectedBy!: string;
  @Column('timestamptz', { name: 'connected_at' }) connectedAt!: Date;
  @Column('timestamptz', { name: 'looked_at', nullable: true }) lookedAt!: Date | null;
  /** Why the last look told nothing; null after one that did. */
  @Column('text', { name: 'failure_code', nullable: true }) failureCode!: string | null;
  @Column('timestamptz', { name: 'lost_at', nullable: true }) lostAt!: Date | null;
}
