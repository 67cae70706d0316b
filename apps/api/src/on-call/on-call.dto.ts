import type { ContactChannel, Roster } from '@domain/on-call/roster';
import { rosterPreview } from '@domain/on-call/roster-preview';
import { ApiProperty } from '@nestjs/swagger';
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
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) verifiedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) smsOptedOutAt!: Date | null;
  isActive!: boolean;
  /** How the newest test text stands. */
  @ApiProperty({ enum: ['sent', 'delivered', 'failed'], enumName: 'TestState', nullable: true })
  testState!: TestState | null;
}

export class OnCallView {
  /** 0 before the first save. */
  version!: number;
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
}

export const toContactView = (contact: Contact, testState: TestState | null): ContactView => ({
  id: contact.id,
  name: contact.name,
  phone: contact.phone,
  channels: contact.channels,
  verifiedAt: contact.verifiedAt,
  smsOptedOutAt: contact.smsOptedOutAt,
  isActive: contact.isActive,
  testState,
});

interface ShownRoster {
  version: number;
  roster: Roster;
  contacts: Map<string, Contact>;
  tests: Map<string, TestState>;
}

export function toOnCallView({ version, roster, contacts, tests }: ShownRoster): OnCallView {
  const view = (id: string): ContactView => {
    const contact = contacts.get(id);
    if (!contact) throw new Error(`contact ${id} of the roster is missing`);
    return toContactView(contact, tests.get(id) ?? null);
  };
  return {
    version,
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
