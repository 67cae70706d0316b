import { HOLIDAY_RULES, ROTATION_UNITS, type HolidayRule, type RotationUnit } from '@domain/on-call/schedule.types';
import { WEEKDAYS, type Weekday } from '@domain/hours/hours.types';
import type { Trade } from '@domain/triage/triage.types';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsDate,
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

export const TRADES = ['plumbing', 'hvac', 'electrical'] as const;
export const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const CLOCK_OR_MIDNIGHT = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const MOST_LAYERS = 20;
const MOST_ZIPS = 500;

export class RotationInput {
  /** YYYY-MM-DD, local. */
  @Matches(/^\d{4}-\d\d-\d\d$/) startsOn!: string;
  /** HH:MM, local. */
  @ApiProperty({ pattern: CLOCK.source, example: '17:00' }) @Matches(CLOCK) handOff!: string;
  @IsInt() @Min(1) @Max(52) every!: number;
  @ApiProperty({ enum: ROTATION_UNITS, enumName: 'RotationUnit' }) @IsIn(ROTATION_UNITS) unit!: RotationUnit;
}

export class WindowInput {
  @ApiProperty({ enum: WEEKDAYS, enumName: 'Weekday', isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(WEEKDAYS, { each: true })
  days!: Weekday[];
  /** HH:MM, local. */
  @ApiProperty({ pattern: CLOCK.source, example: '17:00' }) @Matches(CLOCK) from!: string;
  /** HH:MM; at or before `from` it is on the next day, 24:00 is the day's end. */
  @ApiProperty({ pattern: CLOCK_OR_MIDNIGHT.source, example: '22:00' }) @Matches(CLOCK_OR_MIDNIGHT) to!: string;
}

export class TurnInput {
  /** One person, or two: the lead first. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(4) @IsUUID(undefined, { each: true }) contactIds!: string[];
}

export class LayerInput {
  /** Without an id, or with the roster form's, the layer is new. */
  @IsOptional() @Matches(/^(roster|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/) id?: string;
  @IsString() @Length(1, 60) name!: string;
  /** 1 is paged first; layers of one rank stand side by side. */
  @IsInt() @Min(1) @Max(9) rank: number = 1;
  @ApiProperty({ type: RotationInput, nullable: true, description: 'Null: the first turn always has it' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RotationInput)
  rotation: RotationInput | null = null;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => TurnInput)
  turns!: TurnInput[];
  @ApiProperty({ enum: TRADES, enumName: 'Trade', isArray: true, description: 'Empty: every trade' })
  @IsArray()
  @ArrayUnique()
  @IsIn(TRADES, { each: true })
  trades: Trade[] = [];
  /** Five-digit ZIP codes; empty: everywhere. */
  @IsArray() @ArrayUnique() @ArrayMaxSize(MOST_ZIPS) @Matches(/^\d{5}$/, { each: true }) zips: string[] = [];
  /** Empty: around the clock. */
  @IsArray() @ArrayMaxSize(14) @ValidateNested({ each: true }) @Type(() => WindowInput) windows: WindowInput[] = [];
  @ApiProperty({ enum: HOLIDAY_RULES, enumName: 'HolidayRule' }) @IsIn(HOLIDAY_RULES) holidays: HolidayRule = 'normal';
}

export class SaveSchedule {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LAYERS)
  @ValidateNested({ each: true })
  @Type(() => LayerInput)
  layers!: LayerInput[];
  /** Who steps in, in this order, where no layer answers. */
  @IsArray() @ArrayUnique() @ArrayMaxSize(10) @IsUUID(undefined, { each: true }) backupContactIds: string[] = [];
  @IsUUID() ownerContactId!: string;
}

export class AddOverride {
  @IsUUID() inContactId!: string;
  /** Who is replaced; without, the whole layer is taken over. */
  @IsOptional() @IsUUID() outContactId?: string;
  @IsOptional() @IsUUID() layerId?: string;
  @Type(() => Date) @IsDate() startsAt!: Date;
  @Type(() => Date) @IsDate() endsAt!: Date;
  @IsOptional() @IsString() @MaxLength(200) reason?: string;
}

export class SwapSide {
  @IsUUID() contactId!: string;
  @Type(() => Date) @IsDate() startsAt!: Date;
  @Type(() => Date) @IsDate() endsAt!: Date;
}

export class SwapShifts {
  @IsDefined() @ValidateNested() @Type(() => SwapSide) one!: SwapSide;
  @IsDefined() @ValidateNested() @Type(() => SwapSide) other!: SwapSide;
}

export class TakePager {
  @IsUUID() contactId!: string;
  @Type(() => Date) @IsDate() until!: Date;
}

export class AddTimeOff {
  @IsUUID() contactId!: string;
  @Type(() => Date) @IsDate() startsAt!: Date;
  @Type(() => Date) @IsDate() endsAt!: Date;
  @IsOptional() @IsString() @MaxLength(200) reason?: string;
}

/** From now on. */
export class AddBusy {
  @IsUUID() contactId!: string;
  @Type(() => Date) @IsDate() endsAt!: Date;
}

export class SaveRingGroup {
  @IsString() @Length(1, 60) name!: string;
  /** In the order they are rung. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ArrayUnique() @IsUUID(undefined, { each: true }) contactIds!: string[];
}

export class AddFeed {
  /** Only this person's shifts; without, everybody's. */
  @IsOptional() @IsUUID() contactId?: string;
}

export class WhoQuery {
  @ApiProperty({ enum: TRADES, enumName: 'Trade', required: false }) @IsOptional() @IsIn(TRADES) trade?: Trade;
  @IsOptional() @Matches(/^\d{5}$/) zip?: string;
  /** Without: now. */
  @IsOptional() @Type(() => Date) @IsDate() at?: Date;
}

export class ShiftQuery {
  @Type(() => Date) @IsDate() from!: Date;
  @Type(() => Date) @IsDate() to!: Date;
}
