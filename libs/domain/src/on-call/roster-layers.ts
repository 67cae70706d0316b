import type { Roster } from './roster.js';
import type { LayeredSchedule } from './schedule.types.js';

/** The one layer of the PRD's form. */
export const ROSTER_LAYER_ID = 'roster';

/** The PRD's form as the schedule it stands for: one layer that never rotates, the backup behind it, the owner last. */
export function rosterLayers(roster: Pick<Roster, 'primary' | 'backup' | 'owner'>, timeZone = 'UTC'): LayeredSchedule {
  const { primary, backup, owner } = roster;
  return {
    kind: 'layers',
    layers: [
      {
        layerId: ROSTER_LAYER_ID,
        name: 'On call',
        rank: 1,
        rotation: null,
        turns: [[primary.contactId]],
        trades: [],
        zips: [],
        windows: [],
        holidays: 'normal',
      },
    ],
    overrides: [],
    timeOff: [],
    busy: [],
    people: [primary, ...(backup ? [backup] : []), owner],
    backups: backup ? [backup] : [],
    owner,
    timeZone,
    holidays: [],
  };
}
