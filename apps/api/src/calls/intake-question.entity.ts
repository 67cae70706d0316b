import type { IntakeLanguage } from '@domain/intake/intake-lines.types';
import type { IntakeAsk } from '@domain/intake/intake-step';
import type { QuestionWords } from '@domain/intake/intake-words';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One question the intake has put to a caller; the last one without an answer is what the line waits for. */
@Entity('intake_questions')
export class IntakeQuestionRow {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'call_id' }) callId!: string;
  @Column('int') number!: number;
  @Column('text') ask!: IntakeAsk;
  @Column('text') language!: IntakeLanguage;
  @Column('jsonb') says!: QuestionWords;
  @Column('timestamptz', { name: 'asked_at' }) askedAt!: Date;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('boolean', { nullable: true }) understood!: boolean | null;
}
