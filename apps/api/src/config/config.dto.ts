import { explainRouting, routeCall, type CallRouting } from '@domain/call/route-call';
import { asOfficeHours } from '@domain/hours/as-office-hours';
import type { SpecialDay, WeeklyHours } from '@domain/hours/hours.types';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional } from 'class-validator';
import type { AiDisclosure, DigestChannel, RecordingNotice } from './config.types.js';
import { FaqView, SpecialDayView, WeeklyHoursView } from './hours.dto.js';
import type { ShownSettings } from './settings.service.js';

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
  @ApiProperty() averageEmergencyValueCents!: number;
  @ApiProperty({ type: LineNumberView }) line!: LineNumberView;
}

/** Fields leave because they are listed. */
export const toConfigView = ({ config: c, line }: ShownSettings): ConfigView => ({
  ...{ version: c.version, accountName: c.accountName, timeZone: c.timeZone },
  ...{ isActive: c.isActive, alwaysActive: c.alwaysActive, hours: c.hours, closures: c.closures },
  ...{ businessNumber: c.businessNumber, ringSeconds: c.ringSeconds, ownerName: c.ownerName, trades: c.trades },
  ...{ serviceArea: c.serviceArea, services: c.services, aiName: c.aiName, voiceId: c.voiceId, greeting: c.greeting },
  ...{ additionalInstructions: c.additionalInstructions, faq: c.faq, languages: c.languages },
  ...{ emergencyPhrases: c.emergencyPhrases, recordingNotice: c.recordingNotice, aiDisclosure: c.aiDisclosure },
  ...{ calendarEnabled: c.calendarEnabled, digestEnabled: c.digestEnabled, digestChannel: c.digestChannel },
  ...{ digestTime: c.digestTime, digestSlackWebhookSet: c.digestSlackWebhook !== null },
  averageEmergencyValueCents: c.averageEmergencyValueCents,
  line: { number: line.number },
});

export class WhatHappensQuery {
  /** The moment to ask about; now, when left out. */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsISO8601({ strict: true })
  at?: string;
}

export class WhatHappensView {
  @ApiProperty({ enum: ['ai', 'business_line', 'voicemail'] }) answeredBy!: 'ai' | 'business_line' | 'voicemail';
  @ApiProperty() explanation!: string;
}

const ANSWERED_BY: Record<CallRouting['kind'], WhatHappensView['answeredBy']> = {
  'voice-agent': 'ai',
  'ring-business': 'business_line',
  voicemail: 'voicemail',
};

/** Asks the very function that routes calls, so that the page cannot promise something else. */
export function toWhatHappens({ config, line }: ShownSettings, at: Date): WhatHappensView {
  const rules = { ...config, hours: asOfficeHours(config) };
  const routing = routeCall(rules, { at, agentAvailable: line.hasAssistant, businessLineFailed: false });
  return { answeredBy: ANSWERED_BY[routing.kind], explanation: explainRouting(routing) };
}
