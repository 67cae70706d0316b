import { CALLER_WAITS_SECONDS } from '@domain/escalation/caller-news';
import { broughtForward } from '@domain/escalation/plan';
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

/** When a caller whom nobody has taken by then is owed a word. */
export const callerNewsAfter = (start: Date): Date => new Date(start.getTime() + CALLER_WAITS_SECONDS * 1000);
