import { CONFIRM_WITHIN_MS } from '@domain/on-call/hand-off-silence';
import { reasonWords } from '@domain/on-call/on-call-words';
import type { OnCallNow } from '@domain/on-call/on-call-at';
import type { LayeredSchedule } from '@domain/on-call/schedule.types';
import { ApiProperty } from '@nestjs/swagger';
import type { HandOffRow } from './hand-off-notes.queries.js';
import { namesIn } from './schedule-view.dto.js';

export class OnCallPersonView {
  contactId!: string;
  name!: string;
}

export class LayerPersonView {
  layerId!: string;
  layerName!: string;
  contactId!: string;
  personName!: string;
  reasonWords!: string;
}

export const HAND_OFF_STATES = ['asked', 'confirmed', 'unconfirmed'] as const;

/** How the notice of a shift stands that is running or about to begin. */
export class HandOffNoticeView {
  contactId!: string;
  personName!: string;
  startsAt!: Date;
  endsAt!: Date;
  askedAt!: Date;
  /** `unconfirmed`: the ten minutes are over. */
  @ApiProperty({ enum: HAND_OFF_STATES, enumName: 'HandOffState' }) state!: (typeof HAND_OFF_STATES)[number];
  @ApiProperty({ type: Date, nullable: true }) confirmedAt!: Date | null;
  /** The next in line who was told of the silence. */
  @ApiProperty({ type: String, nullable: true }) toldName!: string | null;
  @ApiProperty({ type: Date, nullable: true }) toldAt!: Date | null;
  /** When the next in line is told: not in quiet hours. Null when they were, or need not be. */
  @ApiProperty({ type: Date, nullable: true }) tellsAt!: Date | null;
}

export class OnCallNowView {
  at!: Date;
  @ApiProperty({ type: OnCallPersonView }) primary!: OnCallPersonView;
  @ApiProperty({ type: OnCallPersonView, nullable: true }) backup!: OnCallPersonView | null;
  @ApiProperty({ type: OnCallPersonView }) owner!: OnCallPersonView;
  @ApiProperty({ type: [LayerPersonView] }) layers!: LayerPersonView[];
  /** When the primary hands off; null when nothing is planned to change. */
  @ApiProperty({ type: Date, nullable: true }) until!: Date | null;
  /** Who has it then. */
  @ApiProperty({ type: OnCallPersonView, nullable: true }) next!: OnCallPersonView | null;
  /** Notices of shifts that are running or about to begin. */
  @ApiProperty({ type: [HandOffNoticeView] }) handOffs!: HandOffNoticeView[];
}

export function toOnCallNowView(
  schedule: LayeredSchedule,
  now: OnCallNow,
  about: { at: Date; until: Date | null; next: OnCallNow | null; handOffs: HandOffRow[] },
): OnCallNowView {
  const view = ({ contactId, name }: { contactId: string; name: string }) => ({ contactId, name });
  return {
    at: about.at,
    primary: view(now.primary),
    backup: now.backup ? view(now.backup) : null,
    owner: view(now.owner),
    layers: now.layers.map((each) => ({
      layerId: each.layerId,
      layerName: each.name,
      contactId: each.person.contactId,
      personName: each.person.name,
      reasonWords: reasonWords(each.because, namesIn(schedule)),
    })),
    until: about.until,
    next: about.next ? view(about.next.primary) : null,
    handOffs: about.handOffs.map((row) => toHandOffNoticeView(row, about.at, namesIn(schedule))),
  };
}

function toHandOffNoticeView(row: HandOffRow, at: Date, nameOf: (contactId: string) => string): HandOffNoticeView {
  const { contactId, startsAt, endsAt, askedAt, confirmedAt, toldAt } = row;
  const isSilent = at.getTime() - askedAt.getTime() >= CONFIRM_WITHIN_MS;
  return {
    contactId,
    personName: nameOf(contactId),
    startsAt,
    endsAt,
    askedAt,
    confirmedAt,
    toldAt,
    state: confirmedAt ? 'confirmed' : isSilent ? 'unconfirmed' : 'asked',
    toldName: row.toldId && nameOf(row.toldId),
    tellsAt: row.confirmBy,
  };
}
