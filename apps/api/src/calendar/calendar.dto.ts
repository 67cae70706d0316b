import type { CalendarChoice } from '@domain/ports/calendar-consent';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { CALENDAR_STATES, type CalendarLinkState, type CalendarStanding } from './calendar.types.js';

export class CalendarView {
  /** Whether this server has an application at Google, without which nobody can connect. */
  isOffered!: boolean;
  @ApiProperty({ enum: CALENDAR_STATES, enumName: 'CalendarLinkState' }) state!: CalendarLinkState;
  /** The Google account whose permission we have or had. */
  @ApiProperty({ type: String, nullable: true, example: 'dave@metroplumbing.example' }) connectedAs!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'dave@metroplumbing.example' }) calendarId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Jobs' }) calendarName!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) connectedAt!: string | null;
  /** When it was last asked for busy times or written to; to the minute. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lookedAt!: string | null;
  /** Why the last look told nothing; null after one that did. */
  @ApiProperty({ type: String, nullable: true, example: 'rate-limited' }) failure!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lostAt!: string | null;
}

export class CalendarQuestionView {
  /** Google's page, to be opened in this browser; good for 15 minutes. */
  @ApiProperty({ format: 'uri', example: 'https://accounts.google.com/o/oauth2/v2/auth?response_type=code' })
  url!: string;
}

export class ConnectCalendar {
  /** As it came back with the answer. */
  @ApiProperty({ example: '0190a000-0000-7000-8000-000000000001.kq1mB3l2c9oYJ8xw7v6u5t4s3r2q1p0oNmLkJiHgFeD' })
  @IsString()
  @Matches(/^[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}$/)
  state!: string;

  @ApiProperty({ example: '4/0AY0e-g7x' }) @IsString() @Length(1, 512) code!: string;
}

export class CalendarChoiceView {
  @ApiProperty({ example: 'jobs@group.calendar.google.com' }) id!: string;
  @ApiProperty({ example: 'Jobs' }) name!: string;
  /** The person's own. */
  isPrimary!: boolean;
}

export class ChooseCalendar {
  @ApiProperty({ example: 'jobs@group.calendar.google.com' }) @IsString() @Length(1, 320) calendarId!: string;
}

export class CalendarDisconnectedView {
  /** False: Google could not be told; the permission can be ended at myaccount.google.com/permissions. */
  permissionEnded!: boolean;
}

export const toCalendarView = (standing: CalendarStanding): CalendarView => ({
  isOffered: standing.isOffered,
  state: standing.state,
  connectedAs: standing.connectedAs,
  calendarId: standing.calendarId,
  calendarName: standing.calendarName,
  connectedAt: standing.connectedAt?.toISOString() ?? null,
  lookedAt: standing.lookedAt?.toISOString() ?? null,
  failure: standing.failure,
  lostAt: standing.lostAt?.toISOString() ?? null,
});

export const toCalendarChoiceView = ({ id, name, isPrimary }: CalendarChoice): CalendarChoiceView => ({
  id,
  name,
  isPrimary,
});
