import type { DigestCounts, DigestEntry, DigestSection, EmergencyStanding } from './digest.types.js';

const inSection = (entries: DigestEntry[], section: DigestSection): DigestEntry[] =>
  entries.filter((entry) => entry.section === section);

/** What digest_history keeps beside the text (PRD §10). A callback somebody has already made is in the total only. */
export const digestCounts = (entries: DigestEntry[]): DigestCounts => ({
  total: entries.length,
  emergencies: inSection(entries, 'emergency').length,
  routineBooked: inSection(entries, 'booked').length,
  routineCallback: inSection(entries, 'callback').filter((entry) => !entry.taken).length,
  spam: inSection(entries, 'spam').length,
  abandoned: inSection(entries, 'abandoned').length,
});

/** All that is asked of an emergency's line here, so that the app can say the same of the lines it was sent. */
type Standing = Pick<DigestEntry, 'standing'>;

export const countStanding = (entries: Standing[], ...standings: EmergencyStanding[]): number =>
  entries.filter((entry) => entry.standing !== null && standings.includes(entry.standing)).length;

/** How the emergencies went, in the fewest truthful words; null when there is nothing to say. */
export function emergencyVerdict(entries: Standing[]): string | null {
  const unreached = countStanding(entries, 'not_reached', 'not_paged');
  if (unreached > 0) return `${unreached} NOT REACHED`;
  if (countStanding(entries, 'routing') > 0) return 'Still being routed';
  const taken = countStanding(entries, 'accepted');
  const counted = taken + countStanding(entries, 'resolved');
  // "Handled" is a claim about a person: only an acceptance proves it (telephony C5, row 79).
  return taken > 0 && taken === counted ? 'Handled in real time' : null;
}

const ALL_QUIET = 'No overnight calls. All quiet.';

/** VTCR 3.1: "7 overnight calls: 2 emergencies (handled), 1 booked, 3 need callback, 1 spam". */
export function digestHeadline(entries: DigestEntry[]): string {
  const counts = digestCounts(entries);
  if (counts.total === 0) return ALL_QUIET;
  const parts = [
    emergencyPart(entries, counts.emergencies),
    counts.routineBooked > 0 ? `${counts.routineBooked} booked` : null,
    counts.routineCallback > 0
      ? `${counts.routineCallback} need${counts.routineCallback === 1 ? 's' : ''} callback`
      : null,
    counts.spam > 0 ? `${counts.spam} spam` : null,
    counts.abandoned > 0 ? `${counts.abandoned} abandoned` : null,
  ].filter((part) => part !== null);
  return `${counted(counts.total, 'overnight call')}: ${parts.join(', ') || 'nothing left to do'}`;
}

function emergencyPart(entries: DigestEntry[], emergencies: number): string | null {
  if (emergencies === 0) return null;
  const verdict = emergencyVerdict(entries)?.replace('Handled in real time', 'handled').replace('Still', 'still');
  return counted(emergencies, 'emergency', 'emergencies') + (verdict ? ` (${verdict})` : '');
}

/** "1 call", "2 calls". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
