import { CALLBACK_REASON_WORDS } from '@domain/booking/appointment';
import { cardLook } from '@domain/lead-card/card-look';
import { NO_DETAILS } from '@domain/lead-card/card-words';
import { CALLBACK_STATUSES, CARD_CLASSES, type CallbackStatus, type CardClass } from '@domain/lead-card/lead-card';
import { onCallState } from '@domain/lead-card/on-call-state';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@platform/http/page.dto';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { AppointmentOfCall } from '../booking/booking.types.js';
import type { IncidentOutcome } from '../escalation/escalation.types.js';
import { AppointmentOnCardView, LeadCardView, OnCallOutcomeView } from './lead-card-view.types.js';
import {
  CARD_ORDERS,
  type CardOrder,
  type LeadCardPage,
  type LeadCardRow,
  type ShownAppointment,
  type ShownCard,
} from './lead-cards.types.js';

export class ListLeadCards extends PageQuery {
  @ApiPropertyOptional({ enum: CALLBACK_STATUSES, enumName: 'CallbackStatus' })
  @IsOptional()
  @IsIn(CALLBACK_STATUSES)
  callbackStatus?: CallbackStatus;

  @ApiPropertyOptional({ enum: CARD_CLASSES, enumName: 'CardClass' })
  @IsOptional()
  @IsIn(CARD_CLASSES)
  class?: CardClass;

  /** `newest`: by the time of the call. `waiting`: emergencies and same-day calls first, then whoever waits longest. */
  @ApiPropertyOptional({ enum: CARD_ORDERS, enumName: 'CardOrder', default: 'newest' })
  @IsOptional()
  @IsIn(CARD_ORDERS)
  order?: CardOrder;

  /** Looked for in name, numbers, address and summary. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  q?: string;
}

export class SetCallback {
  @ApiProperty({ enum: CALLBACK_STATUSES, enumName: 'CallbackStatus' })
  @IsIn(CALLBACK_STATUSES)
  status!: CallbackStatus;

  /** Replaces the earlier notes; left out, they stay. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  notes?: string;
}

export class LeadCardPageView {
  @ApiProperty({ type: [LeadCardView] }) data!: LeadCardView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class LeadCardCountsView {
  /** Routine cards nobody has called back yet. */
  needsCallback!: number;
}

export const toLeadCardPageView = (page: LeadCardPage): LeadCardPageView => ({
  data: page.cards.map(toLeadCardView),
  nextCursor: page.nextCursor,
});

/** Fields leave because they are listed. */
export const toLeadCardView = ({ card, outcome, media, calledBack, appointment }: ShownCard): LeadCardView => ({
  id: card.id,
  version: card.version,
  callId: card.callId,
  calledAt: card.calledAt.toISOString(),
  ...toProblemView(card),
  ...toCallbackView(card),
  appointment: toAppointmentOnCard(appointment),
  onCall: toOnCallView(outcome),
  calledBack: calledBack ? { at: calledBack.at.toISOString(), byName: calledBack.byName } : null,
  hasRecording: media?.hasRecording ?? false,
  hasTranscript: media?.hasTranscript ?? false,
  look: cardLook(card),
  createdAt: card.createdAt.toISOString(),
  updatedAt: card.updatedAt.toISOString(),
});

const toProblemView = (card: LeadCardRow) => ({
  classification: card.classification,
  priority: card.priority,
  callerName: card.callerName,
  callerPhone: card.callerPhone,
  callbackPhone: card.callbackPhone,
  address: card.address,
  issueSummary: card.issueSummary || NO_DETAILS,
  issueDetail: card.issueDetail,
  serviceType: card.serviceType,
  classificationReasoning: card.classificationReasoning,
  safetyInstructionGiven: card.safetyInstructionGiven,
  callerTone: card.callerTone,
  notes: card.notes,
  callDurationSeconds: card.callDurationSeconds,
});

const toCallbackView = (card: LeadCardRow) => ({
  appointmentBooked: card.appointmentBooked,
  appointmentAt: card.appointmentAt?.toISOString() ?? null,
  callbackStatus: card.callbackStatus,
  callbackReason: card.callbackReason,
  callbackReasonLabel: card.callbackReason && CALLBACK_REASON_WORDS[card.callbackReason],
  callbackNotes: card.callbackNotes,
  callbackAt: card.callbackAt?.toISOString() ?? null,
});

const toAppointmentOnCard = ({ appointment, label }: ShownAppointment): AppointmentOnCardView => ({
  ...(appointment ? toTimesView(appointment) : { id: null, state: null, startsAt: null, endsAt: null }),
  label,
});

const toTimesView = ({ appointmentId, state, startsAt, endsAt }: AppointmentOfCall) => ({
  id: appointmentId,
  state,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

const toOnCallView = (outcome: IncidentOutcome | undefined): OnCallOutcomeView => ({
  state: onCallState(outcome),
  label: outcome?.label ?? 'N/A',
  incidentId: outcome?.incidentId ?? null,
});
