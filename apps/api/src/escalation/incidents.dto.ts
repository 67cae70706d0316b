import { INCIDENT_STATES, type AcceptedVia, type IncidentState, type OpenedBy } from '@domain/escalation/incident';
import { ladderView, type LadderStepState } from '@domain/escalation/ladder-view';
import { timelineSentence } from '@domain/escalation/timeline';
import { ALERT_STATES, type AlertState } from '@domain/escalation/alert';
import { personBehind, type LadderPeople } from '@domain/escalation/plan-people';
import { ALERT_CHANNELS, type AlertChannel } from '@domain/escalation/policy';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@platform/http/page.dto';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import type { Alert } from './alert.entity.js';
import type { TimelineRow } from './incident-page.queries.js';
import type { Incident } from './incident.entity.js';

const LIST_STATES = ['open', 'closed'] as const;
const OPENERS = ['rules', 'voice_agent', 'human', 'intake', 'voicemail'];
const WAYS = ['sms', 'key', 'app', 'api'];
const STEP_STATES = ['done', 'current', 'waiting', 'skipped', 'canceled'];
const text = { type: String, nullable: true } as const;
const instant = { type: String, format: 'date-time', nullable: true } as const;
const count = { type: Number, nullable: true } as const;

export class ListIncidents extends PageQuery {
  @ApiPropertyOptional({ enum: LIST_STATES }) @IsOptional() @IsIn(LIST_STATES) state?: 'open' | 'closed';
}

/** `version`: of the incident as it was seen; when somebody acted in between, 412 `incident-changed`. */
export class ActOnIncident {
  @IsOptional() @IsInt() @Min(1) version?: number;
}

export class AcceptIncident extends ActOnIncident {
  /** The technician who has it; without, the signed-in person. */
  @IsOptional() @IsUUID() contactId?: string;
}

export class PageContact extends ActOnIncident {
  @IsUUID() contactId!: string;
}

export class ResolveIncident extends ActOnIncident {
  @IsOptional() @IsString() @MaxLength(500) outcome?: string;
  @IsOptional() @IsInt() @Min(0) @Max(100_000_000) jobValueCents?: number;
}

export class IncidentView {
  id!: string;
  /** Two characters that technicians answer with. */
  code!: string;
  /** Null of a drill. */
  @ApiProperty(text) callId!: string | null;
  isDrill!: boolean;
  @ApiProperty({ enum: INCIDENT_STATES, enumName: 'IncidentState' }) state!: IncidentState;
  openedAt!: Date;
  @ApiProperty({ enum: OPENERS, enumName: 'OpenedBy' }) openedBy!: OpenedBy;
  @ApiProperty(text) callerName!: string | null;
  @ApiProperty(text) callerPhone!: string | null;
  @ApiProperty(text) address!: string | null;
  issueSummary!: string;
  @ApiProperty(text) category!: string | null;
  @ApiProperty(text) safetyLine!: string | null;
  /** The instruction the caller hung up before hearing. */
  @ApiProperty(text) unheardLine!: string | null;
  @ApiProperty(instant) acceptedAt!: Date | null;
  @ApiProperty(text) acceptedName!: string | null;
  @ApiProperty({ enum: WAYS, enumName: 'AcceptedVia', nullable: true }) acceptedVia!: AcceptedVia | null;
  @ApiProperty(count) etaMinutes!: number | null;
  @ApiProperty(instant) contactedAt!: Date | null;
  @ApiProperty(instant) resolvedAt!: Date | null;
  @ApiProperty(text) outcome!: string | null;
  @ApiProperty(count) jobValueCents!: number | null;
  @ApiProperty(instant) nextStepAt!: Date | null;
  /** How many steps have fired. */
  currentStep!: number;
  totalSteps!: number;
  version!: number;
}

/** How a step's page fares. */
export class StepDelivery {
  @ApiProperty({ enum: ALERT_STATES, enumName: 'AlertState' }) state!: AlertState;
  @ApiProperty(text) errorCode!: string | null;
  @ApiProperty(instant) sentAt!: Date | null;
  /** Why it still waits: "3 calls in 15 minutes to Mike T.". Null when no limit of pace holds it. */
  @ApiProperty(text) heldBecause!: string | null;
  @ApiProperty(instant) heldUntil!: Date | null;
}

export class LadderStepItem {
  step!: number;
  label!: string;
  @ApiProperty({ enum: ALERT_CHANNELS, enumName: 'AlertChannel' }) channel!: AlertChannel;
  /** Name of the person. */
  target!: string;
  delaySeconds!: number;
  @ApiProperty({ enum: STEP_STATES, enumName: 'LadderStepState' }) state!: LadderStepState;
  /** When a step that is still to come fires, if nobody answers or passes before. */
  @ApiProperty(instant) firesAt!: Date | null;
  @ApiProperty({ type: StepDelivery, nullable: true }) delivery!: StepDelivery | null;
}

export class AlertItem {
  id!: string;
  step!: number;
  escalationStep!: string;
  @ApiProperty({ enum: ALERT_CHANNELS, enumName: 'AlertChannel' }) channel!: AlertChannel;
  contactId!: string;
  contactName!: string;
  @ApiProperty({ enum: ALERT_STATES, enumName: 'AlertState' }) state!: AlertState;
  dueAt!: Date;
  @ApiProperty(instant) sentAt!: Date | null;
  @ApiProperty(instant) finishedAt!: Date | null;
  attempts!: number;
  @ApiProperty(text) errorCode!: string | null;
  @ApiProperty(text) reply!: string | null;
}

export class TimelineItem {
  id!: string;
  at!: Date;
  event!: string;
  text!: string;
}

export class IncidentDetail extends IncidentView {
  @ApiProperty({ type: [LadderStepItem] }) ladder!: LadderStepItem[];
  @ApiProperty({ type: [AlertItem] }) alerts!: AlertItem[];
  @ApiProperty({ type: [TimelineItem] }) timeline!: TimelineItem[];
}

export class IncidentPage {
  @ApiProperty({ type: [IncidentView] }) data!: IncidentView[];
  @ApiProperty(text) nextCursor!: string | null;
}

export const toIncidentView = (incident: Incident): IncidentView => ({
  id: incident.id,
  code: incident.code,
  callId: incident.callId,
  isDrill: incident.isDrill,
  state: incident.state,
  openedAt: incident.openedAt,
  openedBy: incident.openedBy,
  callerName: incident.callerName,
  callerPhone: incident.callbackPhone ?? incident.callerPhone,
  address: incident.address,
  issueSummary: incident.issueSummary,
  category: incident.category,
  safetyLine: incident.safetyLine,
  unheardLine: incident.unheardLine,
  acceptedAt: incident.acceptedAt,
  acceptedName: incident.acceptedName,
  acceptedVia: incident.acceptedVia,
  etaMinutes: incident.etaMinutes,
  contactedAt: incident.contactedAt,
  resolvedAt: incident.resolvedAt,
  outcome: incident.outcome,
  jobValueCents: incident.jobValueCents,
  nextStepAt: incident.nextFireAt,
  currentStep: stepsFired(incident),
  totalSteps: incident.policy.policy.steps.length,
  version: incident.version,
});

const stepsFired = ({ round, nextStep, policy }: Incident): number =>
  round > 1 ? policy.policy.steps.length : nextStep;

/** An incident with everything that happened around it. `names`: contacts, and the people who signed in, by id. */
export interface ShownIncident {
  incident: Incident;
  alerts: Alert[];
  timeline: TimelineRow[];
  names: ReadonlyMap<string, string>;
  /** Who would be paged now. */
  people: LadderPeople;
}

export const toIncidentDetail = (shown: ShownIncident): IncidentDetail => ({
  ...toIncidentView(shown.incident),
  ladder: ladderOf(shown),
  alerts: shown.alerts.map(toAlertItem),
  timeline: shown.timeline.map((row) => ({ id: row.id, at: row.at, event: row.event, text: sentenceOf(row, shown) })),
});

function ladderOf({ incident, alerts, people }: ShownIncident): LadderStepItem[] {
  const { policy, startedAt } = incident.policy;
  const paged = alerts
    .filter((alert) => alert.stopsWithLadder && alert.epoch === incident.epoch)
    .map((alert) => [alert.step, alert] as const);
  return ladderView({
    policy,
    state: incident.state,
    round: incident.round,
    nextStep: incident.nextStep,
    startedAt: new Date(startedAt),
    nextFireAt: incident.nextFireAt,
    paged: new Map(paged),
    nameOf: (target) => personBehind(target, people)?.name ?? null,
  });
}

const toAlertItem = (alert: Alert): AlertItem => ({
  id: alert.id,
  step: alert.step,
  escalationStep: alert.escalationStep,
  channel: alert.channel,
  contactId: alert.contactId,
  contactName: alert.contactName,
  state: alert.state,
  dueAt: alert.dueAt,
  sentAt: alert.sentAt,
  finishedAt: alert.finishedAt,
  attempts: alert.attempts,
  errorCode: alert.errorCode,
  reply: alert.reply,
});

export function sentenceOf(row: TimelineRow, { incident, alerts, names }: ShownIncident): string {
  const fired = Array.isArray(row.data['fired']) ? (row.data['fired'] as { contactId: string }[]) : [];
  const busy = Array.isArray(row.data['busy']) ? row.data['busy'].map(String) : [];
  const named = typeof row.data['contactId'] === 'string' ? [row.data['contactId']] : [];
  return timelineSentence({
    event: row.event,
    data: row.data,
    actorName: names.get(row.actor.id ?? '') ?? incident.acceptedName,
    alert: alerts.find((alert) => alert.id === row.data['alertId']) ?? null,
    pagedNames: [...fired.map(({ contactId }) => contactId), ...named].flatMap((id) => names.get(id) ?? []),
    busyNames: busy.flatMap((id) => names.get(id) ?? []),
  });
}
