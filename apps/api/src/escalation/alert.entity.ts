import type { AlertState, AlertStep } from '@domain/escalation/alert';
import type { PaceLimit } from '@domain/escalation/pace';
import type { AlertChannel } from '@domain/escalation/policy';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `until`: RFC 3339. */
export interface HeldAlert extends PaceLimit {
  until: string;
}

@Entity('alerts')
export class Alert {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'incident_id' }) incidentId!: string;
  @Column('int') epoch!: number;
  @Column('int') round!: number;
  @Column('int') step!: number;
  @Column('text', { name: 'escalation_step' }) escalationStep!: AlertStep;
  @Column('text') channel!: AlertChannel;
  @Column('uuid', { name: 'contact_id' }) contactId!: string;
  @Column('text', { name: 'contact_name' }) contactName!: string;
  @Column('text') phone!: string;
  /** Of a ladder's text: written when it is sent, with what is known by then. */
  @Column('text', { nullable: true }) body!: string | null;
  @Column('text') state!: AlertState;
  @Column('boolean', { name: 'stops_with_ladder' }) stopsWithLadder!: boolean;
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('timestamptz', { name: 'next_attempt_at', nullable: true }) nextAttemptAt!: Date | null;
  @Column('int') attempts!: number;
  /** The limit of pace that held it back last; what it waited for if it was late. */
  @Column('jsonb', { nullable: true }) held!: HeldAlert | null;
  @Column('text', { name: 'provider_sid', nullable: true }) providerSid!: string | null;
  @Column('text', { name: 'provider_status', nullable: true }) providerStatus!: string | null;
  /** On an alert that is not failed: it was refused so often, or its provider is so silent, that the ladder no longer waits for it. */
  @Column('text', { name: 'error_code', nullable: true }) errorCode!: string | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
  @Column('text', { nullable: true }) reply!: string | null;
  /** Our number a text went from. */
  @Column('text', { nullable: true }) sender!: string | null;
  /** The alert whose text carries this one's code: several emergencies in one text. */
  @Column('uuid', { name: 'bundled_into', nullable: true }) bundledInto!: string | null;
  /** To something the person just did: never held back by their pace. */
  @Column('boolean', { name: 'is_answer' }) isAnswer!: boolean;
}
