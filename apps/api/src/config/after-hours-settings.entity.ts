import type { SpecialDay, WeeklyHours } from '@domain/hours/hours.types';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AiDisclosure, DigestChannel, FaqEntry, RecordingNotice } from './config.types.js';

// The driver hands bigint over as text; cents of a job fit a double exactly.
const cents = { from: (stored: string) => Number(stored), to: (value: number) => value };

@Entity('after_hours_configs')
export class AfterHoursSettings {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @Column('int') version!: number;
  @Column('boolean', { name: 'is_active' }) isActive!: boolean;
  @Column('boolean', { name: 'always_active' }) alwaysActive!: boolean;
  @Column('jsonb') hours!: WeeklyHours;
  @Column('jsonb') closures!: SpecialDay[];
  @Column('text', { name: 'business_number', nullable: true }) businessNumber!: string | null;
  @Column('int', { name: 'ring_seconds' }) ringSeconds!: number;
  @Column('text', { name: 'owner_name' }) ownerName!: string;
  @Column('text', { array: true }) trades!: string[];
  @Column('text', { name: 'service_area' }) serviceArea!: string;
  @Column('text', { array: true }) services!: string[];
  @Column('text', { name: 'ai_name' }) aiName!: string;
  @Column('text', { name: 'voice_id' }) voiceId!: string;
  @Column('text') greeting!: string;
  @Column('text', { name: 'additional_instructions' }) additionalInstructions!: string;
  @Column('jsonb') faq!: FaqEntry[];
  @Column('text', { array: true }) languages!: string[];
  @Column('text', { name: 'emergency_phrases', array: true }) emergencyPhrases!: string[];
  @Column('text', { name: 'recording_notice' }) recordingNotice!: RecordingNotice;
  @Column('text', { name: 'ai_disclosure' }) aiDisclosure!: AiDisclosure;
  @Column('boolean', { name: 'calendar_enabled' }) calendarEnabled!: boolean;
  @Column('boolean', { name: 'digest_enabled' }) digestEnabled!: boolean;
  @Column('text', { name: 'digest_channel' }) digestChannel!: DigestChannel;
  @Column('text', { name: 'digest_slack_webhook', nullable: true }) digestSlackWebhook!: string | null;
  @Column('text', { name: 'digest_email', nullable: true }) digestEmail!: string | null;
  @Column('text', { name: 'digest_phone', nullable: true }) digestPhone!: string | null;
  @Column('text', { name: 'digest_time' }) digestTime!: string;
  @Column('bigint', { name: 'average_emergency_value_cents', transformer: cents }) averageEmergencyValueCents!: number;
  @Column('boolean', { name: 'watchdog_enabled' }) watchdogEnabled!: boolean;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
