import { closedForAllText } from '@domain/escalation/texts';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { Journal, type Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { insertText, stopLadder } from './escalation.queries.js';
import { factsOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';
import { recipientsOfEnd } from './recipients.js';

/** What somebody says of an emergency that is over. */
export interface Closing {
  state: 'resolved' | 'false_alarm';
  actor: Actor;
  byName: string;
  byContact: string | null;
  outcome?: string | null;
  jobValueCents?: number | null;
}

/** The end of an emergency. */
@Injectable()
export class IncidentClosingService {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
  ) {}

  /** Nobody else is paged; those who still might come are told. Caller holds the incident's lock. */
  async close(tx: AccountTx, incident: Incident, end: Closing): Promise<void> {
    const now = this.clock.now();
    const hearing = await recipientsOfEnd(tx, incident, end.state);
    await stopLadder(tx, incident, now, null);
    await tx.update(Incident, { id: incident.id }, ended(incident, end, now));
    await this.jobs.enqueue(tx, 'incident.settle_cards', { accountId: tx.accountId, id: incident.id });
    const about = { subjectId: incident.id, callId: incident.callId, actor: end.actor };
    const data = end.jobValueCents ? { jobValueCents: end.jobValueCents } : {};
    await this.journal.record(tx, { event: `incident.${end.state}`, ...about, data });
    for (const person of hearing.filter(({ contactId }) => contactId !== end.byContact)) {
      const body = closedForAllText(factsOf(incident, person.language), end.state, end.byName, now);
      await insertText(tx, incident, person, { step: 'stand_down', body, at: now });
    }
  }
}

const ended = (incident: Incident, end: Closing, now: Date): Partial<Incident> => ({
  state: end.state,
  nextFireAt: null,
  watchdogAt: null,
  resolvedAt: now,
  version: incident.version + 1,
  outcome: end.outcome ?? incident.outcome,
  jobValueCents: end.jobValueCents ?? incident.jobValueCents,
  ...(end.state === 'resolved' && incident.contactedAt === null ? { contactedAt: now } : {}),
});
