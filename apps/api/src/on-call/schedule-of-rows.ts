import type { OnCallPerson, Roster } from '@domain/on-call/roster';
import { rosterLayers } from '@domain/on-call/roster-layers';
import type { LayeredSchedule, ScheduleLayer } from '@domain/on-call/schedule.types';
import type { ContactRow, LayerRow, OverrideRow, ScheduleRows, TimeOffRow } from './schedule.queries.js';

/** The stored schedule as data: the roster's one layer, or the layers, under the same overrides and time off. */
export function scheduleOf(rows: ScheduleRows, roster: Roster): LayeredSchedule {
  const people = rows.contacts.map(personOf);
  const simple = rosterLayers(roster, rows.time_zone);
  const base = rows.has_layers ? layered(simple, rows, people) : simple;
  return {
    ...base,
    people,
    overrides: rows.overrides.map(overrideOf),
    timeOff: rows.time_off.map(timeOffOf),
    holidays: rows.holidays,
  };
}

function layered(simple: LayeredSchedule, rows: ScheduleRows, people: OnCallPerson[]): LayeredSchedule {
  const backups = rows.backups.flatMap((id) => people.filter((person) => person.contactId === id));
  return { ...simple, layers: rows.layers.map(layerOf), backups };
}

const layerOf = (row: LayerRow): ScheduleLayer => ({
  layerId: row.id,
  name: row.name,
  rank: row.rank,
  rotation: rotationOf(row),
  turns: row.turns,
  trades: row.trades,
  zips: row.zips,
  windows: row.windows,
  holidays: row.holidays,
});

/** The four columns are set together or not at all; the database says so. */
function rotationOf({ starts_on, hand_off, every, unit }: LayerRow): ScheduleLayer['rotation'] {
  if (starts_on === null || hand_off === null || every === null || unit === null) return null;
  return { startsOn: starts_on, handOff: hand_off, every, unit };
}

const overrideOf = (row: OverrideRow) => ({
  overrideId: row.id,
  layerId: row.layer_id,
  outContactId: row.out_contact_id,
  inContactId: row.in_contact_id,
  startsAt: new Date(row.starts_at),
  endsAt: new Date(row.ends_at),
});

const timeOffOf = (row: TimeOffRow) => ({
  contactId: row.contact_id,
  startsAt: new Date(row.starts_at),
  endsAt: new Date(row.ends_at),
});

const personOf = (row: ContactRow): OnCallPerson => ({
  contactId: row.id,
  name: row.name,
  phone: row.phone,
  channels: row.channels,
  smsOptedOutAt: row.sms_opted_out_at === null ? null : new Date(row.sms_opted_out_at),
  isActive: row.is_active,
});
