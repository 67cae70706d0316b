/** At most `most` within `seconds`. */
export interface PaceLimit {
  seconds: number;
  most: number;
}

/** What carriers bear before they take a sender for spam, and people before they switch the phone off (reference/oncall 1). */
export const TEXT_LIMITS: readonly PaceLimit[] = [
  { seconds: 60, most: 1 },
  { seconds: 900, most: 5 },
  { seconds: 3600, most: 11 },
];
export const CALL_LIMITS: readonly PaceLimit[] = [
  { seconds: 900, most: 3 },
  { seconds: 3600, most: 7 },
];

/** First texts of different emergencies may follow each other closer than anything else. */
const FIRST_TEXTS_A_MINUTE = 2;
/** From so many emergencies on one text tells of all of them. */
const BUNDLE_FROM = 3;
const MINUTE_MS = 60_000;

/**
 * What a text is to its reader. `first`: the first word of an emergency. `answer`: to something the person just did, or
 * a question whose answer is waited for. `more`: everything else.
 */
export type TextUrgency = 'first' | 'more' | 'answer';

export type TextPace = { kind: 'send' } | { kind: 'bundle' } | { kind: 'wait'; until: Date };

/** What is known of one person's texts when one more is due. */
export interface TextTraffic {
  urgency: TextUrgency;
  /** Unasked texts of the last hour, in any order. */
  sent: readonly Date[];
  /** Those of them that paged. */
  pages: readonly Date[];
  /** Texts of the same urgency that wait for this person now, this one included. */
  waiting: number;
}

/**
 * Whether a text goes out alone, with the others that wait, or later. An emergency's first text is never dropped, waits
 * for other pages alone, whatever news there was, and for them no longer than a minute; all else keeps to the limits.
 */
export function textPace({ urgency, sent, pages, waiting }: TextTraffic, now: Date): TextPace {
  if (urgency === 'answer') return { kind: 'send' };
  const until = urgency === 'first' ? freeAt(limitsOfFirst(pages, now), pages, now) : freeAt(TEXT_LIMITS, sent, now);
  if (until > now) return { kind: 'wait', until };
  const gathers = waiting >= (urgency === 'first' ? BUNDLE_FROM : 2);
  return { kind: gathers ? 'bundle' : 'send' };
}

/** When one more call to this person keeps to the limits; `now` when it does already. `rung`: calls of the last hour. */
export const callFreeAt = (rung: readonly Date[], now: Date): Date => freeAt(CALL_LIMITS, rung, now);

function limitsOfFirst(pages: readonly Date[], now: Date): PaceLimit[] {
  const overdone = freeAt(TEXT_LIMITS.slice(1), pages, now) > now;
  return [{ seconds: 60, most: overdone ? 1 : FIRST_TEXTS_A_MINUTE }];
}

/** The first instant from `now` on at which one more fits into every window. */
function freeAt(limits: readonly PaceLimit[], sent: readonly Date[], now: Date): Date {
  const times = sent.map((at) => at.getTime()).toSorted((a, b) => b - a);
  const waits = limits.map(({ seconds, most }) => {
    const hindering = times[most - 1];
    return hindering === undefined ? now.getTime() : hindering + seconds * 1000;
  });
  return new Date(Math.max(now.getTime(), ...waits));
}

/** How far back traffic matters, in milliseconds. */
export const PACE_MEMORY_MS = 60 * MINUTE_MS;
