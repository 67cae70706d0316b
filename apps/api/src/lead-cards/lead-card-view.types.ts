import {
  APPOINTMENT_STATES,
  CALLBACK_REASONS,
  type AppointmentState,
  type CallbackReason,
} from '@domain/booking/appointment';
import type { CardTone } from '@domain/lead-card/card-look';
import { CALLBACK_STATUSES, CARD_CLASSES, type CallbackStatus, type CardClass } from '@domain/lead-card/lead-card';
import { ON_CALL_STATES, type OnCallState } from '@domain/lead-card/on-call-state';
import type { CallerTone, Priority, ServiceType } from '@domain/triage/triage.types';
import { ApiProperty } from '@nestjs/swagger';

const PRIORITIES: Priority[] = ['emergency', 'same_day', 'routine'];
const SERVICE_TYPES: ServiceType[] = ['plumbing', 'hvac', 'electrical', 'general', 'unknown'];
const CALLER_TONES: CallerTone[] = ['calm', 'concerned', 'frustrated', 'worried', 'panicked', 'neutral'];
const CARD_TONES: CardTone[] = ['emergency', 'same_day', 'routine', 'spam'];
const text = { type: String, nullable: true } as const;
const time = { type: String, format: 'date-time', nullable: true } as const;

/** PRD §8 "On-Call Outcome". */
export class OnCallOutcomeView {
  @ApiProperty({ enum: ON_CALL_STATES, enumName: 'OnCallState' }) state!: OnCallState;
  @ApiProperty({ example: 'Mike T. acknowledged at 9:24 PM' }) label!: string;
  @ApiProperty({ ...text, format: 'uuid' }) incidentId!: string | null;
}

export class CardBadgeView {
  @ApiProperty({ example: 'EMERGENCY' }) text!: string;
  @ApiProperty({ enum: CARD_TONES, enumName: 'CardTone' }) tone!: CardTone;
}

/** How a card is drawn (VTCR 2.5, 4.1). */
export class CardLookView {
  @ApiProperty({ type: CardBadgeView }) badge!: CardBadgeView;
  @ApiProperty({ enum: ['check', 'retry'], type: String, nullable: true }) icon!: 'check' | 'retry' | null;
  @ApiProperty() dimmed!: boolean;
  @ApiProperty() collapsed!: boolean;
}

/** PRD §8 "Appointment"; `state` and times are null when the call never led to one. */
export class AppointmentOnCardView {
  @ApiProperty({ ...text, format: 'uuid' }) id!: string | null;
  @ApiProperty({ enum: APPOINTMENT_STATES, enumName: 'AppointmentState', nullable: true })
  state!: AppointmentState | null;
  @ApiProperty(time) startsAt!: string | null;
  @ApiProperty(time) endsAt!: string | null;
  @ApiProperty({ example: 'Booked for Thu, Nov 26 10 AM-12 PM' }) label!: string;
}

/** The office has spoken with the customer through a call that it placed. */
export class CalledBackView {
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ example: 'Maria Lopez' }) byName!: string;
}

/** The eighteen fields of PRD §8; transcript and recording are fetched from the call. */
export class LeadCardView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'Send it back in If-Match when saving' }) version!: number;
  @ApiProperty({ format: 'uuid' }) callId!: string;
  @ApiProperty({ enum: CARD_CLASSES, enumName: 'CardClass' }) classification!: CardClass;
  @ApiProperty({ enum: PRIORITIES, enumName: 'Priority' }) priority!: Priority;
  @ApiProperty() callerName!: string;
  @ApiProperty(text) callerPhone!: string | null;
  @ApiProperty(text) callbackPhone!: string | null;
  @ApiProperty(text) address!: string | null;
  @ApiProperty({ format: 'date-time' }) calledAt!: string;
  @ApiProperty() issueSummary!: string;
  @ApiProperty(text) issueDetail!: string | null;
  @ApiProperty({ enum: SERVICE_TYPES, enumName: 'ServiceType' }) serviceType!: ServiceType;
  @ApiProperty(text) classificationReasoning!: string | null;
  @ApiProperty(text) safetyInstructionGiven!: string | null;
  @ApiProperty({ enum: CALLER_TONES, enumName: 'CallerTone' }) callerTone!: CallerTone;
  @ApiProperty(text) notes!: string | null;
  @ApiProperty({ type: Number, nullable: true }) callDurationSeconds!: number | null;
  @ApiProperty() appointmentBooked!: boolean;
  @ApiProperty({ ...time, description: 'Held for then while appointmentBooked is false' }) appointmentAt!:
    string | null;
  @ApiProperty({ type: AppointmentOnCardView }) appointment!: AppointmentOnCardView;
  @ApiProperty({
    enum: CALLBACK_REASONS,
    enumName: 'CallbackReason',
    nullable: true,
    description: 'Why it comes first',
  })
  callbackReason!: CallbackReason | null;
  @ApiProperty({ ...text, example: 'Wants another time: call first' }) callbackReasonLabel!: string | null;
  @ApiProperty({ type: OnCallOutcomeView }) onCall!: OnCallOutcomeView;
  @ApiProperty({ enum: CALLBACK_STATUSES, enumName: 'CallbackStatus' }) callbackStatus!: CallbackStatus;
  @ApiProperty(text) callbackNotes!: string | null;
  @ApiProperty(time) callbackAt!: string | null;
  @ApiProperty({ type: CalledBackView, nullable: true }) calledBack!: CalledBackView | null;
  @ApiProperty() hasRecording!: boolean;
  @ApiProperty() hasTranscript!: boolean;
  @ApiProperty({ type: CardLookView }) look!: CardLookView;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;
}
