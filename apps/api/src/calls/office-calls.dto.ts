import { DomainError } from '@domain/errors/domain-error';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import type { OfficeCallWish } from './office-call-book.service.js';

/** Whose phone rings first, and exactly one of the three that say whom it is for. */
export class PlaceOfficeCall {
  @ApiProperty({ format: 'uuid', description: 'A contact whose phone is verified: it rings first' })
  @IsUUID()
  deskContactId!: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() leadCardId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() incidentId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() callId?: string;
}

/** Throws `subject-needed`. */
export function toWish(body: PlaceOfficeCall, by: Pick<OfficeCallWish, 'userId' | 'actor'>): OfficeCallWish {
  const { deskContactId, leadCardId = null, incidentId = null, callId = null } = body;
  const subject = { leadCardId, incidentId, callId };
  if (Object.values(subject).filter((id) => id !== null).length !== 1)
    throw new DomainError('invalid', 'subject-needed', 'Say whom to call: a leadCardId, an incidentId or a callId.');
  return { deskContactId, subject, ...by };
}

export class OfficeCallPlaced {
  @ApiProperty({ format: 'uuid' }) callId!: string;
}
