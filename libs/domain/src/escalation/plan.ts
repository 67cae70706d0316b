import type { OnCallPerson } from '@domain/on-call/roster';
import { sameTarget, type EscalationPolicy, type PolicyStep } from './policy.js';

/** Where a ladder stands. Stored on the incident; round 1 is the policy itself, later rounds are its repeats. */
export interface LadderCursor {
  round: number;
  /** Index of the next step of `policy.steps`. */
  step: number;
  /** What delays count from: the opening, moved when a refusal brought a step forward. */
  startedAt: Date;
}

export interface PlannedAlert {
  step: number;
  round: number;
  person: OnCallPerson;
  /** When it was owed. An alert that goes out much later says so. */
  dueAt: Date;
}

/** `unreached`: the last repeat got its time and nobody answered (decision 4). */
export type LadderMove =
  { kind: 'fire'; alerts: PlannedAlert[]; next: LadderCursor; nextFireAt: Date } | { kind: 'unreached' };

/** The person a step would page now, or null when there is none, they can't be reached on its channel, or they passed. */
export type PersonOf = (step: PolicyStep) => OnCallPerson | null;

/** People get this long before the next step after one that was late (reference/oncall 5.5, rule 2). */
const MINIMUM_GAP_MS = 60_000;

/**
 * What the ladder owes at `now`, and when it must be looked at again. All overdue steps fire in one pass. A step with
 * nobody to page costs no time: the next one takes its place at once (decision 4). Pure; the caller writes the rows.
 */
export function nextMove(policy: EscalationPolicy, cursor: LadderCursor, now: Date, personOf: PersonOf): LadderMove {
  if (cursor.round > 1) return repeatMove(policy, cursor, now, personOf);
  const { alerts, next } = overdue(policy, cursor, now, personOf);
  const nobodyLeft =
    alerts.length === 0 && repeatedSteps(policy).every((index) => pagedAt(policy, index, personOf) === null);
  return nobodyLeft ? { kind: 'unreached' } : { kind: 'fire', alerts, next, nextFireAt: rebased(policy, next, now) };
}

/** When a ladder that starts at `startedAt` is first looked at: a contractor may let its first step wait. */
export const firstFireAt = (policy: EscalationPolicy, startedAt: Date): Date =>
  dueOf(policy, { round: 1, step: 0, startedAt });

/** The alerts of all steps that are due, or, when they page nobody, of the first step after them that does. */
function overdue(
  policy: EscalationPolicy,
  cursor: LadderCursor,
  now: Date,
  personOf: PersonOf,
): { alerts: PlannedAlert[]; next: LadderCursor } {
  const alerts: PlannedAlert[] = [];
  let at = cursor;
  while (at.step < policy.steps.length && (dueOf(policy, at) <= now || alerts.length === 0)) {
    at = broughtForward(policy, at, now);
    const rung = rungFrom(policy, at.step);
    alerts.push(...planned(policy, rung, at, personOf));
    at = { ...at, step: at.step + rung.length };
  }
  return { alerts, next: at.step < policy.steps.length ? at : { ...at, round: 2, step: 0 } };
}

/** The same ladder with its next step due at `now`: after a refusal, or when no alert can still reach anybody. */
export function broughtForward(policy: EscalationPolicy, cursor: LadderCursor, now: Date): LadderCursor {
  const due = dueOf(policy, cursor);
  return due <= now ? cursor : { ...cursor, startedAt: shifted(cursor.startedAt, now.getTime() - due.getTime()) };
}

/** A ladder that starts again at `now` with the first step that does not page `besides` (a silent acceptance, decision 6). */
export function startedAgain(
  policy: EscalationPolicy,
  now: Date,
  pagesOther: (step: PolicyStep) => boolean,
): LadderCursor {
  const step = Math.max(0, policy.steps.findIndex(pagesOther));
  return broughtForward(policy, { round: 1, step, startedAt: now }, now);
}

/** When the step under the cursor is owed. */
function dueOf(policy: EscalationPolicy, cursor: LadderCursor): Date {
  return shifted(cursor.startedAt, offsetSeconds(policy, cursor) * 1000);
}

function repeatMove(policy: EscalationPolicy, cursor: LadderCursor, now: Date, personOf: PersonOf): LadderMove {
  if (cursor.round > 1 + policy.repeat.times) return { kind: 'unreached' };
  const next = { ...cursor, round: cursor.round + 1 };
  return {
    kind: 'fire',
    alerts: planned(policy, repeatedSteps(policy), cursor, personOf),
    next,
    nextFireAt: rebased(policy, next, now),
  };
}

/** Indexes of the steps that fire together with `step`. */
function rungFrom(policy: EscalationPolicy, step: number): number[] {
  const delay = policy.steps[step]?.delaySeconds;
  return policy.steps.flatMap((other, index) => (index >= step && other.delaySeconds === delay ? [index] : []));
}

function planned(policy: EscalationPolicy, indexes: number[], at: LadderCursor, personOf: PersonOf): PlannedAlert[] {
  const dueAt = dueOf(policy, at);
  return indexes.flatMap((index) => {
    const person = pagedAt(policy, index, personOf);
    return person ? [{ step: index, round: at.round, person, dueAt }] : [];
  });
}

function pagedAt(policy: EscalationPolicy, index: number, personOf: PersonOf): OnCallPerson | null {
  const step = policy.steps[index];
  return step ? personOf(step) : null;
}

/** Each way to the repeated target once, however often the steps themselves page it. */
const repeatedSteps = ({ steps, repeat }: EscalationPolicy): number[] =>
  steps.flatMap((step, index) => {
    const isSame = (other: PolicyStep) => other.channel === step.channel && sameTarget(other.target, step.target);
    return sameTarget(step.target, repeat.target) && steps.findIndex(isSame) === index ? [index] : [];
  });

function offsetSeconds(policy: EscalationPolicy, { round, step }: LadderCursor): number {
  if (round === 1) return policy.steps[step]?.delaySeconds ?? 0;
  return (policy.steps.at(-1)?.delaySeconds ?? 0) + (round - 1) * policy.repeat.everySeconds;
}

/** Never sooner than people can answer: after downtime a ladder must not fire its steps in a burst. */
function rebased(policy: EscalationPolicy, next: LadderCursor, now: Date): Date {
  const before =
    next.round === 1
      ? { ...next, step: next.step - 1 }
      : { ...next, round: next.round - 1, step: policy.steps.length - 1 };
  const gap = (offsetSeconds(policy, next) - offsetSeconds(policy, before)) * 1000;
  const earliest = now.getTime() + Math.min(Math.max(gap, 0), MINIMUM_GAP_MS);
  return new Date(Math.max(dueOf(policy, next).getTime(), earliest));
}

const shifted = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms);
