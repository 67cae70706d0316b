import { APPOINTMENT_STATES, BOOKED_BY, type AppointmentState, type BookedBy } from '@domain/booking/appointment';
import { HOLD_REASONS, type HoldReason } from '@domain/booking/decide-booking';
import type { Slot } from '@domain/booking/open-slots';
import { BOOKABLE_SERVICES, type BookableService } from '@domain/booking/booking-rules';
import type { ServiceType } from '@domain/triage/triage.types';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@platform/http/page.dto';
import { Transform, Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { Actor } from '@platform/journal/journal';
import type { AppointmentPage } from './appointment-list.service.js';
import type { AppointmentFilter } from './appointment.queries.js';
import type { ShownAppointment } from './appointment-views.service.js';
import type { Decider } from './appointments.service.js';
import type { CalendarState } from './booking.types.js';

const text = { type: String, nullable: true } as const;
const time = { type: String, format: 'date-time' } as const;
const SERVICES: ServiceType[] = ['plumbing', 'hvac', 'electrical', 'general', 'unknown'];

/** One value in a query is a list of one. */
const asList = ({ value }: { value: unknown }): unknown =>
  value === undefined || Array.isArray(value) ? value : [value];

export class ListAppointments extends PageQuery {
  /** Held and booked ones when left out. */
  @ApiPropertyOptional({ enum: APPOINTMENT_STATES, enumName: 'AppointmentState', isArray: true })
  @IsOptional()
  @Transform(asList)
  @IsArray()
  @IsIn(APPOINTMENT_STATES, { each: true })
  state?: AppointmentState[];
  /** Those that begin at or after it. */
  @ApiPropertyOptional(time) @IsOptional() @Type(() => Date) @IsDate() from?: Date;
  /** Those that begin before it. */
  @ApiPropertyOptional(time) @IsOptional() @Type(() => Date) @IsDate() to?: Date;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() callId?: string;
}

export class NewTime {
  @ApiProperty({ ...time, example: '2026-11-26T16:00:00.000Z' }) @Type(() => Date) @IsDate() startsAt!: Date;
  @ApiProperty({ ...time, example: '2026-11-26T18:00:00.000Z' }) @Type(() => Date) @IsDate() endsAt!: Date;
}

const TextCustomer = (): PropertyDecorator => (target, property) => {
  ApiPropertyOptional({ type: Boolean, default: true, description: 'Whether the customer is told by text' })(
    target,
    property,
  );
  IsOptional()(target, property);
  IsBoolean()(target, property);
};

/** From a card its customer is known; what is sent besides stands above it. */
export class CreateAppointment extends NewTime {
  @ApiPropertyOptional({ format: 'uuid', description: 'The lead card it comes from ("Called - Booked")' })
  @IsOptional()
  @IsUUID()
  cardId?: string;
  @ApiPropertyOptional({ example: 'Rachel Torres' }) @IsOptional() @IsString() @Length(1, 120) customerName?: string;
  @ApiPropertyOptional({ example: '+13125550133' }) @IsOptional() @IsString() @MaxLength(30) customerPhone?: string;
  @IsOptional() @IsString() @MaxLength(300) address?: string;
  @ApiPropertyOptional({ enum: BOOKABLE_SERVICES, enumName: 'BookableService' })
  @IsOptional()
  @IsIn(BOOKABLE_SERVICES)
  serviceType?: BookableService;
  @ApiPropertyOptional({ example: 'AC tune-up' }) @IsOptional() @IsString() @Length(1, 1000) issue?: string;
  @IsOptional() @IsString() @MaxLength(2000) @Matches(/\S/, { message: 'notes are empty' }) notes?: string;
  @TextCustomer() textCustomer?: boolean;
}

/** Without a time: as it is held. */
export class ApproveAppointment {
  @ApiPropertyOptional({ type: NewTime })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NewTime)
  time?: NewTime;
  @TextCustomer() textCustomer?: boolean;
}

export class MoveAppointment extends NewTime {
  @TextCustomer() textCustomer?: boolean;
}

export class CancelAppointment {
  @TextCustomer() textCustomer?: boolean;
}

export const filterOf = ({ limit, state, from, to, callId }: ListAppointments): AppointmentFilter => ({
  limit,
  states: state ?? ['held', 'booked'],
  from: from ?? null,
  to: to ?? null,
  callId: callId ?? null,
});

export const deciderOf = (actor: Actor, { textCustomer }: { textCustomer?: boolean }): Decider => ({
  actor,
  textCustomer: textCustomer ?? true,
});

export class SlotView {
  @ApiProperty(time) startsAt!: string;
  @ApiProperty(time) endsAt!: string;
}

export class SlotListView {
  @ApiProperty({ type: [SlotView] }) data!: SlotView[];
  @ApiProperty({ description: 'Whether the connected calendar could be asked; without one it is true' })
  calendarAnswered!: boolean;
}

export class CustomerTextView {
  @ApiProperty({ enum: ['confirmed', 'moved', 'called_off'], enumName: 'CustomerTextKind' }) kind!: string;
  @ApiProperty({ enum: ['waiting', 'sending', 'sent', 'refused', 'unsendable'], enumName: 'CustomerTextState' })
  state!: string;
}

export class CustomerReplyView {
  @ApiProperty() body!: string;
  @ApiProperty(time) receivedAt!: string;
}

export class AppointmentView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() version!: number;
  @ApiProperty({ enum: APPOINTMENT_STATES, enumName: 'AppointmentState' }) state!: AppointmentState;
  @ApiProperty({ enum: BOOKED_BY, enumName: 'BookedBy' }) bookedBy!: BookedBy;
  @ApiProperty({ ...text, format: 'uuid' }) callId!: string | null;
  @ApiProperty({ ...text, format: 'uuid' }) cardId!: string | null;
  @ApiProperty({ ...text, format: 'uuid', description: 'The appointment whose place it took' }) movedFrom!:
    string | null;
  @ApiProperty(time) startsAt!: string;
  @ApiProperty(time) endsAt!: string;
  @ApiProperty({ example: 'Thu, Nov 26 10 AM-12 PM', description: "On the contractor's clock" }) when!: string;
  @ApiProperty() crew!: number;
  @ApiProperty({ example: 'Rachel Torres' }) customerName!: string;
  @ApiProperty(text) customerPhone!: string | null;
  @ApiProperty(text) address!: string | null;
  @ApiProperty({ enum: SERVICES, enumName: 'ServiceType' }) serviceType!: ServiceType;
  @ApiProperty() issue!: string;
  @ApiProperty(text) notes!: string | null;
  @ApiProperty({ enum: HOLD_REASONS, enumName: 'HoldReason', nullable: true })
  holdReason!: HoldReason | null;
  @ApiProperty({ ...time, nullable: true, description: 'When it becomes a callback' }) heldUntil!: string | null;
  @ApiProperty({ ...text, example: 'B36', description: "Names it in the approver's texts" }) code!: string | null;
  @ApiProperty({ ...text, format: 'uuid' }) approverId!: string | null;
  @ApiProperty({
    enum: ['wanted', 'written', 'conflict', 'failed'],
    enumName: 'CalendarState',
    nullable: true,
  })
  calendarState!: CalendarState | null;
  @ApiProperty({ type: CustomerTextView, nullable: true }) customerText!: CustomerTextView | null;
  @ApiProperty({ type: [CustomerReplyView] }) replies!: CustomerReplyView[];
  @ApiProperty(time) createdAt!: string;
  @ApiProperty({ ...time, nullable: true }) decidedAt!: string | null;
}

export class AppointmentPageView {
  @ApiProperty({ type: [AppointmentView] }) data!: AppointmentView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export const toAppointmentPageView = (page: AppointmentPage): AppointmentPageView => ({
  data: page.appointments.map(toAppointmentView),
  nextCursor: page.nextCursor,
});

/** Fields leave because they are listed. */
export const toAppointmentView = ({
  row: a,
  cardId,
  when,
  customerText,
  replies,
}: ShownAppointment): AppointmentView => ({
  id: a.id,
  version: a.version,
  state: a.state,
  bookedBy: a.bookedBy,
  callId: a.callId,
  cardId,
  movedFrom: a.movedFrom,
  ...momentsOf(a),
  when,
  crew: a.crew,
  customerName: a.customerName,
  customerPhone: a.customerPhone,
  address: a.address,
  serviceType: a.serviceType,
  issue: a.issue,
  notes: a.notes,
  holdReason: a.holdReason,
  code: a.code,
  approverId: a.approverId,
  calendarState: a.calendarState,
  customerText: customerText && { kind: customerText.kind, state: customerText.state },
  replies: replies.map(({ body, receivedAt }) => ({ body, receivedAt: receivedAt.toISOString() })),
});

const momentsOf = (a: ShownAppointment['row']) => ({
  startsAt: a.startsAt.toISOString(),
  endsAt: a.endsAt.toISOString(),
  heldUntil: a.heldUntil?.toISOString() ?? null,
  createdAt: a.createdAt.toISOString(),
  decidedAt: a.decidedAt?.toISOString() ?? null,
});

export const toSlotListView = ({ slots, answered }: { slots: Slot[]; answered: boolean }): SlotListView => ({
  data: slots.map(({ startsAt, endsAt }) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() })),
  calendarAnswered: answered,
});
