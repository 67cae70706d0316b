import { BADGE_TONES, type BadgeTone } from '@domain/call/call-badge';
import {
  CALL_STATUSES,
  HANDLERS,
  STAGES,
  type CallHandler,
  type CallStage,
  type CallStatus,
} from '@domain/call/call-status';
import type { CallClass, Priority } from '@domain/triage/triage.types';
import { ApiProperty } from '@nestjs/swagger';

export const CALL_CLASSES: CallClass[] = ['emergency', 'routine', 'spam', 'ambiguous'];
const PRIORITIES: Priority[] = ['emergency', 'same_day', 'routine'];
const text = { type: String, nullable: true } as const;
const id = { type: String, format: 'uuid', nullable: true } as const;
const time = { type: String, format: 'date-time', nullable: true } as const;
const whole = { type: Number, nullable: true } as const;

export class CallBadgeView {
  @ApiProperty({ example: 'EMERGENCY - Routing to On-Call' }) text!: string;
  @ApiProperty({ enum: BADGE_TONES, enumName: 'BadgeTone' }) tone!: BadgeTone;
}

/** One row of the call log (VTCR 2.1 to 2.5). */
export class CallView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ ...text, description: 'E.164; null when withheld' }) callerPhone!: string | null;
  @ApiProperty(text) callerName!: string | null;
  @ApiProperty({ format: 'date-time' }) calledAt!: string;
  @ApiProperty(time) answeredAt!: string | null;
  @ApiProperty(time) endedAt!: string | null;
  @ApiProperty(whole) durationSeconds!: number | null;
  @ApiProperty({ enum: CALL_STATUSES, enumName: 'CallStatus' }) status!: CallStatus;
  @ApiProperty({ enum: HANDLERS, enumName: 'CallHandler', nullable: true }) handledBy!: CallHandler | null;
  @ApiProperty({ enum: STAGES, enumName: 'CallStage' }) stage!: CallStage;
  @ApiProperty({ enum: CALL_CLASSES, enumName: 'CallClass', nullable: true }) classification!: CallClass | null;
  @ApiProperty({ enum: PRIORITIES, enumName: 'Priority', nullable: true }) priority!: Priority | null;
  @ApiProperty(text) serviceType!: string | null;
  @ApiProperty(text) category!: string | null;
  @ApiProperty(text) summary!: string | null;
  @ApiProperty() isAfterHours!: boolean;
  @ApiProperty() isRepeatCaller!: boolean;
  @ApiProperty() hasRecording!: boolean;
  @ApiProperty({ enum: ['inbound', 'outbound'], enumName: 'CallDirection' }) direction!: 'inbound' | 'outbound';
  @ApiProperty({ description: 'A Test Call of the settings page: counted nowhere' }) isTest!: boolean;
  @ApiProperty(id) leadCardId!: string | null;
  @ApiProperty(id) incidentId!: string | null;
  @ApiProperty({ ...time, description: 'When the appointment is that the call led to (VTCR 2.3)' }) appointmentAt!:
    string | null;
  @ApiProperty({ type: CallBadgeView }) badge!: CallBadgeView;
}

export class TurnView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['caller', 'agent'] }) role!: 'caller' | 'agent';
  @ApiProperty() text!: string;
  @ApiProperty({ format: 'date-time' }) saidAt!: string;
  @ApiProperty(whole) secondsFromStart!: number | null;
}

export class EvidenceView {
  @ApiProperty({ description: 'Index of the turn; -1 for a circumstance such as the hour' }) turn!: number;
  @ApiProperty() words!: string;
  @ApiProperty() rule!: string;
  @ApiProperty({ enum: CALL_CLASSES, enumName: 'CallClass' }) favours!: CallClass;
}

export class AssessmentView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['rules', 'voice_agent', 'human'] }) decidedBy!: 'rules' | 'voice_agent' | 'human';
  @ApiProperty({ enum: CALL_CLASSES, enumName: 'CallClass' }) classification!: CallClass;
  @ApiProperty({ enum: PRIORITIES, enumName: 'Priority' }) priority!: string;
  @ApiProperty(text) category!: string | null;
  @ApiProperty(text) serviceType!: string | null;
  @ApiProperty(text) safetyInstruction!: string | null;
  @ApiProperty({ type: Number, nullable: true, minimum: 0, maximum: 1 }) confidence!: number | null;
  @ApiProperty() reasoning!: string;
  @ApiProperty({ type: [EvidenceView] }) evidence!: EvidenceView[];
  @ApiProperty({ format: 'date-time' }) assessedAt!: string;
}

export class CallDetail extends CallView {
  @ApiProperty({ type: [TurnView] }) turns!: TurnView[];
  @ApiProperty({ type: [AssessmentView] }) assessments!: AssessmentView[];
  @ApiProperty(text) voicemailText!: string | null;
}

export class CallPageView {
  @ApiProperty({ type: [CallView] }) data!: CallView[];
  @ApiProperty(text) nextCursor!: string | null;
}
