import { asOfficeHours } from '@domain/hours/as-office-hours';
import { federalHolidays, holidayClosures } from '@domain/hours/federal-holidays';
import { dutyBadge } from '@domain/hours/hours-wording';
import { WEEKDAYS, type SpecialDay, type Weekday } from '@domain/hours/hours.types';
import { dayBars, type BarSegment } from '@domain/hours/week-bars';
import { LIVE_MESSAGE, type SetupGap } from '@domain/persona/setup-state';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { DateTime } from 'luxon';
import { SpecialDayView } from './hours.dto.js';
import { setupOf, type ShownSettings } from './save-rules.js';

const text = { type: String, nullable: true } as const;
const whole = { type: Number, nullable: true } as const;
const GAPS = ['line', 'assistant', 'on-call', 'hours', 'business', 'greeting'] as const;

export class BadgeView {
  @ApiProperty({ example: 'Active -- AI answers calls from 5:00 PM to 8:00 AM' }) text!: string;
  @ApiProperty({ enum: ['green', 'gray'] }) tone!: 'green' | 'gray';
}

export class SetupGapView {
  @ApiProperty({ enum: GAPS }) what!: SetupGap['what'];
  @ApiProperty() says!: string;
  @ApiProperty({ description: 'Whether the switch is disabled for it' }) blocks!: boolean;
}

export class AssistantState {
  @ApiProperty({ enum: ['none', 'publishing', 'failed', 'current'] })
  state!: 'none' | 'publishing' | 'failed' | 'current';
  @ApiProperty({ ...whole, description: 'The version of the settings callers hear' }) version!: number | null;
  @ApiProperty({ ...text, format: 'date-time' }) publishedAt!: string | null;
  @ApiProperty({ description: 'In words' }) says!: string;
}

export class AgentStatus {
  @ApiProperty() version!: number;
  @ApiProperty() isActive!: boolean;
  @ApiProperty({ type: BadgeView }) badge!: BadgeView;
  @ApiProperty({ description: 'Whether the switch can be used' }) canActivate!: boolean;
  @ApiProperty({ ...text, example: 'Complete setup to activate your after-hours agent.' }) message!: string | null;
  @ApiProperty({ description: 'The toast after switching on' }) liveMessage!: string;
  @ApiProperty({ type: [SetupGapView] }) missing!: SetupGapView[];
  @ApiProperty({ type: AssistantState }) assistant!: AssistantState;
}

/** The switch, its badge and its message (VTCR 1.1). */
export function toAgentStatus(shown: ShownSettings, now: Date): AgentStatus {
  const { config } = shown;
  const setup = setupOf(shown);
  return {
    version: config.version,
    isActive: config.isActive,
    badge: { text: dutyBadge(config, asOfficeHours(config), now), tone: config.isActive ? 'green' : 'gray' },
    ...setup,
    // Whoever is on the air may always be taken off it.
    canActivate: setup.canActivate || config.isActive,
    message: config.isActive ? null : setup.message,
    liveMessage: LIVE_MESSAGE,
    assistant: assistantState(shown),
  };
}

function assistantState({ config, line }: ShownSettings): AssistantState {
  const facts = { version: line.assistantVersion, publishedAt: line.assistantPublishedAt?.toISOString() ?? null };
  if (line.hasAssistant && line.assistantVersion === config.version)
    return { ...facts, state: 'current', says: `Callers hear version ${config.version}.` };
  if (line.assistantError)
    return { ...facts, state: 'failed', says: 'The last change has not reached the voice agent yet. We keep trying.' };
  if (!line.hasAssistant) return { ...facts, state: 'none', says: 'The voice agent has not been created yet.' };
  return { ...facts, state: 'publishing', says: `Version ${config.version} is on its way to the voice agent.` };
}

export class WeekQuery {
  /** First local date; this week's Monday when left out. */
  @ApiPropertyOptional({ example: '2026-02-09' })
  @IsOptional()
  @Matches(/^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { message: 'from is a date such as 2026-02-09' })
  from?: string;
}

class BarSegmentView implements BarSegment {
  @ApiProperty() fromMinute!: number;
  @ApiProperty() toMinute!: number;
  @ApiProperty({ example: '5:00 PM' }) from!: string;
  @ApiProperty({ example: '8:00 AM' }) to!: string;
  @ApiProperty({ enum: ['ai', 'office', 'nobody'] }) answeredBy!: 'ai' | 'office' | 'nobody';
}

export class DayBarView {
  @ApiProperty({ example: '2026-02-12' }) date!: string;
  @ApiProperty({ enum: WEEKDAYS }) weekday!: Weekday;
  @ApiProperty(text) special!: string | null;
  @ApiProperty({ description: '23 or 25 on the days the clocks move' }) hoursLong!: number;
  @ApiProperty({ type: [BarSegmentView] }) segments!: BarSegmentView[];
}

export function toWeek({ config }: ShownSettings, from: string | undefined, now: Date): DayBarView[] {
  const monday = DateTime.fromJSDate(now, { zone: config.timeZone }).startOf('week').toFormat('yyyy-MM-dd');
  return dayBars({ ...config, hours: asOfficeHours(config) }, from ?? monday);
}

export class HolidayQuery {
  @ApiProperty({ example: 2026 }) @Type(() => Number) @IsInt() @Min(2020) @Max(2099) year!: number;
}

export class HolidayView {
  @ApiProperty({ example: '2026-07-04' }) date!: string;
  @ApiProperty({ example: '2026-07-03', description: 'When offices are closed for it' }) observed!: string;
  @ApiProperty({ example: 'Independence Day' }) name!: string;
}

export class HolidayPreset {
  @ApiProperty({ type: [HolidayView] }) holidays!: HolidayView[];
  @ApiProperty({ type: [SpecialDayView], description: 'The same as closures, ready to be saved' })
  closures!: SpecialDay[];
}

export const holidayPreset = (year: number): HolidayPreset => ({
  holidays: federalHolidays(year),
  closures: holidayClosures(year),
});
