import type { OnCallPerson } from './roster.js';

/** Somebody said "BUSY 2H": paged after everybody else for a while. The plan does not change. */
export interface BusySpell {
  contactId: string;
  startsAt: Date;
  endsAt: Date;
}

/** Ids of those who are busy at an instant. */
export const busyAt = (busy: readonly BusySpell[], at: Date): ReadonlySet<string> =>
  new Set(busy.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt).map(({ contactId }) => contactId));

/**
 * The people of a chain, those who are busy behind all others ("pages go to backup first", reference/oncall 7.5). Where
 * nobody of the chain is free the owner comes first, who ends every chain; where the owner is busy too, nothing changes.
 */
export function freeFirst(chain: OnCallPerson[], owner: OnCallPerson, busy: ReadonlySet<string>): OnCallPerson[] {
  const isBusy = ({ contactId }: OnCallPerson): boolean => busy.has(contactId);
  const free = chain.filter((person) => !isBusy(person));
  if (free.length === 0 && isBusy(owner)) return chain;
  return [...(free.length > 0 ? free : [owner]), ...chain.filter(isBusy)];
}
