import { CALLER_WAITS_SECONDS } from '@domain/escalation/caller-news';
import {
  everybody,
  names,
  openSpans,
  pagesOf,
  tolerance,
  wasTaken,
  type Ask,
  type Night,
  type StoryEmergency,
} from './record.js';
import { early, lateOrMissed, outOfOrder, silent } from './ladder.js';

/** A rule of reference/oncall 5.8 that did not hold, told so that a person finds the place. */
export interface Violation {
  invariant: Invariant;
  told: string;
}

export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9' | 'I10';

/**
 * The ten invariants, each over what the telephone network and the mailboxes saw. None of them can see a table of ours: a
 * program that lies to itself is found out.
 */
export const INVARIANTS: Record<Invariant, { says: string; broken: (night: Night) => string[] }> = {
  I1: { says: 'an emergency that nobody has taken never falls silent', broken: (night) => ofEach(night, silent) },
  I2: {
    says: 'every step that was owed reached the network, or the next one came at once',
    broken: (night) => ofEach(night, lateOrMissed),
  },
  I3: { says: 'nothing is sent twice while the network can be asked', broken: duplicates },
  I4: { says: 'nobody is paged for an emergency that somebody has', broken: (night) => ofEach(night, pagedAfterTaken) },
  I5: { says: 'one person wins an emergency each time it is open', broken: (night) => ofEach(night, wonTwice) },
  I6: {
    says: 'nothing comes before it is due',
    broken: (night) => [...ofEach(night, early), ...ofEach(night, callerToldEarly)],
  },
  I7: { says: 'people are paged in the order of the ladder', broken: (night) => ofEach(night, outOfOrder) },
  I8: { says: 'no delivery is left hanging', broken: hanging },
  I9: { says: 'only people of the ladder and the caller hear of it', broken: strangers },
  I10: { says: 'the digest tells each emergency once, as it was', broken: mistold },
};

/** What does not hold of a night, in the order of the invariants. */
export const violationsOf = (night: Night): Violation[] =>
  (Object.keys(INVARIANTS) as Invariant[]).flatMap((invariant) =>
    INVARIANTS[invariant].broken(night).map((told) => ({ invariant, told })),
  );

const ofEach = (night: Night, broken: (night: Night, emergency: StoryEmergency) => string[]): string[] =>
  night.story.emergencies.flatMap((emergency) => broken(night, emergency));

/** I3. A request is known by where it reports back to; a duplicate is forgiven only when the network could not be asked. */
function duplicates({ record }: Night): string[] {
  const couldBeAsked = record.questions.every(({ isAnswered }) => isAnswered);
  const deliveries = new Map<string, Ask[]>();
  for (const ask of record.asks.filter(wasTaken)) {
    const delivery = ask.reportsTo || `${ask.to} ${ask.body}`;
    deliveries.set(delivery, [...(deliveries.get(delivery) ?? []), ask]);
  }
  return [...deliveries.values()].flatMap((taken) => {
    const forgiven = couldBeAsked ? 0 : taken.filter(({ fate }) => fate === 'taken-unsaid').length;
    return taken.length > 1 + forgiven ? [`${taken.length} times to ${taken[0]?.to}: ${taken[0]?.body}`] : [];
  });
}

/** I4. A request that was on its way when the answer came is followed by the text to stand down. */
function pagedAfterTaken(night: Night, emergency: StoryEmergency): string[] {
  const pages = pagesOf(night, emergency);
  return openSpans(night, emergency).flatMap(({ takenAt, takenBy, mayReopenAt }) => {
    const late = pages.filter(({ at }) => takenAt !== null && at > takenAt && at < (mayReopenAt ?? Infinity));
    const pagedFor = (ask: Ask) => ask.at > (takenAt ?? 0) + night.story.onTheWayMs || !isStoodDown(night, ask.to);
    return late
      .filter(pagedFor)
      .map((ask) => `${emergency.code} was ${takenBy}'s, yet ${ask.to} was paged: ${ask.body}`);
  });
}

const isStoodDown = ({ record }: Night, phone: string): boolean =>
  record.asks.some((ask) => ask.to === phone && wasTaken(ask) && ask.body.includes('You can stand down'));

/** I5. Whoever wins is told so; whoever loses is told who won. */
function wonTwice(night: Night, emergency: StoryEmergency): string[] {
  const { code } = emergency;
  const won = night.record.asks.filter(
    (ask) => wasTaken(ask) && ask.body.includes('Got it. Caller info') && names(ask.body, code),
  );
  const spans = openSpans(night, emergency);
  const tooMany = won.filter(({ at }, nth) => at < (spans[nth]?.from ?? Infinity));
  return tooMany.map(({ to }) => `${code} was won by ${to} too, while somebody had it`);
}

/** I6 for the caller's honest word; it comes early only when the ladder ended early. */
function callerToldEarly({ record, story }: Night, { callerPhone, openedAt }: StoryEmergency): string[] {
  const isHurried = story.hurries.length > 0 || record.answers.some(({ meaning }) => meaning === 'pass');
  const due = openedAt + CALLER_WAITS_SECONDS * 1000;
  const soon = record.asks.filter((ask) => ask.to === callerPhone && ask.at < due && !isHurried);
  return soon.map((ask) => `the caller was told ${(due - ask.at) / 1000} s early: ${ask.body}`);
}

const HANGS_AFTER_MS = 60_000;

/** I8. What was refused for now is asked for again, and what was not heard of is asked about, until somebody has it. */
function hanging(night: Night): string[] {
  const { record, story } = night;
  return record.asks
    .filter(({ fate }) => fate === 'not-now' || fate === 'taken-unsaid')
    .filter((ask) => ask.at + HANGS_AFTER_MS + tolerance(night) < story.endedAt && !isLookedAfter(night, ask))
    .map((ask) => `${ask.to} was left with "${ask.fate}": ${ask.body}`);
}

function isLookedAfter(night: Night, ask: Ask): boolean {
  const { record } = night;
  const by = ask.at + HANGS_AFTER_MS + tolerance(night);
  const isNext = ({ to, at }: { to: string; at: number }) => to === ask.to && at >= ask.at && at <= by;
  const askedAgain = record.asks.some((other) => other !== ask && isNext(other));
  // Somebody took it meanwhile, so nobody need hear of it any more.
  const wasOver = record.answers.some(({ meaning, answeredAt }) => meaning === 'take' && answeredAt <= by);
  return askedAgain || wasOver || record.questions.some(isNext);
}

/** I9. */
function strangers(night: Night): string[] {
  const known = everybody(night);
  const callers = new Set(night.story.emergencies.map(({ callerPhone }) => callerPhone));
  return night.record.asks
    .filter(({ to, kind, body }) => !known.has(to) && !(callers.has(to) && kind === 'text' && !/EMERGENCY/.test(body)))
    .map(({ to, body }) => `${to} was told: ${body}`);
}

/** I10. */
function mistold(night: Night): string[] {
  const { digests } = night.record;
  if (digests === null) return [];
  const all = digests.join('\n');
  return night.story.emergencies.flatMap((emergency) => {
    const told = all.split('\n').filter((line) => line.includes(emergency.callerName));
    if (told.length !== 1) return [`${emergency.code} is told ${told.length} times`];
    const entry = entryOf(all, emergency, night.story.emergencies);
    const isTrue = endsOf(night, emergency).some((end) => entry.includes(end));
    return isTrue ? [] : [`${emergency.code} is told as: ${entry}`];
  });
}

/** From the line with the caller's name to the next caller's. */
function entryOf(digest: string, { callerName }: StoryEmergency, all: readonly StoryEmergency[]): string {
  const from = digest.slice(digest.indexOf(callerName));
  const ends = all.map((other) => (other.callerName === callerName ? -1 : from.indexOf(other.callerName)));
  return from.slice(0, Math.min(from.length, ...ends.filter((end) => end > 0)));
}

/** How it may have ended: more than one way where the record leaves open whether an acceptance held. */
function endsOf(night: Night, emergency: StoryEmergency): string[] {
  const spans = openSpans(night, emergency);
  const lastCertain = spans.findLastIndex((_, index) => index === 0 || spans[index - 1]?.mustReopenAt !== null);
  return spans
    .slice(lastCertain)
    .map(({ takenBy }) => (takenBy ? `(${night.story.names[takenBy]}) acknowledged` : 'NOT REACHED'));
}
