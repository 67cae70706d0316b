import type { IncidentState } from './incident.js';
import { safeWords } from './gsm7.js';

/** An emergency nobody has taken for this long owes its caller an honest word (reference/oncall 5.5, rule 6). */
export const CALLER_WAITS_SECONDS = 600;

/** The last words are always the same: whatever we know or don't, an unsafe place is left and 911 is called. */
const SAFETY = 'If you are unsafe, leave and call 911, or your gas or electric company.';

/** What the voice agent says to a caller who is still on the line while nobody has taken their emergency. */
export const waitingWords = (state: IncidentState): string =>
  state === 'unreached'
    ? `I have to be honest with you: I haven't been able to reach a technician yet. The office has been told and we will keep your emergency open. ${SAFETY}`
    : `We are still reaching our technician, and I'm not going to stop trying. ${SAFETY}`;

/** The same to a caller who has hung up, by text. */
export const waitingText = (accountName: string, state: IncidentState): string =>
  state === 'unreached'
    ? `${safeWords(accountName)}: We haven't reached a technician yet. Your emergency stays open. If unsafe, leave and call 911 / the gas company.`
    : `${safeWords(accountName)}: Still reaching our technician. If unsafe, leave and call 911 / the gas company.`;
