import { CALLER_WAITS_SECONDS } from '@domain/escalation/caller-news';
import { broughtForward, startedAgain } from '@domain/escalation/plan';
import { personBehind } from '@domain/escalation/plan-people';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { someoneMayAnswer } from './escalation.queries.js';
import { cursorColumns, cursorOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';

/**
 * The next step fires now: after a refusal, or because a person asked for it. The owner's repeats keep their time, or a
 * dead text channel would burn them within seconds. Caller holds the incident's lock.
 */
export async function advanceNow(tx: AccountTx, incident: Incident, now: Date): Promise<void> {
  if (incident.state !== 'alerting' || incident.round > 1) return;
  const cursor = broughtForward(incident.policy.policy, cursorOf(incident), now);
  await tx.update(Incident, { id: incident.id }, { ...cursorColumns(incident, cursor), nextFireAt: now });
}

/** The ladder never waits for a message that cannot arrive (reference/oncall 5.3). Caller holds the incident's lock. */
export async function advanceIfNobodyMayAnswer(tx: AccountTx, incident: Incident, now: Date): Promise<void> {
  if (await someoneMayAnswer(tx, incident)) return;
  await advanceNow(tx, incident, now);
}

/**
 * The ladder starts again with the people after the one who fell silent (decision 6), at `firesAt`. Caller holds the
 * incident's lock.
 */
export async function startAgain(tx: AccountTx, incident: Incident, firesAt: Date): Promise<void> {
  const { policy, people: onCall } = incident.policy;
  const known = { onCall, contacts: new Map(), groups: new Map() };
  const cursor = startedAgain(policy, firesAt, ({ target }) => {
    if (target.kind === 'contact') return target.contactId !== incident.acceptedBy;
    // Who is in a group is known only when its step fires; a silent member's place then costs one more page at most.
    if (target.kind === 'ring_group') return true;
    const person = personBehind(target, known);
    return person !== null && person.contactId !== incident.acceptedBy;
  });
  await tx.update(
    Incident,
    { id: incident.id },
    {
      ...cursorColumns(incident, cursor),
      ...{ state: 'alerting', epoch: incident.epoch + 1, nextFireAt: firesAt, watchdogAt: null, watchdogAskedAt: null },
      ...{
        acceptedAt: null,
        acceptedBy: null,
        acceptedName: null,
        acceptedVia: null,
        acceptedWords: null,
        contactedAt: null,
        etaMinutes: null,
      },
      callerNewsAt: incident.callerToldAt === null ? callerNewsAfter(firesAt) : null,
      version: incident.version + 1,
    },
  );
}

/** When a caller whom nobody has taken by then is owed a word. */
export const callerNewsAfter = (start: Date): Date => new Date(start.getTime() + CALLER_WAITS_SECONDS * 1000);
