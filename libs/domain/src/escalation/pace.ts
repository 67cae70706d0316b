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

/** The limit that holds something back longest, and until when. */
export interface Hold extends PaceLimit {
  until: Date;
}

export type TextPace = { kind: 'send' } | { kind: 'bundle' } | { kind: 'wait'; hold: Hold };

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
  const hold = urgency === 'first' ? heldBy(limitsOfFirst(pages, now), pages, now) : heldBy(TEXT_LIMITS, sent, now);
  if (hold) return { kind: 'wait', hold };
  const gathers = waiting >= (urgency === 'first' ? BUNDLE_FROM : 2);
  return { kind: gathers ? 'bundle' : 'send' };
}

/** What one more call to this person has to wait for; null: nothing. `rung`: calls of the last hour. */
export const callHold = (rung: readonly Date[], now: Date): Hold | null => heldBy(CALL_LIMITS, rung, now);

function limitsOfFirst(pages: readonly Date[], now: Date): PaceLimit[] {
  const overdone = heldBy(TEXT_LIMITS.slice(1), pages, now) !== null;
  return [{ seconds: 60, most: overdone ? 1 : FIRST_TEXTS_A_MINUTE }];
}

/** Until one more fits into every window; null when it does already. */
function heldBy(limits: readonly PaceLimit[], sent: readonly Date[], now: Date): Hold | null {
  const times = sent.map((at) => at.getTime()).toSorted((a, b) => b - a);
  const holds = limits.flatMap((limit) => {
    const hindering = times[limit.most - 1];
    return hindering === undefined ? [] : [{ ...limit, until: new Date(hindering + limit.seconds * 1000) }];
  });
  const [longest] = holds.toSorted((one, other) => other.until.getTime() - one.until.getTime());
  return longest && longest.until > now ? longest : null;
}

const SPANS: Record<number, string> = { 60: 'a minute', 900: '15 minutes', 3600: 'an hour' };

/** Why a page was held back, behind "held:": "3 calls in 15 minutes to Mike". */
export function holdReason({ most, seconds }: PaceLimit, isText: boolean, name: string): string {
  const what = `${isText ? 'text' : 'call'}${most === 1 ? '' : 's'}`;
  return `${most} ${what} in ${SPANS[seconds] ?? `${seconds} s`} to ${name}`;
}

/** How far back traffic matters, in milliseconds. */
export const PACE_MEMORY_MS = 60 * MINUTE_MS;
