import { startedAgain } from '@domain/escalation/plan';
import { pagesOther } from '@domain/escalation/plan-people';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { callerNewsAfter } from './advance.js';
import { cursorColumns } from './incident-facts.js';
import { Incident } from './incident.entity.js';
import { StepPeopleService } from './step-people.service.js';

/** Nobody has the emergency any more. */
const TAKEN_BY_NOBODY = {
  acceptedAt: null,
  acceptedBy: null,
  acceptedKey: null,
  acceptedName: null,
  acceptedVia: null,
  acceptedWords: null,
  contactedAt: null,
  etaMinutes: null,
  watchdogAt: null,
  watchdogAskedAt: null,
} as const;

/** A ladder that had stopped runs once more: an acceptance led to nothing, or a person asked for it (decision 6). */
@Injectable()
export class LadderRestartService {
  constructor(
    private readonly clock: Clock,
    private readonly people: StepPeopleService,
  ) {}

  /**
   * From the first step that pages, as people stand now, anybody but the one who had it. The first page goes out after
   * `waitMs`. Caller holds the incident's lock.
   */
  async startAgain(tx: AccountTx, incident: Incident, waitMs = 0): Promise<void> {
    const now = this.clock.now();
    const firesAt = new Date(now.getTime() + waitMs);
    const people = await this.people.of(tx, incident, now);
    const cursor = startedAgain(incident.policy.policy, firesAt, pagesOther(people, incident.acceptedBy));
    await tx.update(
      Incident,
      { id: incident.id },
      {
        ...cursorColumns(incident, cursor),
        state: 'alerting',
        epoch: incident.epoch + 1,
        nextFireAt: firesAt,
        ...TAKEN_BY_NOBODY,
        callerNewsAt: incident.callerToldAt === null ? callerNewsAfter(firesAt) : null,
        version: incident.version + 1,
      },
    );
  }
}
