import { askedMoment, whatIf } from '@domain/call/what-if';
import { DomainError } from '@domain/errors/domain-error';
import { asOfficeHours } from '@domain/hours/as-office-hours';
import type { SpecialDay, WeeklyHours } from '@domain/hours/hours.types';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { AiDisclosure, DigestChannel, RecordingNotice } from './config.types.js';
import { FaqView, SpecialDayView, WeeklyHoursView } from './hours.dto.js';
import type { ShownSettings } from './save-rules.js';

const text = { type: String, nullable: true } as const;

export class LineNumberView {
  @ApiProperty(text) number!: string | null;
}

export class ConfigView {
  @ApiProperty({ description: 'Send it back in If-Match when saving' }) version!: number;
  @ApiProperty() accountName!: string;
  @ApiProperty({ example: 'America/Chicago' }) timeZone!: string;
  @ApiProperty() isActive!: boolean;
  @ApiProperty() alwaysActive!: boolean;
  @ApiProperty({ type: WeeklyHoursView }) hours!: WeeklyHours;
  @ApiProperty({ type: [SpecialDayView] }) closures!: SpecialDay[];
  @ApiProperty(text) businessNumber!: string | null;
  @ApiProperty() ringSeconds!: number;
  @ApiProperty() ownerName!: string;
  @ApiProperty({ type: [String] }) trades!: string[];
  @ApiProperty() serviceArea!: string;
  @ApiProperty({ type: [String] }) services!: string[];
  @ApiProperty() aiName!: string;
  @ApiProperty() voiceId!: string;
  @ApiProperty() greeting!: string;
  @ApiProperty() additionalInstructions!: string;
  @ApiProperty({ type: [FaqView] }) faq!: FaqView[];
  @ApiProperty({ type: [String] }) languages!: string[];
  @ApiProperty({ type: [String] }) emergencyPhrases!: string[];
  @ApiProperty({ enum: ['on', 'attested_off'] }) recordingNotice!: RecordingNotice;
  @ApiProperty({ enum: ['on_request', 'in_greeting'] }) aiDisclosure!: AiDisclosure;
  @ApiProperty() calendarEnabled!: boolean;
  @ApiProperty() digestEnabled!: boolean;
  @ApiProperty({ enum: ['slack', 'sms', 'email'] }) digestChannel!: DigestChannel;
  @ApiProperty({ example: '06:00' }) digestTime!: string;
  @ApiProperty({ description: 'The address itself is never shown' }) digestSlackWebhookSet!: boolean;
  @ApiProperty({ type: String, nullable: true }) digestEmail!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'E.164' }) digestPhone!: string | null;
  @ApiProperty() averageEmergencyValueCents!: number;
  @ApiProperty({ description: 'Whoever accepted is asked after 15 minutes whether they reached the caller' })
  watchdogEnabled!: boolean;
  @ApiProperty({ type: LineNumberView }) line!: LineNumberView;
}

/** Fields leave because they are listed. */
export const toConfigView = ({ config: c, line }: ShownSettings): ConfigView => ({
  version: c.version,
  accountName: c.accountName,
  timeZone: c.timeZone,
  isActive: c.isActive,
  alwaysActive: c.alwaysActive,
  hours: c.hours,
  closures: c.closures,
  businessNumber: c.businessNumber,
  ringSeconds: c.ringSeconds,
  ownerName: c.ownerName,
  trades: c.trades,
  serviceArea: c.serviceArea,
  services: c.services,
  ...voiceOf(c),
  emergencyPhrases: c.emergencyPhrases,
  recordingNotice: c.recordingNotice,
  aiDisclosure: c.aiDisclosure,
  calendarEnabled: c.calendarEnabled,
  ...digestOf(c),
  averageEmergencyValueCents: c.averageEmergencyValueCents,
  watchdogEnabled: c.watchdogEnabled,
  line: { number: line.number },
});

const voiceOf = (c: ShownSettings['config']) => ({
  aiName: c.aiName,
  voiceId: c.voiceId,
  greeting: c.greeting,
  additionalInstructions: c.additionalInstructions,
  faq: c.faq,
  languages: c.languages,
});

const digestOf = (c: ShownSettings['config']) => ({
  digestEnabled: c.digestEnabled,
  digestChannel: c.digestChannel,
  digestTime: c.digestTime,
  digestSlackWebhookSet: c.digestSlackWebhook !== null,
  digestEmail: c.digestEmail,
  digestPhone: c.digestPhone,
});

export class WhatIfQuery {
  /** `2026-12-25T14:30` on the contractor's clock, or an instant with its offset; now, when left out. */
  @ApiPropertyOptional({ example: '2026-12-25T14:30' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  at?: string;
}

export class WhatHappensView {
  @ApiProperty({ enum: ['ai', 'business_line', 'voicemail'] }) answeredBy!: 'ai' | 'business_line' | 'voicemail';
  @ApiProperty({ example: 'The office is closed, so the AI answers.' }) explanation!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ example: 'Friday, December 25 at 2:30 PM' }) localTime!: string;
  @ApiProperty() officeOpen!: boolean;
  @ApiProperty({ ...text, description: 'The closure or one-off opening of that date' }) special!: string | null;
  @ApiProperty({ ...text, format: 'date-time', description: 'When the office next opens or closes' })
  changesAt!: string | null;
  @ApiProperty({ ...text, description: 'Set on the two nights when the clocks move' }) note!: string | null;
}

/** Asks the very function that routes calls, so that the page cannot promise something else. Throws `moment-unreadable`. */
export function toWhatIf({ config, line }: ShownSettings, asked: string | undefined, now: Date): WhatHappensView {
  const moment = asked ? askedMoment(asked, config.timeZone) : { at: now, note: null };
  if (!moment)
    throw new DomainError('invalid', 'moment-unreadable', 'Write the moment as 2026-12-25T14:30, on your own clock.');
  const { at, note } = moment;
  const rules = { ...config, hours: asOfficeHours(config) };
  const answer = whatIf(rules, { at, agentAvailable: line.hasAssistant, businessLineFailed: false });
  return { ...answer, at: at.toISOString(), changesAt: answer.changesAt?.toISOString() ?? null, note };
}
