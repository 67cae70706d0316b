import type { CoverageGap } from '@domain/on-call/gaps';
import { reasonWords } from '@domain/on-call/on-call-words';
import type { LayeredSchedule, ScheduleLayer } from '@domain/on-call/schedule.types';
import type { HandOff, Shift } from '@domain/on-call/shifts';
import type { Trade } from '@domain/triage/triage.types';
import { ApiProperty } from '@nestjs/swagger';
import type { BusyRow } from './busy.queries.js';
import type { OverrideRow, ScheduleRows, TimeOffRow } from './schedule.queries.js';
import { LayerInput, TRADES } from './schedule.dto.js';

export class ShiftView {
  layerId!: string;
  layerName!: string;
  contactId!: string;
  personName!: string;
  startsAt!: Date;
  endsAt!: Date;
  @ApiProperty({ enum: ['turn', 'override', 'stand_in'], enumName: 'ShiftReason' }) reason!:
    'turn' | 'override' | 'stand_in';
  /** "standing in for Mike (away)". */
  reasonWords!: string;
  /** Set for an override, so that it can be cancelled from the calendar. */
  @ApiProperty({ type: String, nullable: true }) overrideId!: string | null;
}

export class GapView {
  startsAt!: Date;
  endsAt!: Date;
  @ApiProperty({ enum: TRADES, enumName: 'Trade', nullable: true }) trade!: Trade | null;
  @ApiProperty({ type: String, nullable: true }) zip!: string | null;
  pagedContactId!: string;
  words!: string;
}

export class HandOffView {
  layerId!: string;
  at!: Date;
  contactIds!: string[];
}

export class OverrideView {
  id!: string;
  @ApiProperty({ type: String, nullable: true }) layerId!: string | null;
  @ApiProperty({ type: String, nullable: true }) outContactId!: string | null;
  inContactId!: string;
  startsAt!: Date;
  endsAt!: Date;
  reason!: string;
}

export class TimeOffView {
  id!: string;
  contactId!: string;
  startsAt!: Date;
  endsAt!: Date;
  reason!: string;
}

/** Paged after everybody else for a while. */
export class BusyView {
  id!: string;
  contactId!: string;
  startsAt!: Date;
  endsAt!: Date;
}

export class LayerView extends LayerInput {
  declare id: string;
}

export class ScheduleView {
  version!: number;
  /** False: the roster form, shown as the one layer it is. */
  hasLayers!: boolean;
  /** IANA name; all wall-clock times are meant in it. */
  timeZone!: string;
  @ApiProperty({ type: [LayerView] }) layers!: LayerView[];
  backupContactIds!: string[];
  ownerContactId!: string;
  /** What is running or still to come. */
  @ApiProperty({ type: [OverrideView] }) overrides!: OverrideView[];
  @ApiProperty({ type: [TimeOffView] }) timeOff!: TimeOffView[];
  @ApiProperty({ type: [BusyView] }) busy!: BusyView[];
  /** Local dates, YYYY-MM-DD. */
  holidays!: string[];
  @ApiProperty({ type: [HandOffView] }) nextHandOffs!: HandOffView[];
  /** In the next 14 days. */
  @ApiProperty({ type: [GapView] }) gaps!: GapView[];
}

export class SchedulePreview {
  @ApiProperty({ type: [ShiftView] }) shifts!: ShiftView[];
  @ApiProperty({ type: [HandOffView] }) nextHandOffs!: HandOffView[];
  @ApiProperty({ type: [GapView] }) gaps!: GapView[];
}

export function toShiftViews(schedule: LayeredSchedule, shifts: Shift[]): ShiftView[] {
  const nameOf = namesIn(schedule);
  return shifts.map((shift) => ({
    layerId: shift.layerId,
    layerName: shift.layerName,
    contactId: shift.contactId,
    personName: shift.personName,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    reason: shift.because.kind,
    reasonWords: reasonWords(shift.because, nameOf),
    overrideId: shift.because.kind === 'override' ? shift.because.overrideId : null,
  }));
}

const toLayerView = (layer: ScheduleLayer): LayerView => ({
  id: layer.layerId,
  name: layer.name,
  rank: layer.rank,
  rotation: layer.rotation,
  turns: layer.turns.map((contactIds) => ({ contactIds })),
  trades: layer.trades,
  zips: layer.zips,
  windows: layer.windows,
  holidays: layer.holidays,
});

export const toOverrideView = (row: OverrideRow): OverrideView => ({
  id: row.id,
  layerId: row.layer_id,
  outContactId: row.out_contact_id,
  inContactId: row.in_contact_id,
  startsAt: new Date(row.starts_at),
  endsAt: new Date(row.ends_at),
  reason: row.reason,
});

const toTimeOffView = (row: TimeOffRow): TimeOffView => ({
  id: row.id,
  contactId: row.contact_id,
  startsAt: new Date(row.starts_at),
  endsAt: new Date(row.ends_at),
  reason: row.reason,
});

const toBusyView = (row: BusyRow): BusyView => ({
  id: row.id,
  contactId: row.contact_id,
  startsAt: new Date(row.starts_at),
  endsAt: new Date(row.ends_at),
});

export const toHandOffView = ({ layerId, at, people }: HandOff): HandOffView => ({ layerId, at, contactIds: people });

export const toGapView = (gap: CoverageGap): GapView => ({
  startsAt: gap.startsAt,
  endsAt: gap.endsAt,
  trade: gap.trade,
  zip: gap.zip,
  pagedContactId: gap.pagedContactId,
  words: gap.words,
});

interface ShownSchedule {
  rows: ScheduleRows;
  schedule: LayeredSchedule;
  handOffs: HandOff[];
  gaps: CoverageGap[];
}

export const toScheduleView = ({ rows, schedule, handOffs, gaps }: ShownSchedule): ScheduleView => ({
  version: rows.version,
  hasLayers: rows.has_layers,
  timeZone: schedule.timeZone,
  layers: schedule.layers.map(toLayerView),
  backupContactIds: schedule.backups.map((person) => person.contactId),
  ownerContactId: schedule.owner.contactId,
  overrides: rows.overrides.map(toOverrideView),
  timeOff: rows.time_off.map(toTimeOffView),
  busy: rows.busy.map(toBusyView),
  holidays: schedule.holidays,
  nextHandOffs: handOffs.map(toHandOffView),
  gaps: gaps.map(toGapView),
});

/** What people of the schedule are called, by contact id. */
export function namesIn(schedule: LayeredSchedule): (contactId: string) => string {
  const names = new Map(schedule.people.map((person) => [person.contactId, person.name]));
  return (contactId) => names.get(contactId) ?? 'somebody';
}
