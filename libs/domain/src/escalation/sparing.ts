import type { PersonOf } from './plan.js';
import { personToPage, type LadderPeople } from './plan-people.js';
import type { EscalationPolicy } from './policy.js';

/** Whom a ladder has turned to, and who of them will not be asked again: they passed, or answered a drill. */
export interface AskedPeople {
  known: ReadonlySet<string>;
  answered: ReadonlySet<string>;
}

/**
 * Whom each step pages: somebody busy is passed over, at no cost of time, while anybody who is free is still to be asked.
 * Nobody is spared for ever: once all others have been turned to, the busy are newcomers, and are told why.
 */
export function sparingTheBusy(
  { steps }: EscalationPolicy,
  people: LadderPeople,
  { known, answered }: AskedPeople,
): PersonOf {
  const behind: PersonOf = (step) => personToPage(step, people, answered);
  const isSpared = (contactId: string): boolean => people.busy.has(contactId) && !known.has(contactId);
  const someoneIsLeft = steps.some((step) => {
    const person = behind(step);
    return person !== null && !people.busy.has(person.contactId) && !known.has(person.contactId);
  });
  return (step) => {
    const person = behind(step);
    return person && someoneIsLeft && isSpared(person.contactId) ? null : person;
  };
}
