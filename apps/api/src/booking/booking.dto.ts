import {
  BOOKABLE_SERVICES,
  BOOKING_MODES,
  offersTimes,
  type BookableService,
  type BookingMode,
  type BookingRules,
  type BookingWindow,
  type WeeklyWindows,
} from '@domain/booking/booking-rules';
import { WEEKDAYS } from '@domain/hours/hours.types';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { ShownRules } from './booking-settings.service.js';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const SENTENCE = '$property is a time such as 08:00 or 17:30; the end of a day is 24:00';
/** What is left out stays; null is no value of these. */
const IfSent = () => ValidateIf((_body, value) => value !== undefined);

export class BookingWindowView implements BookingWindow {
  @ApiProperty({ example: '08:00', pattern: CLOCK.source }) @Matches(CLOCK, { message: SENTENCE }) from!: string;
  @ApiProperty({ example: '10:00', pattern: CLOCK.source }) @Matches(CLOCK, { message: SENTENCE }) to!: string;
}

const Windows = (): PropertyDecorator => (target, property) => {
  ApiProperty({ type: [BookingWindowView] })(target, property);
  IsArray()(target, property);
  ArrayMaxSize(12, { message: '$property holds at most 12 windows' })(target, property);
  ValidateNested({ each: true })(target, property);
  Type(() => BookingWindowView)(target, property);
};

export class WeeklyWindowsView implements WeeklyWindows {
  @Windows() mon!: BookingWindowView[];
  @Windows() tue!: BookingWindowView[];
  @Windows() wed!: BookingWindowView[];
  @Windows() thu!: BookingWindowView[];
  @Windows() fri!: BookingWindowView[];
  @Windows() sat!: BookingWindowView[];
  @Windows() sun!: BookingWindowView[];
}

const Mode = (): PropertyDecorator => (target, property) => {
  ApiPropertyOptional({ enum: BOOKING_MODES, enumName: 'BookingMode' })(target, property);
  IfSent()(target, property);
  IsIn(BOOKING_MODES)(target, property);
};

/** A trade that is left out has the overall mode. */
export class ServiceModesView {
  @Mode() plumbing?: BookingMode;
  @Mode() hvac?: BookingMode;
  @Mode() electrical?: BookingMode;
  @Mode() general?: BookingMode;
}

const Cents = (): PropertyDecorator => (target, property) => {
  ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 100_000_000, example: 18_900 })(target, property);
  IfSent()(target, property);
  IsInt()(target, property);
  Min(0)(target, property);
  Max(100_000_000)(target, property);
};

/** What a job of a trade usually comes to, in cents. */
export class UsualValuesView {
  @Cents() plumbing?: number;
  @Cents() hvac?: number;
  @Cents() electrical?: number;
  @Cents() general?: number;
}

/** Only what is sent is changed. */
export class SaveBookingSettings {
  /** `assist_only`: people book. `suggest`: a window is held until somebody approves it. `auto_book`: booked inside these rules. */
  @Mode() mode?: BookingMode;
  @ApiPropertyOptional({ type: ServiceModesView })
  @IfSent()
  @IsObject()
  @ValidateNested()
  @Type(() => ServiceModesView)
  serviceModes?: ServiceModesView;
  @ApiPropertyOptional({ type: WeeklyWindowsView })
  @IfSent()
  @IsObject()
  @ValidateNested()
  @Type(() => WeeklyWindowsView)
  windows?: WeeklyWindowsView;
  /** A visit keeps its crew at least this long. */
  @IfSent() @IsInt() @Min(15) @Max(720) visitMinutes?: number;
  /** Travel after each visit. */
  @IfSent() @IsInt() @Min(0) @Max(240) bufferMinutes?: number;
  /** Visits that may run at the same time. */
  @IfSent() @IsInt() @Min(1) @Max(50) crews?: number;
  @IfSent() @IsInt() @Min(0) @Max(336) leadHours?: number;
  @IfSent() @IsInt() @Min(1) @Max(60) horizonDays?: number;
  @IfSent() @IsInt() @Min(1) @Max(500) visitsPerDay?: number;
  /** ZIP codes that may be booked without asking; none means anywhere. */
  @ApiPropertyOptional({ type: [String], example: ['60614', '60657'] })
  @IfSent()
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @Matches(/^\d{5}$/, { each: true, message: 'zones are ZIP codes of five digits' })
  zones?: string[];
  /** Trades that may be booked without asking. */
  @ApiPropertyOptional({ enum: BOOKABLE_SERVICES, enumName: 'BookableService', isArray: true })
  @IfSent()
  @IsArray()
  @ArrayMaxSize(4)
  @ArrayUnique()
  @IsIn(BOOKABLE_SERVICES, { each: true })
  autoServices?: BookableService[];
  @ApiPropertyOptional({ type: UsualValuesView })
  @IfSent()
  @IsObject()
  @ValidateNested()
  @Type(() => UsualValuesView)
  usualValueCents?: UsualValuesView;
  /** Jobs that usually come to more, and those whose words say so, go to a person. Null: no limit. */
  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 0, maximum: 100_000_000 })
  @ValidateIf((body: SaveBookingSettings) => body.valueLimitCents !== undefined && body.valueLimitCents !== null)
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  valueLimitCents?: number | null;
  @IfSent() @IsBoolean() knownCustomersOnly?: boolean;
  /** The contact who is texted about held windows; null: they wait on the screen alone. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @ValidateIf((body: SaveBookingSettings) => body.approverContactId !== undefined && body.approverContactId !== null)
  @IsUUID()
  approverContactId?: string | null;
  /** Minutes the approver has, from being asked. */
  @IfSent() @IsInt() @Min(10) @Max(1440) holdMinutes?: number;
}

export class BookingSettingsView {
  @ApiProperty({ description: 'Send it back in If-Match when saving' }) version!: number;
  @ApiProperty({ enum: BOOKING_MODES, enumName: 'BookingMode' }) mode!: BookingMode;
  @ApiProperty({ type: ServiceModesView }) serviceModes!: ServiceModesView;
  @ApiProperty({ type: WeeklyWindowsView }) windows!: WeeklyWindowsView;
  @ApiProperty() visitMinutes!: number;
  @ApiProperty() bufferMinutes!: number;
  @ApiProperty() crews!: number;
  @ApiProperty() leadHours!: number;
  @ApiProperty() horizonDays!: number;
  @ApiProperty() visitsPerDay!: number;
  @ApiProperty({ type: [String] }) zones!: string[];
  @ApiProperty({ enum: BOOKABLE_SERVICES, enumName: 'BookableService', isArray: true })
  autoServices!: BookableService[];
  @ApiProperty({ type: UsualValuesView }) usualValueCents!: UsualValuesView;
  @ApiProperty({ type: Number, nullable: true }) valueLimitCents!: number | null;
  @ApiProperty() knownCustomersOnly!: boolean;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) approverContactId!: string | null;
  @ApiProperty() holdMinutes!: number;
  @ApiProperty({ description: 'The agent speaks of times' }) offersTimes!: boolean;
}

/** Fields leave because they are listed. */
export const toBookingSettingsView = ({ rules: r, version }: ShownRules): BookingSettingsView => ({
  version,
  mode: r.mode,
  serviceModes: { ...r.serviceModes },
  windows: plainWindows(r.windows),
  visitMinutes: r.visitMinutes,
  bufferMinutes: r.bufferMinutes,
  crews: r.crews,
  leadHours: r.leadHours,
  horizonDays: r.horizonDays,
  visitsPerDay: r.visitsPerDay,
  zones: r.zones,
  autoServices: r.autoServices,
  usualValueCents: { ...r.usualValueCents },
  valueLimitCents: r.valueLimitCents,
  knownCustomersOnly: r.knownCustomersOnly,
  approverContactId: r.approverContactId,
  holdMinutes: r.holdMinutes,
  offersTimes: offersTimes(r),
});

/** Plain rows for the database, without the classes that validated them; what was not sent stays out. */
export function toRulesPatch(body: SaveBookingSettings): Partial<BookingRules> {
  const { windows, serviceModes, usualValueCents, ...rest } = body;
  const patch = {
    ...rest,
    ...(windows ? { windows: plainWindows(windows) } : {}),
    ...(serviceModes ? { serviceModes: sent(serviceModes) } : {}),
    ...(usualValueCents ? { usualValueCents: sent(usualValueCents) } : {}),
  };
  return sent(patch);
}

const sent = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

const plainWindows = (windows: WeeklyWindows): WeeklyWindows =>
  Object.fromEntries(
    WEEKDAYS.map((day) => [day, windows[day].map(({ from, to }) => ({ from, to }))]),
  ) as unknown as WeeklyWindows;
