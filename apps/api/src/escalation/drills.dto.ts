import { ALERT_STATES, type AlertState } from '@domain/escalation/alert';
import { drillResult, type RehearsedHow } from '@domain/escalation/drill-result';
import { drillState, type DrillState } from '@domain/escalation/drill';
import { ALERT_CHANNELS, type AlertChannel } from '@domain/escalation/policy';
import type { Trade } from '@domain/triage/triage.types';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { DrillPage } from './drills.queries.js';
import type { Incident } from './incident.entity.js';

const TRADES = ['plumbing', 'hvac', 'electrical'] as const;
const STATES = ['running', 'finished', 'canceled', 'interrupted'];
const HOWS = ['answered', 'passed', 'no_answer', 'not_reached', 'waiting'];
const text = { type: String, nullable: true } as const;
const instant = { type: String, format: 'date-time', nullable: true } as const;
const count = { type: Number, nullable: true } as const;

export class StartDrill {
  /** Rehearses the ladder of this trade; without, the account's own. */
  @ApiPropertyOptional({ enum: TRADES, enumName: 'Trade' }) @IsOptional() @IsIn(TRADES) trade?: Trade;
}

export class DrillChannel {
  @ApiProperty({ enum: ALERT_CHANNELS, enumName: 'AlertChannel' }) channel!: AlertChannel;
  @ApiProperty({ enum: ALERT_STATES, enumName: 'AlertState' }) state!: AlertState;
  @ApiProperty(text) errorCode!: string | null;
  @ApiProperty(instant) sentAt!: Date | null;
  @ApiProperty(count) secondsToAnswer!: number | null;
}

export class DrillPerson {
  contactId!: string;
  name!: string;
  @ApiProperty({ enum: HOWS, enumName: 'DrillHow' }) how!: RehearsedHow;
  @ApiProperty(instant) firstPagedAt!: Date | null;
  @ApiProperty(instant) answeredAt!: Date | null;
  @ApiProperty(count) secondsToAnswer!: number | null;
  @ApiProperty({ type: [DrillChannel] }) channels!: DrillChannel[];
}

export class DrillView {
  /** Also the id of its incident: `GET incidents/:id` shows its ladder and timeline. */
  id!: string;
  code!: string;
  @ApiProperty({ enum: STATES, enumName: 'DrillState' }) state!: DrillState;
  startedAt!: Date;
  startedBy!: string;
  @ApiProperty(instant) endedAt!: Date | null;
  @ApiProperty(instant) nextStepAt!: Date | null;
  /** From the start to the end; null while it runs. */
  @ApiProperty(count) tookSeconds!: number | null;
  @ApiProperty({ type: [DrillPerson] }) people!: DrillPerson[];
}

interface ShownDrill {
  incident: Incident;
  pages: DrillPage[];
  startedBy: string;
}

export const toDrillView = ({ incident, pages, startedBy }: ShownDrill): DrillView => ({
  id: incident.id,
  code: incident.code,
  state: drillState(incident.outcome),
  startedAt: incident.openedAt,
  startedBy,
  endedAt: incident.resolvedAt,
  nextStepAt: incident.nextFireAt,
  tookSeconds: incident.resolvedAt
    ? Math.round((incident.resolvedAt.getTime() - incident.openedAt.getTime()) / 1000)
    : null,
  people: drillResult(pages, incident.state === 'alerting'),
});
