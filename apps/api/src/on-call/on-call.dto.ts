import { PAGER_LANGUAGES, type PagerLanguage } from '@domain/on-call/pager-language';
import { canText, LINE_TYPES, type ContactChannel, type LineType, type Roster } from '@domain/on-call/roster';
import { readiness } from '@domain/on-call/readiness';
import { rosterPreview } from '@domain/on-call/roster-preview';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Contact } from './contact.entity.js';
import type { TestState } from './on-call.types.js';

const CHANNELS = ['voice', 'sms'] as const;
const LONGEST_DELAY_SECONDS = 4 * 60 * 60;

export class ContactView {
  id!: string;
  name!: string;
  /** E.164. */
  phone!: string;
  @ApiProperty({ enum: CHANNELS, enumName: 'ContactChannel', isArray: true }) channels!: ContactChannel[];
  /** In which they are written to and called. The words they answer with are read in both. */
  @ApiProperty({ enum: PAGER_LANGUAGES, enumName: 'PagerLanguage' }) language!: PagerLanguage;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) verifiedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) smsOptedOutAt!: Date | null;
  isActive!: boolean;
  /** When somebody entered the number and thereby agreed that it may be paged; STOP withdraws it for texts. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) consentAt!: Date | null;
  @ApiProperty({ enum: LINE_TYPES, enumName: 'LineType' }) lineType!: LineType;
  /** False: only calls reach this phone (a landline, STOP, no consent to texts, left the team). */
  canText!: boolean;
  /** Verified, with a channel, not opted out. A phone that is not ready is still tried in an emergency. */
  ready!: boolean;
  /** "not verified", "texted STOP", "no channel", "left the team". */
  missing!: string[];
  /** How the newest test text stands. */
  @ApiProperty({ enum: ['sent', 'delivered', 'failed'], enumName: 'TestState', nullable: true })
  testState!: TestState | null;
}

export class OnCallView {
  /** 0 before the first save. */
  version!: number;
  /** True: layers stand in place of this form, and it can't be saved. */
  hasLayers!: boolean;
  primary!: ContactView;
  @ApiProperty({ type: ContactView, nullable: true }) backup!: ContactView | null;
  owner!: ContactView;
  warmTransferEnabled!: boolean;
  warmTransferTimeoutSeconds!: number;
  smsOncallDelaySeconds!: number;
  autoDialDelaySeconds!: number;
  backupDelaySeconds!: number;
  ownerDelaySeconds!: number;
  /** The ladder in one sentence. */
  preview!: string;
}

export class PersonInput {
  @IsOptional() @IsUUID() id?: string;
  @IsString() @Length(1, 80) name!: string;
  @IsString() @MaxLength(30) phone!: string;
}

export class SaveOnCall {
  @IsDefined() @ValidateNested() @Type(() => PersonInput) primary!: PersonInput;
  @ApiProperty({ type: PersonInput, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PersonInput)
  backup: PersonInput | null = null;
  @IsDefined() @ValidateNested() @Type(() => PersonInput) owner!: PersonInput;
  @IsBoolean() warmTransferEnabled: boolean = true;
  @IsInt() @Min(5) @Max(60) warmTransferTimeoutSeconds: number = 25;
  @IsInt() @Min(0) @Max(LONGEST_DELAY_SECONDS) smsOncallDelaySeconds: number = 0;
  @IsInt() @Min(0) @Max(LONGEST_DELAY_SECONDS) autoDialDelaySeconds: number = 60;
  @IsInt() @Min(0) @Max(LONGEST_DELAY_SECONDS) backupDelaySeconds: number = 600;
  @IsInt() @Min(0) @Max(LONGEST_DELAY_SECONDS) ownerDelaySeconds: number = 1200;
}

export class AddContact {
  @IsString() @Length(1, 80) name!: string;
  @IsString() @MaxLength(30) phone!: string;
  @ApiProperty({ enum: CHANNELS, enumName: 'ContactChannel', isArray: true, required: false })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(2)
  @IsIn(CHANNELS, { each: true })
  channels?: ContactChannel[];
  @ApiPropertyOptional({ enum: PAGER_LANGUAGES, enumName: 'PagerLanguage', default: 'en' })
  @IsOptional()
  @IsIn(PAGER_LANGUAGES)
  language?: PagerLanguage;
}

export class ChangeContact {
  @IsOptional() @IsString() @Length(1, 80) name?: string;
  @IsOptional() @IsString() @MaxLength(30) phone?: string;
  @ApiProperty({ enum: CHANNELS, enumName: 'ContactChannel', isArray: true, required: false })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(2)
  @IsIn(CHANNELS, { each: true })
  channels?: ContactChannel[];
  @IsOptional() @IsBoolean() isActive?: boolean;
  @ApiPropertyOptional({ enum: PAGER_LANGUAGES, enumName: 'PagerLanguage' })
  @IsOptional()
  @IsIn(PAGER_LANGUAGES)
  language?: PagerLanguage;
}

export class SendCode {
  /** voice: the code is read out in a call, for a phone that takes no texts. */
  @ApiProperty({ enum: CHANNELS, enumName: 'ContactChannel' }) @IsIn(CHANNELS) channel: ContactChannel = 'sms';
}

export class ConfirmCode {
  @IsString() @Matches(/^\s*\d{3}[\s-]?\d{3}\s*$/) code!: string;
}

export const toContactView = (contact: Contact, testState: TestState | null): ContactView => ({
  id: contact.id,
  name: contact.name,
  phone: contact.phone,
  channels: contact.channels,
  language: contact.language,
  verifiedAt: contact.verifiedAt,
  smsOptedOutAt: contact.smsOptedOutAt,
  isActive: contact.isActive,
  consentAt: contact.consentAt,
  lineType: contact.lineType,
  canText: canText(contact),
  ...readiness(contact),
  testState,
});

interface ShownRoster {
  version: number;
  hasLayers: boolean;
  roster: Roster;
  contacts: Map<string, Contact>;
  tests: Map<string, TestState>;
}

export function toOnCallView({ version, hasLayers, roster, contacts, tests }: ShownRoster): OnCallView {
  const view = (id: string): ContactView => {
    const contact = contacts.get(id);
    if (!contact) throw new Error(`contact ${id} of the roster is missing`);
    return toContactView(contact, tests.get(id) ?? null);
  };
  return {
    version,
    hasLayers,
    primary: view(roster.primary.contactId),
    backup: roster.backup ? view(roster.backup.contactId) : null,
    owner: view(roster.owner.contactId),
    warmTransferEnabled: roster.timing.warmTransferEnabled,
    warmTransferTimeoutSeconds: roster.timing.warmTransferTimeoutSeconds,
    smsOncallDelaySeconds: roster.timing.smsOncallDelaySeconds,
    autoDialDelaySeconds: roster.timing.autoDialDelaySeconds,
    backupDelaySeconds: roster.timing.backupDelaySeconds,
    ownerDelaySeconds: roster.timing.ownerDelaySeconds,
    preview: rosterPreview(roster),
  };
}
