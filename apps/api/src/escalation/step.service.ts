import { nextMove, type LadderMove, type PersonOf } from '@domain/escalation/plan';
import { personToPage } from '@domain/escalation/plan-people';
import { wantOf } from '@domain/escalation/policy-choice';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { alarmClock, insertAlert, whoAnswered } from './escalation.queries.js';
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
      const personOf = await this.personOf(tx, incident, now);
      await this.apply(tx, incident, nextMove(incident.policy.policy, cursorOf(incident), now, personOf), now);
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
  private async personOf(tx: AccountTx, incident: Incident, now: Date): Promise<PersonOf> {
    const { policy, people: atOpening } = incident.policy;
    const asked = await this.people.at(tx, policy, now, wantOf(incident));
    // A roster that can't be read must not stop a ladder: the one copied at the opening serves.
    const people = { ...asked, onCall: asked.onCall ?? atOpening };
    const answered = await whoAnswered(tx, incident);
    return (step) => personToPage(step, people, answered);
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
