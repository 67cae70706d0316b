import { DomainError } from '@domain/errors/domain-error';
import type { ScheduleLayer } from './schedule.types.js';

/** A schedule as somebody wants it; ids of contacts only. */
export interface ScheduleDraft {
  layers: ScheduleLayer[];
  /** Contact ids, the first one paged first. */
  backups: string[];
  ownerId: string;
}

/**
 * Refuses what could not page anybody: a layer without people, a person who doesn't exist or has left, a date that
 * doesn't. Throws `invalid` problems that name the layer.
 */
export function checkSchedule(draft: ScheduleDraft, activeContactIds: ReadonlySet<string>): void {
  for (const layer of draft.layers) checkLayer(layer);
  const named = [...draft.layers.flatMap((layer) => layer.turns.flat()), ...draft.backups, draft.ownerId];
  if (!named.every((id) => activeContactIds.has(id)))
    throw refused('unknown-contact', 'Everybody in the schedule must be an active contact of this account');
  const ids = draft.layers.map((layer) => layer.layerId);
  if (new Set(ids).size < ids.length) throw refused('layer-twice', 'Two layers have the same id');
}

function checkLayer({ name, turns, rotation }: ScheduleLayer): void {
  if (turns.length === 0 || turns.some((turn) => turn.length === 0))
    throw refused('layer-without-people', `"${name}" has a turn with nobody in it`);
  if (turns.some((turn) => new Set(turn).size < turn.length))
    throw refused('person-twice', `"${name}" names somebody twice in one turn`);
  if (rotation && !isDate(rotation.startsOn))
    throw refused('no-such-date', `"${name}" starts on a day that does not exist`);
}

function isDate(date: string): boolean {
  const instant = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date);
}

const refused = (code: string, message: string) => new DomainError('invalid', code, message);
