import { canCall, canText, type OnCallPerson, type Roster } from './roster.js';

/** The ladder in one sentence, as the roster form shows it: "… AI, then Mike (call + SMS), then Dana at +10 min, then Dave at +20". */
export function rosterPreview(roster: Roster): string {
  const { primary, backup, owner, timing } = roster;
  const later = [
    ...(backup && backup.contactId !== primary.contactId
      ? [{ person: backup, seconds: timing.backupDelaySeconds }]
      : []),
    { person: owner, seconds: timing.ownerDelaySeconds },
  ];
  const rest = later.map(({ person, seconds }, index) => `then ${person.name} at ${offset(seconds, index === 0)}`);
  return `Tonight 9 PM calls go to: AI, then ${primary.name} (${channelsOf(primary)}), ${rest.join(', ')}`;
}

function channelsOf(person: OnCallPerson): string {
  const ways = [...(canCall(person) ? ['call'] : []), ...(canText(person) ? ['SMS'] : [])];
  return ways.length > 0 ? ways.join(' + ') : 'not reachable';
}

function offset(seconds: number, withUnit: boolean): string {
  if (seconds % 60 !== 0) return `+${seconds} s`;
  return withUnit ? `+${seconds / 60} min` : `+${seconds / 60}`;
}
