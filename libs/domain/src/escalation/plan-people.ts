import type { OnCallNow } from '@domain/on-call/on-call-at';
import { canCall, canText, type OnCallPerson } from '@domain/on-call/roster';
import type { PolicyStep, StepTarget } from './policy.js';

/** Incidents opened before schedules had layers carry a team without them. */
type Layered = OnCallNow & { layers?: readonly { layerId: string; person: OnCallPerson | null }[] };

/** Everybody a ladder could page at one instant. */
export interface LadderPeople {
  /** Null while the account has named nobody. */
  onCall: Layered | null;
  /** By id: people a step names directly. */
  contacts: ReadonlyMap<string, OnCallPerson>;
  /** By id: the members of each ring group, in order. */
  groups: ReadonlyMap<string, readonly OnCallPerson[]>;
  /** Ids of those who said that they are busy. */
  busy: ReadonlySet<string>;
}

/** The person behind a target, whether they can be reached or not; null when there is none. */
export function personBehind(target: StepTarget, people: LadderPeople): OnCallPerson | null {
  if (target.kind === 'contact') return people.contacts.get(target.contactId) ?? null;
  if (target.kind === 'ring_group') return memberAt(people.groups.get(target.groupId), target.position);
  if (target.kind === 'on_call') return onCallOf(target.layerId, people.onCall);
  return people.onCall?.[target.kind] ?? null;
}

const memberAt = (members: readonly OnCallPerson[] = [], position = 0): OnCallPerson | null =>
  members[position] ?? null;

function onCallOf(layerId: string | undefined, onCall: Layered | null): OnCallPerson | null {
  if (layerId === undefined) return onCall?.primary ?? null;
  return onCall?.layers?.find((layer) => layer.layerId === layerId)?.person ?? null;
}

/** Whether a step pages anybody but `contactId`, whatever stands against reaching them. */
export const pagesOther =
  (people: LadderPeople, contactId: string | null) =>
  ({ target }: Pick<PolicyStep, 'target'>): boolean => {
    const person = personBehind(target, people);
    return person !== null && person.contactId !== contactId;
  };

/** Whether a page on this step's channel could arrive. */
export const isReachable = (step: Pick<PolicyStep, 'channel'>, person: OnCallPerson): boolean =>
  step.channel === 'sms' ? canText(person) : canCall(person);

/** Whom a step pages now; null costs the ladder no time (decision 4). `besides`: contacts who passed. */
export function personToPage(
  step: PolicyStep,
  people: LadderPeople,
  besides: ReadonlySet<string>,
): OnCallPerson | null {
  const person = personBehind(step.target, people);
  if (!person || besides.has(person.contactId)) return null;
  return isReachable(step, person) ? person : null;
}
