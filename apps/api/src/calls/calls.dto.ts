import { callBadge, type BadgeFacts } from '@domain/call/call-badge';
import type { CallClass } from '@domain/triage/triage.types';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@platform/http/page.dto';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import type { IncidentOutcome } from '../escalation/escalation.types.js';
import type { LeadCardRow } from '../lead-cards/lead-cards.types.js';
import type { AssessmentRow } from './assessments.queries.js';
import type { ShownCallRow } from './call-views.queries.js';
import {
  CALL_CLASSES,
  type AssessmentView,
  type CallDetail,
  type CallView,
  type TurnView,
} from './call-views.types.js';
import type { TurnRow } from './calls.queries.js';

export class ListCalls extends PageQuery {
  @ApiPropertyOptional({ enum: CALL_CLASSES, enumName: 'CallClass' })
  @IsOptional()
  @IsIn(CALL_CLASSES)
  class?: CallClass;

  /** Only calls whose line is open. */
  @IsOptional()
  @Transform(({ obj }: { obj: { live?: unknown } }) => obj.live === 'true' || obj.live === true)
  @IsBoolean()
  live?: boolean;

  /** Only calls that the office placed about this card. */
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  leadCardId?: string;
}

export class MakeCard {
  @ApiProperty({ enum: ['emergency', 'routine'] })
  @IsIn(['emergency', 'routine'])
  classification!: 'emergency' | 'routine';
}

/** A call with what belongs to it elsewhere. */
export interface ShownCall {
  call: ShownCallRow;
  card: LeadCardRow | undefined;
  outcome: IncidentOutcome | undefined;
}

export const toCallView = ({ call, card, outcome }: ShownCall): CallView => ({
  id: call.id,
  callerPhone: call.callerPhone,
  ...toProgressView(call),
  classification: call.classification,
  priority: call.priority,
  category: call.category,
  ...(card ? toProblemView(call, card) : unnamed(call)),
  isAfterHours: call.isAfterHours,
  isRepeatCaller: call.isRepeatCaller,
  hasRecording: call.hasRecording,
  isTest: call.isTest,
  direction: call.direction,
  incidentId: outcome?.incidentId ?? null,
  badge: callBadge(badgeFacts(call, card, outcome)),
});

/** The card is what people correct, so its words come first. */
const toProblemView = (call: ShownCallRow, card: LeadCardRow) => ({
  callerName: known(card.callerName),
  serviceType: known(card.serviceType) ?? call.serviceType,
  summary: card.issueSummary || call.summary,
  leadCardId: card.id,
  appointmentAt: (card.appointmentBooked && card.appointmentAt?.toISOString()) || null,
});

const unnamed = (call: ShownCallRow) => ({
  callerName: null,
  serviceType: call.serviceType,
  summary: call.summary,
  leadCardId: null,
  appointmentAt: null,
});

const known = (text: string): string | null => (text.toLowerCase() === 'unknown' ? null : text);

const toProgressView = (call: ShownCallRow) => ({
  calledAt: call.calledAt.toISOString(),
  answeredAt: call.answeredAt?.toISOString() ?? null,
  endedAt: call.endedAt?.toISOString() ?? null,
  durationSeconds: call.durationSeconds,
  status: call.status,
  handledBy: call.handledBy,
  stage: call.stage,
});

const badgeFacts = (call: ShownCallRow, card?: LeadCardRow, outcome?: IncidentOutcome): BadgeFacts => ({
  isTest: call.isTest,
  isOutbound: call.direction === 'outbound',
  status: call.status,
  handledBy: call.handledBy,
  classification: call.classification,
  priority: call.priority,
  appointmentBooked: card?.appointmentBooked ?? false,
  acceptedName: outcome?.acceptedName ?? null,
  isConnected: outcome?.contactedAt != null && !outcome.isOnTheWay,
});

/** What only the page of one call shows. */
export interface CallWords {
  turns: TurnRow[];
  assessments: AssessmentRow[];
}

export const toCallDetail = (shown: ShownCall, words: CallWords): CallDetail => ({
  ...toCallView(shown),
  turns: words.turns.map(toTurnView),
  assessments: words.assessments.map(toAssessmentView),
  voicemailText: shown.call.voicemailText,
});

const toTurnView = (turn: TurnRow): TurnView => ({
  id: turn.id,
  role: turn.role,
  text: turn.text,
  saidAt: turn.saidAt.toISOString(),
  secondsFromStart: turn.secondsFromStart,
});

const toAssessmentView = (judged: AssessmentRow): AssessmentView => ({
  id: judged.id,
  decidedBy: judged.decidedBy,
  classification: judged.classification,
  priority: judged.priority,
  category: judged.category,
  serviceType: judged.serviceType,
  safetyInstruction: judged.safetyInstruction,
  confidence: judged.confidence,
  reasoning: judged.reasoning,
  evidence: judged.evidence.map(({ turn, words, rule, favours }) => ({ turn, words, rule, favours })),
  assessedAt: judged.assessedAt.toISOString(),
});
