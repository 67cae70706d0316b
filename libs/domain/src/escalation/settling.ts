/** An attempt to reach somebody whose outcome nobody heard. Times are those of the database's clock. */
export interface UnclearAttempt {
  startedAt: Date;
  /** When its request ended without a word on what became of it; null when the process that made it is gone. */
  endedAt: Date | null;
  /** The provider ended the request itself: it has dealt with it. Else it may come to it later, e.g. from a queue. */
  isOver: boolean;
  /** Asked once already, and the provider had nothing. */
  wasMissing: boolean;
}

/** After this nothing of an attempt leaves any more, however long its process slept (`GOES_WITHIN_MS`, and some). */
const LEFT_AFTER_MS = 3_000;
/** What was heard of is asked about this soon: the provider may have been gone for a moment only. */
const ASK_AFTER_END_MS = 1_000;
/** The provider lists what it took this long ago, also when it is slow (reference/oncall 5.3). */
const LISTED_AFTER_MS = 5_000;
/** The same when it said twice that it has nothing, of a request it is done with. */
const MISSING_TWICE_AFTER_MS = 2_000;
/** Between two questions: a provider that was held up works off what lay before the first of them. */
const ASK_AGAIN_MS = 500;

const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
const later = (a: Date, b: Date): Date => (a > b ? a : b);

/** When the provider is asked for the first time what it has of an attempt. */
export const firstQuestionAt = ({ startedAt, endedAt }: UnclearAttempt): Date =>
  endedAt ? after(endedAt, ASK_AFTER_END_MS) : after(startedAt, LEFT_AFTER_MS);

/**
 * Whether nothing was sent, when a question put at `askedAt` is answered so. A provider that was held up may answer the
 * question before it comes to a request that lay before it; so what it may still have in its queue must be missing twice.
 */
export function isMissing(attempt: UnclearAttempt, askedAt: Date): boolean {
  const from = attempt.endedAt ?? attempt.startedAt;
  if (attempt.wasMissing) return askedAt >= after(from, attempt.isOver ? MISSING_TWICE_AFTER_MS : LISTED_AFTER_MS);
  return attempt.isOver && askedAt >= after(from, LISTED_AFTER_MS);
}

/** When it is asked again after it had nothing `now`. */
export function nextQuestionAt({ startedAt, endedAt, isOver }: UnclearAttempt, now: Date): Date {
  const believedFrom = after(endedAt ?? startedAt, isOver ? MISSING_TWICE_AFTER_MS : LISTED_AFTER_MS);
  return later(after(now, ASK_AGAIN_MS), believedFrom);
}
