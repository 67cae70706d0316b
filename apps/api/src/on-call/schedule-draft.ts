import type { ScheduleDraft } from '@domain/on-call/check-schedule';
import type { ScheduleLayer } from '@domain/on-call/schedule.types';
import { ROSTER_LAYER_ID } from '@domain/on-call/roster-layers';
import { newId } from '@platform/tenancy/new-id';
import type { LayerInput, SaveSchedule } from './schedule.dto.js';

/** The wanted schedule with an id for each new layer. */
export const draftOf = (wanted: SaveSchedule): ScheduleDraft => ({
  layers: wanted.layers.map(layerOf),
  backups: wanted.backupContactIds,
  ownerId: wanted.ownerContactId,
});

const layerOf = (input: LayerInput): ScheduleLayer => ({
  layerId: input.id === undefined || input.id === ROSTER_LAYER_ID ? newId() : input.id,
  name: input.name.trim(),
  rank: input.rank,
  rotation: input.rotation,
  turns: input.turns.map((turn) => turn.contactIds),
  trades: input.trades,
  zips: input.zips,
  windows: input.windows,
  holidays: input.holidays,
});
