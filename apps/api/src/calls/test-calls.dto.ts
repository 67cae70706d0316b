import { CALL_STATUSES, type CallStatus } from '@domain/call/call-status';
import { DomainError } from '@domain/errors/domain-error';
import { parseE164 } from '@domain/phone/e164';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { TestCallWish } from './test-call-book.service.js';
import type { TestCallDesk } from './test-calls.service.js';

const text = { type: String, nullable: true } as const;
const whole = { type: Number, nullable: true } as const;

/** One of the two: a contact, or the number of one. */
export class PlaceTestCall {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() contactId?: string;
  @ApiPropertyOptional({ example: '+13125550184' }) @IsOptional() @IsString() @MaxLength(40) phone?: string;
}

/** Throws `phone-needed`, `phone-not-e164`. */
export function toWish(body: PlaceTestCall, by: Pick<TestCallWish, 'userId' | 'actor'>): TestCallWish {
  if ((body.contactId === undefined) === (body.phone === undefined))
    throw new DomainError('invalid', 'phone-needed', 'Say whose phone is to ring: a contactId, or a phone number.');
  return { contactId: body.contactId ?? null, phone: body.phone === undefined ? null : parseE164(body.phone), ...by };
}

export class TestCallPlaced {
  @ApiProperty({ format: 'uuid' }) callId!: string;
  @ApiProperty({ description: 'The call ends by itself after this long' }) endsAfterSeconds!: number;
}

export class VerifiedPhoneView {
  @ApiProperty({ format: 'uuid' }) contactId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() phone!: string;
}

export class TestCallView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() phone!: string;
  @ApiProperty({ enum: CALL_STATUSES, enumName: 'CallStatus' }) status!: CallStatus;
  @ApiProperty({ format: 'date-time' }) calledAt!: string;
  @ApiProperty({ ...text, format: 'date-time' }) answeredAt!: string | null;
  @ApiProperty({ ...text, format: 'date-time' }) endedAt!: string | null;
  @ApiProperty(whole) durationSeconds!: number | null;
}

export class TestCallDeskView {
  @ApiProperty({ type: [VerifiedPhoneView], description: 'The phones a test call may ring' })
  phones!: VerifiedPhoneView[];
  @ApiProperty({ description: 'How many more this hour' }) left!: number;
  @ApiProperty({ type: [TestCallView], description: 'The latest ten, newest first' }) calls!: TestCallView[];
}

export const toDeskView = ({ phones, left, calls }: TestCallDesk): TestCallDeskView => ({
  phones: phones.map(({ contactId, name, phone }) => ({ contactId, name, phone })),
  left,
  calls: calls.map((call) => ({
    id: call.id,
    phone: call.phone,
    status: call.status,
    durationSeconds: call.durationSeconds,
    calledAt: call.calledAt.toISOString(),
    answeredAt: call.answeredAt?.toISOString() ?? null,
    endedAt: call.endedAt?.toISOString() ?? null,
  })),
});
