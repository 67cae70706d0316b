import type { OnCallPerson, Roster } from '@domain/on-call/roster';
import { rosterLayers } from '@domain/on-call/roster-layers';
import type { LayeredSchedule, ScheduleLayer } from '@domain/on-call/schedule.types';
import type { BusyRow } from './busy.queries.js';
import type { ContactRow, LayerRow, OverrideRow, ScheduleRows, TimeOffRow } from './schedule.queries.js';

/** The stored schedule as data: the roster's one layer, or the layers, under the same overrides and time off. */
export function scheduleOf(rows: ScheduleRows): LayeredSchedule {
  const people = rows.contacts.map(personOf);
  const simple = rosterLayers(rosterOf(rows, people), rows.time_zone);
  return {
    ...simple,
    ...(rows.has_layers ? { layers: rows.layers.map(layerOf), backups: backupsOf(rows, people) } : {}),
    people,
    overrides: rows.overrides.map(overrideOf),
    timeOff: rows.time_off.map(spellOf),
    busy: rows.busy.map(spellOf),
    holidays: rows.holidays,
  };
}

function rosterOf(rows: ScheduleRows, people: OnCallPerson[]): Pick<Roster, 'primary' | 'backup' | 'owner'> {
  const person = (id: string): OnCallPerson => {
    const found = people.find((each) => each.contactId === id);
    if (!found) throw new Error(`contact ${id} of the roster is missing`);
    return found;
  };
  const backup = rows.backup_contact_id === null ? null : person(rows.backup_contact_id);
  return { primary: person(rows.primary_contact_id), backup, owner: person(rows.owner_contact_id) };
}

const backupsOf = (rows: ScheduleRows, people: OnCallPerson[]): OnCallPerson[] =>
  rows.backups.flatMap((id) => people.filter((person) => person.contactId === id));

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

const spellOf = (row: TimeOffRow | BusyRow) => ({
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
  lineType: row.line_type,
  isActive: row.is_active,
  language: row.language,
});
