import { digestHeadline } from '@domain/digest/digest-counts';
import { EMERGENCY_STANDINGS, type DigestEntry, type EmergencyStanding } from '@domain/digest/digest.types';
import { ApiProperty } from '@nestjs/swagger';
import type { DigestHistory } from './digest-history.entity.js';
import type { DigestPage, Overview } from './digest.types.js';
import { CALENDAR_STATES, type CalendarLinkState } from '../calendar/calendar.types.js';

const SECTIONS = ['emergency', 'booked', 'callback', 'spam'] as const;
const CHANNELS = ['slack', 'sms', 'email'] as const;

export class DigestEntryView {
  position!: number;
  @ApiProperty({ enum: SECTIONS, enumName: 'DigestSection' }) section!: (typeof SECTIONS)[number];
  callId!: string;
  @ApiProperty({ type: String, nullable: true }) leadCardId!: string | null;
  @ApiProperty({ type: String, nullable: true }) incidentId!: string | null;
  callerName!: string;
  @ApiProperty({ type: String, nullable: true }) callerPhone!: string | null;
  @ApiProperty({ format: 'date-time' }) calledAt!: string;
  issue!: string;
  serviceType!: string;
  @ApiProperty({ type: String, nullable: true }) address!: string | null;
  /** What came of it, in words; empty when the section says it all. */
  disposition!: string;
  /** Whether somebody took the emergency; null for other calls. Only `accepted` may be called handled. */
  @ApiProperty({ enum: EMERGENCY_STANDINGS, enumName: 'EmergencyStanding', nullable: true })
  standing!: EmergencyStanding | null;
}

export class DigestView {
  id!: string;
  /** YYYY-MM-DD, local. */
  digestDate!: string;
  @ApiProperty({ format: 'date-time' }) windowStart!: string;
  @ApiProperty({ format: 'date-time' }) windowEnd!: string;
  totalCalls!: number;
  emergencies!: number;
  routineBooked!: number;
  routineCallback!: number;
  spam!: number;
  abandoned!: number;
  @ApiProperty({ enum: CHANNELS, enumName: 'DigestChannel' }) channel!: (typeof CHANNELS)[number];
  /** As it was sent. */
  content!: string;
  entries!: DigestEntryView[];
  attempts!: number;
  /** Why the latest try failed; null when none did. */
  @ApiProperty({ type: String, nullable: true }) lastError!: string | null;
  /** Null until the channel has confirmed it. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) sentAt!: string | null;
  /** VTCR 3.1, e.g. "7 overnight calls: 2 emergencies (handled), 1 booked, 3 need callback, 1 spam". */
  headline!: string;
}

export class DigestPageView {
  data!: DigestView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class OverviewAccountView {
  name!: string;
  timeZone!: string;
}

export class OverviewAgentView {
  /** Switched on at all. */
  active!: boolean;
  /** Answering at this moment. */
  answering!: boolean;
  /** VTCR 1.1, e.g. "Active -- AI answers calls from 5:00 PM to 8:00 AM". */
  badge!: string;
}

export class OverviewOnCallView {
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
}

export class OverviewLineView {
  @ApiProperty({ type: String, nullable: true }) number!: string | null;
}

export class OverviewCalendarView {
  /** `lost`: Google ended the permission, and an owner has to connect it again. */
  @ApiProperty({ enum: CALENDAR_STATES, enumName: 'CalendarLinkState' }) state!: CalendarLinkState;
}

export class OverviewView {
  /** The API's clock; durations on the page count from it. */
  @ApiProperty({ type: String, format: 'date-time' }) now!: string;
  account!: OverviewAccountView;
  agent!: OverviewAgentView;
  liveCalls!: number;
  openIncidents!: number;
  needsCallback!: number;
  onCall!: OverviewOnCallView;
  @ApiProperty({ type: DigestView, nullable: true }) lastDigest!: DigestView | null;
  line!: OverviewLineView;
  calendar!: OverviewCalendarView;
}

export const toDigestPageView = (page: DigestPage): DigestPageView => ({
  data: page.digests.map(toDigestView),
  nextCursor: page.nextCursor,
});

export const toDigestView = (digest: DigestHistory): DigestView => ({
  id: digest.id,
  digestDate: digest.digestDate,
  windowStart: digest.windowStart.toISOString(),
  windowEnd: digest.windowEnd.toISOString(),
  totalCalls: digest.totalCalls,
  emergencies: digest.emergencies,
  routineBooked: digest.routineBooked,
  routineCallback: digest.routineCallback,
  spam: digest.spam,
  abandoned: digest.abandoned,
  channel: digest.channel,
  content: digest.content,
  entries: digest.entries.flatMap(toDigestEntryView),
  attempts: digest.attempts,
  lastError: digest.lastError,
  sentAt: digest.sentAt?.toISOString() ?? null,
  headline: digestHeadline(digest.entries),
});

/** Abandoned calls are counted, not listed. */
function toDigestEntryView(entry: DigestEntry): DigestEntryView[] {
  const { section, position, callId, leadCardId, incidentId, callerName, callerPhone } = entry;
  if (section === 'abandoned') return [];
  const { calledAt, issue, serviceType, address, disposition, standing } = entry;
  const caller = { callerName, callerPhone, calledAt, address };
  return [{ section, position, callId, leadCardId, incidentId, ...caller, issue, serviceType, disposition, standing }];
}

export const toOverviewView = (overview: Overview): OverviewView => ({
  now: overview.now.toISOString(),
  account: overview.account,
  agent: overview.agent,
  liveCalls: overview.liveCalls,
  openIncidents: overview.openIncidents,
  needsCallback: overview.needsCallback,
  onCall: { name: overview.onCallName },
  lastDigest: overview.lastDigest && toDigestView(overview.lastDigest),
  line: { number: overview.lineNumber },
  calendar: { state: overview.calendar },
});
