import { withNewcomers } from '@domain/escalation/newcomers';
import { nextMove, type LadderMove } from '@domain/escalation/plan';
import { personToPage } from '@domain/escalation/plan-people';
import type { PolicyStep } from '@domain/escalation/policy';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { alarmClock, insertAlert, whoWasPaged } from './escalation.queries.js';
import { cursorColumns, cursorOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';
import { LadderEndService } from './ladder-end.service.js';
import { StepPeopleService } from './step-people.service.js';

/** Fires the steps of a ladder: writes their alerts and moves the cursor, both or neither. */
@Injectable()
export class StepService {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
    private readonly people: StepPeopleService,
    private readonly endings: LadderEndService,
  ) {}

  /** Alarm `ladder`. */
  fireStep(accountId: AccountId, incidentId: string): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      const incident = await tx.lock(Incident, { id: incidentId });
      const now = await alarmClock(tx);
      if (incident?.state !== 'alerting' || !incident.nextFireAt || incident.nextFireAt > now) return;
      await this.apply(tx, incident, await this.move(tx, incident, now), now);
    });
  }

  private async apply(tx: AccountTx, incident: Incident, move: LadderMove, now: Date): Promise<void> {
    if (move.kind === 'unreached') return this.endings.end(tx, incident, now);
    const { steps } = incident.policy.policy;
    for (const planned of move.alerts) {
      const policyStep = steps[planned.step];
      if (policyStep) await insertAlert(tx, incident, { ...planned, policyStep }, now);
    }
    const { next, nextFireAt } = move;
    await tx.update(
      Incident,
      { id: incident.id },
      { ...cursorColumns(incident, next), nextFireAt, version: incident.version + 1 },
    );
    const fired = move.alerts.map((alert) => ({ step: steps[alert.step]?.step, contactId: alert.person.contactId }));
    await this.note(tx, 'incident.step_fired', incident, { round: incident.round, fired });
  }

  /** Who is on call is asked again at every step; those who passed, or answered a drill, are left alone. */
  private async move(tx: AccountTx, incident: Incident, now: Date): Promise<LadderMove> {
    const { policy } = incident.policy;
    const cursor = cursorOf(incident);
    const people = await this.people.of(tx, incident, now);
    const { answered, known } = await whoWasPaged(tx, incident);
    const personOf = (step: PolicyStep) => personToPage(step, people, answered);
    return withNewcomers(policy, cursor, nextMove(policy, cursor, now, personOf), { now, personOf, known });
  }

  private note(tx: AccountTx, event: string, incident: Incident, data: Record<string, unknown>): Promise<void> {
    return this.journal.record(tx, {
      event,
      subjectId: incident.id,
      callId: incident.callId,
      actor: { type: 'system' },
      data,
    });
  }
}
