import {
  WEEKDAYS,
  type OpenInterval,
  type SpecialDay,
  type Weekday,
  type WeeklyHours,
} from '@domain/hours/hours.types';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const CLOCK_SENTENCE = '$property is a time such as 08:00 or 17:30; the end of a day is 24:00';

export class OpenIntervalView implements OpenInterval {
  @ApiProperty({ example: '08:00', pattern: CLOCK.source }) @Matches(CLOCK, { message: CLOCK_SENTENCE }) opens!: string;
  /** At or before `opens` it means the next day. */
  @ApiProperty({ example: '17:00', pattern: CLOCK.source })
  @Matches(CLOCK, { message: CLOCK_SENTENCE })
  closes!: string;
}

/** A day's intervals, validated one by one. */
const Intervals = (): PropertyDecorator => (target, property) => {
  ApiProperty({ type: [OpenIntervalView] })(target, property);
  IsArray()(target, property);
  ArrayMaxSize(6, { message: '$property holds at most 6 intervals' })(target, property);
  ValidateNested({ each: true })(target, property);
  Type(() => OpenIntervalView)(target, property);
};

export class WeeklyHoursView implements WeeklyHours {
  @Intervals() mon!: OpenIntervalView[];
  @Intervals() tue!: OpenIntervalView[];
  @Intervals() wed!: OpenIntervalView[];
  @Intervals() thu!: OpenIntervalView[];
  @Intervals() fri!: OpenIntervalView[];
  @Intervals() sat!: OpenIntervalView[];
  @Intervals() sun!: OpenIntervalView[];
}

/** From a time of the first day until a time of the last one. */
export class HoursOffView {
  @ApiProperty({ example: '12:00', pattern: CLOCK.source }) @Matches(CLOCK, { message: CLOCK_SENTENCE }) from!: string;
  @ApiProperty({ example: '24:00', pattern: CLOCK.source }) @Matches(CLOCK, { message: CLOCK_SENTENCE }) until!: string;
}

const DATE = /^20\d{2}-\d{2}-\d{2}$/;

export class SpecialDayView implements SpecialDay {
  @ApiProperty({ example: '2026-12-24', pattern: DATE.source })
  @Matches(DATE, { message: 'date is written as 2026-12-25' })
  date!: string;
  /** The last of several days, itself included. */
  @ApiPropertyOptional({ example: '2026-12-26', pattern: DATE.source })
  @IsOptional()
  @Matches(DATE, { message: 'lastDate is written as 2026-12-25' })
  lastDate?: string;
  @ApiProperty() @IsString() @MaxLength(80) name!: string;
  @Intervals() intervals!: OpenIntervalView[];
  /** Only these hours are off and the week holds around them; `intervals` is empty then. */
  @ApiPropertyOptional({ type: HoursOffView })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => HoursOffView)
  closed?: HoursOffView;
}

export class FaqView {
  @ApiProperty()
  @IsString()
  @Matches(/\S/, { message: 'question is empty' })
  @MaxLength(300, { message: 'question holds at most 300 characters' })
  question!: string;
  @ApiProperty()
  @IsString()
  @Matches(/\S/, { message: 'answer is empty' })
  @MaxLength(600, { message: 'answer holds at most 600 characters: it is read aloud' })
  answer!: string;
}

/** Plain rows for the database, without the classes that validated them. */
export const plainHours = (hours: WeeklyHoursView): WeeklyHours =>
  Object.fromEntries(WEEKDAYS.map((day) => [day, hours[day].map(plainInterval)])) as Record<Weekday, OpenInterval[]>;

export const plainDay = ({ date, lastDate, name, intervals, closed }: SpecialDayView): SpecialDay => ({
  date,
  name,
  intervals: intervals.map(plainInterval),
  ...(lastDate && lastDate !== date ? { lastDate } : {}),
  ...(closed ? { closed: { from: closed.from, until: closed.until } } : {}),
});

const plainInterval = ({ opens, closes }: OpenInterval): OpenInterval => ({ opens, closes });
