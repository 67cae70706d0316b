import {
  WEEKDAYS,
  type OpenInterval,
  type SpecialDay,
  type Weekday,
  type WeeklyHours,
} from '@domain/hours/hours.types';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';

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

export class SpecialDayView implements SpecialDay {
  @ApiProperty({ example: '2026-12-25' })
  @Matches(/^20\d{2}-\d{2}-\d{2}$/, { message: 'date is written as 2026-12-25' })
  date!: string;
  @ApiProperty() @IsString() @MaxLength(80) name!: string;
  @Intervals() intervals!: OpenIntervalView[];
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

export const plainDay = ({ date, name, intervals }: SpecialDayView): SpecialDay => ({
  date,
  name,
  intervals: intervals.map(plainInterval),
});

const plainInterval = ({ opens, closes }: OpenInterval): OpenInterval => ({ opens, closes });
