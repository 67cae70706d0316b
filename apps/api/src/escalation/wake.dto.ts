import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

export class WakePeriod {
  @Type(() => Number) @IsInt() @Min(1) @Max(366) days: number = 90;
}

export class WakeStatisticsView {
  contactId!: string;
  name!: string;
  /** Emergencies they were paged for, at any hour. */
  paged!: number;
  /** Of those, paged between 21:00 and 07:00. */
  woken!: number;
  /** Of those, false alarms. */
  wokenForNothing!: number;
  accepted!: number;
  @ApiProperty({ type: Number, nullable: true }) medianSecondsToAccept!: number | null;
}
