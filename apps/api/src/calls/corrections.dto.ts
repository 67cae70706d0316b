import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { CallClass } from '@domain/triage/triage.types';
import type { Disagreement, Opinion } from './corrections.queries.js';

const CORRECT_CLASSES = ['emergency', 'routine', 'spam'] as const;
const CALL_CLASSES = ['emergency', 'routine', 'spam', 'ambiguous'] as const;

export class CorrectCall {
  /** What the call should have been. */
  @ApiProperty({ enum: CORRECT_CLASSES })
  @IsIn(CORRECT_CLASSES)
  classification!: (typeof CORRECT_CLASSES)[number];
}

export class HeardWordsView {
  turn!: number;
  words!: string;
  rule!: string;
  @ApiProperty({ enum: CALL_CLASSES, enumName: 'CallClass' }) favours!: CallClass;
}

export class OpinionView {
  @ApiProperty({ enum: CALL_CLASSES, enumName: 'CallClass' }) classification!: CallClass;
  reasoning!: string;
  evidence!: HeardWordsView[];
}

export class SaidView {
  @ApiProperty({ enum: ['caller', 'agent'] }) role!: 'caller' | 'agent';
  text!: string;
}

export class DisagreementView {
  callId!: string;
  @ApiProperty({ type: String, format: 'date-time' }) calledAt!: string;
  @ApiProperty({ type: OpinionView, nullable: true }) rules!: OpinionView | null;
  @ApiProperty({ type: OpinionView, nullable: true }) voiceAgent!: OpinionView | null;
  @ApiProperty({ type: OpinionView, nullable: true }) human!: OpinionView | null;
  turns!: SaidView[];
}

export class DisagreementPageView {
  data!: DisagreementView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export const toDisagreementView = (call: Disagreement): DisagreementView => ({
  callId: call.callId,
  calledAt: call.calledAt.toISOString(),
  rules: call.rules && toOpinionView(call.rules),
  voiceAgent: call.voiceAgent && toOpinionView(call.voiceAgent),
  human: call.human && toOpinionView(call.human),
  turns: call.turns.map(({ role, text }) => ({ role, text })),
});

const toOpinionView = ({ classification, reasoning, evidence }: Opinion): OpinionView => ({
  classification,
  reasoning,
  evidence: evidence.map(({ turn, words, rule, favours }) => ({ turn, words, rule, favours })),
});
