import { takesTexts, type OnCallPerson } from './roster.js';

/** Whether a phone has shown that it works, and what is missing, in words for the screen. */
export interface Readiness {
  ready: boolean;
  /** "not verified", "texted STOP", "no channel", "landline takes no texts", "left the team"; empty when ready. */
  missing: string[];
}

/**
 * Shown beside every contact. It never decides who is paged: an emergency beats bookkeeping, so a phone that is not
 * ready is still tried.
 */
export function readiness(
  person: Pick<OnCallPerson, 'channels' | 'smsOptedOutAt' | 'lineType' | 'isActive'> & { verifiedAt: Date | null },
): Readiness {
  const textsOnly = person.channels.length > 0 && !person.channels.includes('voice');
  const missing = [
    ...(person.isActive ? [] : ['left the team']),
    ...(person.channels.length > 0 ? [] : ['no channel']),
    // With calls switched on a landline is as good as any phone.
    ...(textsOnly && !takesTexts(person) ? ['landline takes no texts'] : []),
    ...(person.verifiedAt === null ? ['not verified'] : []),
    ...(person.smsOptedOutAt === null ? [] : ['texted STOP']),
  ];
  return { ready: missing.length === 0, missing };
}
