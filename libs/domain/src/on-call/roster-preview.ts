import { defaultPolicy } from '@domain/escalation/policy';
import { previewSentence, previewTurns } from '@domain/escalation/policy-preview';
import { onCallAt } from './on-call-at.js';
import type { Roster } from './roster.js';

/** The form never rotates. */
const ANY_TIME = new Date(0);

/**
 * The ladder in one sentence, as the roster form shows it: "… AI, then Mike (call + SMS), then Dana at +10 min, then
 * Dave at +20". Found by running the ladder, which leaves out the turn of a backup nobody has named.
 */
export function rosterPreview(roster: Roster): string {
  const people = {
    onCall: onCallAt({ kind: 'roster', roster }, ANY_TIME),
    contacts: new Map(),
    groups: new Map(),
    busy: new Set<string>(),
  };
  return previewSentence(previewTurns(defaultPolicy(roster.timing), people), 'Tonight 9 PM');
}
