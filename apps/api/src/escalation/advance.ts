import { broughtForward, startedAgain } from '@domain/escalation/plan';
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

/** The ladder starts again with the people after the one who fell silent (decision 6). Caller holds the incident's lock. */
export async function startAgain(tx: AccountTx, incident: Incident, now: Date): Promise<void> {
  const people = incident.policy.people;
  const contactOf = { on_call: people?.primary, backup: people?.backup, owner: people?.owner };
  const cursor = startedAgain(incident.policy.policy, now, (step) => {
    const person = contactOf[step.target];
    return person !== undefined && person !== null && person.contactId !== incident.acceptedBy;
  });
  await tx.update(
    Incident,
    { id: incident.id },
    {
      ...cursorColumns(incident, cursor),
      ...{ state: 'alerting', epoch: incident.epoch + 1, nextFireAt: now, watchdogAt: null, watchdogAskedAt: null },
      ...{
        acceptedAt: null,
        acceptedBy: null,
        acceptedName: null,
        acceptedVia: null,
        acceptedWords: null,
        contactedAt: null,
        etaMinutes: null,
      },
      version: incident.version + 1,
    },
  );
}
