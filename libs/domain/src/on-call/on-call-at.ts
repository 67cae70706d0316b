import type { OnCallPerson, Roster } from './roster.js';

/** Who stands behind the line at one instant. `backup` is null in a shop of one. */
export interface OnCallNow {
  primary: OnCallPerson;
  backup: OnCallPerson | null;
  owner: OnCallPerson;
}

/** A schedule answers for any instant. Today only the PRD's roster, which is the same at all of them. */
export type OnCallSchedule = { kind: 'roster'; roster: Roster };

/**
 * Who is on call at `at`. Asked again at every step of a ladder, so that a hand-off in the middle of an emergency
 * pages the new person. Someone who left the team is passed over: the next in the chain moves up, and the owner, who
 * can't leave, is always last. Never answers "nobody" (reference/oncall 7.2).
 */
export function onCallAt(schedule: OnCallSchedule, _at: Date): OnCallNow {
  const { primary, backup, owner } = schedule.roster;
  const others = backup && backup.contactId !== primary.contactId ? [backup] : [];
  const [first = owner, second = null] = [primary, ...others].filter((person) => person.isActive);
  return { primary: first, backup: second, owner };
}
