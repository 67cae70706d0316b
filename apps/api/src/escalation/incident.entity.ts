import type { AcceptedVia, IncidentState, OpenedBy } from '@domain/escalation/incident';
import { readSnapshot, type LadderSnapshot, type StoredSnapshot } from '@domain/escalation/snapshot';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** PostgreSQL's bigint comes as text; cents of one job fit a number. */
const cents = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

const snapshot = { to: (value: LadderSnapshot) => value, from: (stored: StoredSnapshot) => readSnapshot(stored) };

@Entity('incidents')
export class Incident {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** Null of a drill: it has no caller. */
  @Column('uuid', { name: 'call_id', nullable: true }) callId!: string | null;
  @Column('boolean', { name: 'is_drill' }) isDrill!: boolean;
  @Column('text', { name: 'line_number' }) lineNumber!: string;
  @Column('text', { name: 'call_sid' }) callSid!: string;
  @Column('text') code!: string;
  @Column('text') state!: IncidentState;
  @Column('uuid', { name: 'merged_into', nullable: true }) mergedInto!: string | null;
  @Column('jsonb', { transformer: snapshot }) policy!: LadderSnapshot;
  @Column('int') epoch!: number;
  @Column('int') round!: number;
  @Column('int', { name: 'next_step' }) nextStep!: number;
  @Column('timestamptz', { name: 'next_fire_at', nullable: true }) nextFireAt!: Date | null;
  @Column('timestamptz', { name: 'watchdog_at', nullable: true }) watchdogAt!: Date | null;
  @Column('timestamptz', { name: 'watchdog_asked_at', nullable: true }) watchdogAskedAt!: Date | null;
  /** When a caller whom nobody has taken yet is told so. */
  @Column('timestamptz', { name: 'caller_news_at', nullable: true }) callerNewsAt!: Date | null;
  @Column('int', { name: 'caller_news_tries' }) callerNewsTries!: number;
  @Column('timestamptz', { name: 'caller_told_at', nullable: true }) callerToldAt!: Date | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('text', { name: 'opened_by' }) openedBy!: OpenedBy;
  @Column('text', { name: 'caller_name', nullable: true }) callerName!: string | null;
  @Column('text', { name: 'caller_phone', nullable: true }) callerPhone!: string | null;
  @Column('text', { name: 'callback_phone', nullable: true }) callbackPhone!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { name: 'issue_summary' }) issueSummary!: string;
  @Column('text', { nullable: true }) category!: string | null;
  @Column('text', { name: 'service_type', nullable: true }) serviceType!: string | null;
  @Column('text', { name: 'safety_line', nullable: true }) safetyLine!: string | null;
  /** The instruction the caller hung up before hearing; null as soon as they are told. */
  @Column('text', { name: 'unheard_line', nullable: true }) unheardLine!: string | null;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt!: Date | null;
  /** A contact's id, or a user's when accepted in the app; null when a connected system took it. */
  @Column('uuid', { name: 'accepted_by', nullable: true }) acceptedBy!: string | null;
  /** The API key a connected system took it with. */
  @Column('text', { name: 'accepted_key', nullable: true }) acceptedKey!: string | null;
  @Column('text', { name: 'accepted_name', nullable: true }) acceptedName!: string | null;
  @Column('text', { name: 'accepted_via', nullable: true }) acceptedVia!: AcceptedVia | null;
  @Column('text', { name: 'accepted_words', nullable: true }) acceptedWords!: string | null;
  @Column('int', { name: 'eta_minutes', nullable: true }) etaMinutes!: number | null;
  @Column('timestamptz', { name: 'contacted_at', nullable: true }) contactedAt!: Date | null;
  @Column('timestamptz', { name: 'resolved_at', nullable: true }) resolvedAt!: Date | null;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('bigint', { name: 'job_value_cents', nullable: true, transformer: cents }) jobValueCents!: number | null;
  @Column('int') version!: number;
}
