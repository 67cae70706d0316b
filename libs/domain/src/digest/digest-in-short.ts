import { safeWords, shortened, toGsm7, TWO_SEGMENTS } from '@domain/escalation/gsm7';
import type { DigestCounts } from './digest.types.js';

/** The digest as a text message: how many of what, and where the rest stands. GSM-7, two segments at most. */
export function digestInShort(accountName: string, counts: DigestCounts, link: string): string {
  const parts = [
    part(counts.emergencies, 'emergency', 'emergencies'),
    part(counts.routineBooked, 'booked', 'booked'),
    part(counts.routineCallback, 'needs a callback', 'need a callback'),
    part(counts.abandoned, 'abandoned', 'abandoned'),
    part(counts.spam, 'spam', 'spam'),
  ].filter((words) => words !== null);
  const calls = counts.total === 1 ? '1 call' : `${counts.total} calls`;
  const summary = counts.total === 0 ? 'No overnight calls. All quiet.' : `${calls}: ${parts.join(', ')}.`;
  const name = shortened(safeWords(accountName), 80);
  return shortened(toGsm7(`OVERNIGHT DIGEST - ${name}\n${summary}\n${link}`), TWO_SEGMENTS);
}

const part = (count: number, one: string, more: string): string | null =>
  count === 0 ? null : `${count} ${count === 1 ? one : more}`;
