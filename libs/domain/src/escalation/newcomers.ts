import type { LadderCursor, LadderMove, PersonOf, PlannedAlert } from './plan.js';
import type { EscalationPolicy } from './policy.js';

/** The people of a ladder at the moment in which a step fires. */
export interface PeopleNow {
  now: Date;
  personOf: PersonOf;
  /** Ids of those whom this ladder has turned to already. */
  known: ReadonlySet<string>;
}

type Fire = Extract<LadderMove, { kind: 'fire' }>;

/**
 * The same move, and a page to everybody who has come to stand behind a step that has fired already: a hand-off, a swap
 * or an override during a ladder pages the new person with the next step (issue 4.3, reference/oncall 7.2). A ladder
 * that would end waits for them first. Nobody is a newcomer twice: their page makes them known.
 */
export function withNewcomers(
  policy: EscalationPolicy,
  before: LadderCursor,
  move: LadderMove,
  people: PeopleNow,
): LadderMove {
  const planned = move.kind === 'fire' ? move.alerts : [];
  const pageOf = ({ step, person }: PlannedAlert): string => `${person.contactId} ${kindOf(policy, step)}`;
  // Somebody whom this very move rings is owed the text too, and the other way round.
  const owed = new Set(planned.map(pageOf));
  const newcomers = newcomersTo(policy, before, people).filter((alert) => !owed.has(pageOf(alert)));
  if (newcomers.length === 0) return move;
  const going = move.kind === 'fire' ? move : lastWait(policy, before, people.now);
  return { ...going, alerts: [...going.alerts, ...newcomers] };
}

/** Each on the last fired step of each kind: one text and one call, not every page they were too late for. */
function newcomersTo(
  policy: EscalationPolicy,
  before: LadderCursor,
  { now, personOf, known }: PeopleNow,
): PlannedAlert[] {
  const pages = new Map<string, PlannedAlert>();
  const fired = before.round > 1 ? policy.steps : policy.steps.slice(0, before.step);
  for (const [index, step] of fired.entries()) {
    const person = personOf(step);
    if (!person || known.has(person.contactId)) continue;
    const page = `${person.contactId} ${kindOf(policy, index)}`;
    pages.set(page, { step: index, round: before.round, person, dueAt: now });
  }
  return [...pages.values()].toSorted((a, b) => a.step - b.step);
}

const kindOf = ({ steps }: EscalationPolicy, step: number): 'text' | 'call' =>
  steps[step]?.channel === 'sms' ? 'text' : 'call';

const lastWait = ({ repeat }: EscalationPolicy, before: LadderCursor, now: Date): Fire => ({
  kind: 'fire',
  alerts: [],
  next: before,
  nextFireAt: new Date(now.getTime() + repeat.everySeconds * 1000),
});
