import { mayDial, parseE164 } from '@domain/phone/e164';
import { DomainError } from '@domain/errors/domain-error';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { AiDisclosure, ConfigPatch, DigestChannel, RecordingNotice } from './config.types.js';
import { FaqView, plainDay, plainHours, SpecialDayView, WeeklyHoursView } from './hours.dto.js';

const unlessNull = (field: string) => ValidateIf((body: Record<string, unknown>) => body[field] !== null);
const nullableText = { type: String, nullable: true } as const;

/** Only what is sent is changed. */
export class SaveConfig {
  @IsOptional() @IsBoolean() isActive?: boolean;
  @IsOptional() @IsBoolean() alwaysActive?: boolean;
  @IsOptional() @ValidateNested() @Type(() => WeeklyHoursView) hours?: WeeklyHoursView;
  @ApiProperty({ type: [SpecialDayView], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => SpecialDayView)
  closures?: SpecialDayView[];
  @ApiProperty({ ...nullableText, required: false })
  @IsOptional()
  @unlessNull('businessNumber')
  @IsString()
  @MaxLength(30)
  businessNumber?: string | null;
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(60, { message: 'ringSeconds is 5 to 60: callers hang up before a minute is over' })
  ringSeconds?: number;
  @IsOptional() @IsString() @Length(1, 80) ownerName?: string;
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @IsIn(['plumbing', 'hvac', 'electrical'], { each: true, message: 'trades are plumbing, hvac or electrical' })
  trades?: string[];
  @IsOptional() @IsString() @MaxLength(200) serviceArea?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40, { message: 'services holds at most 40 entries' })
  @IsString({ each: true })
  @Length(1, 80, { each: true, message: 'services are named in 1 to 80 characters each' })
  services?: string[];
  @IsOptional()
  @IsString()
  @Matches(/^\S(.{0,38}\S)?$/u, { message: 'aiName is a name of 1 to 40 characters on one line, e.g. Alex' })
  aiName?: string;
  @IsOptional()
  @IsString()
  @Matches(/^[A-Za-z0-9_-]{1,64}$/, { message: 'voiceId is the id of one of the voices in the list' })
  voiceId?: string;
  /** Must name the business (VTCR 1.3). */
  @IsOptional()
  @IsString()
  @MaxLength(600, { message: 'greeting takes too long to say: keep it under 600 characters' })
  @Matches(/\{\{\s*BUSINESS_NAME\s*\}\}/i, { message: 'greeting must contain {{BUSINESS_NAME}}' })
  greeting?: string;
  @IsOptional()
  @IsString()
  @MaxLength(2000, { message: 'additionalInstructions hold at most 2000 characters: an agent forgets long notes' })
  additionalInstructions?: string;
  @ApiProperty({ type: [FaqView], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40, { message: 'faq holds at most 40 questions' })
  @ValidateNested({ each: true })
  @Type(() => FaqView)
  faq?: FaqView[];
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(2) @IsIn(['en', 'es'], { each: true }) languages?: string[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40, { message: 'emergencyPhrases holds at most 40 entries' })
  @IsString({ each: true })
  @Length(2, 80, { each: true, message: 'emergencyPhrases are 2 to 80 characters each' })
  emergencyPhrases?: string[];
  @ApiProperty({ enum: ['on', 'attested_off'], required: false })
  @IsOptional()
  @IsIn(['on', 'attested_off'])
  recordingNotice?: RecordingNotice;
  @ApiProperty({ enum: ['on_request', 'in_greeting'], required: false })
  @IsOptional()
  @IsIn(['on_request', 'in_greeting'])
  aiDisclosure?: AiDisclosure;
  @IsOptional() @IsBoolean() calendarEnabled?: boolean;
  @IsOptional() @IsBoolean() digestEnabled?: boolean;
  @ApiProperty({ enum: ['slack', 'sms', 'email'], required: false })
  @IsOptional()
  @IsIn(['slack', 'sms', 'email'])
  digestChannel?: DigestChannel;
  /** Slack's own addresses only: anything else would make our server post to a place of the tenant's choosing. */
  @ApiProperty({ ...nullableText, required: false })
  @IsOptional()
  @unlessNull('digestSlackWebhook')
  @Matches(/^https:\/\/hooks\.slack\.com\/services\/[A-Za-z0-9/]+$/)
  digestSlackWebhook?: string | null;
  @ApiProperty({ ...nullableText, required: false })
  @IsOptional()
  @unlessNull('digestEmail')
  @IsEmail()
  digestEmail?: string | null;
  @ApiProperty({ ...nullableText, required: false })
  @IsOptional()
  @unlessNull('digestPhone')
  @IsString()
  @MaxLength(30)
  digestPhone?: string | null;
  @IsOptional() @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) digestTime?: string;
  @IsOptional() @IsInt() @Min(0) @Max(100_000_000) averageEmergencyValueCents?: number;
  @IsOptional() @IsBoolean() watchdogEnabled?: boolean;
  /** Why, for the list of versions. */
  @IsOptional()
  @IsString()
  @MaxLength(200, { message: 'note holds at most 200 characters' })
  note?: string;
}

/** Numbers in the form they are dialled, hours as plain rows; what was not sent stays out. Throws `phone-not-e164`, `phone-not-allowed`. */
export function toConfigPatch(body: SaveConfig): ConfigPatch {
  const { hours, closures, faq, businessNumber, digestPhone, note: _, ...rest } = body;
  const patch: ConfigPatch = {
    ...rest,
    ...(hours ? { hours: plainHours(hours) } : {}),
    ...(closures ? { closures: closures.map(plainDay) } : {}),
    ...(faq ? { faq: faq.map(({ question, answer }) => ({ question, answer })) } : {}),
    ...(businessNumber === undefined ? {} : { businessNumber: dialable(businessNumber) }),
    ...(digestPhone === undefined ? {} : { digestPhone: dialable(digestPhone) }),
  };
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

function dialable(given: string | null): string | null {
  if (given === null || given.trim() === '') return null;
  const number = parseE164(given);
  if (!mayDial(number))
    throw new DomainError('invalid', 'phone-not-allowed', 'Only US and Canadian numbers can be called.');
  return number;
}
