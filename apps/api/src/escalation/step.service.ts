import { withNewcomers } from '@domain/escalation/newcomers';
import { nextMove, type LadderMove, type PlannedAlert } from '@domain/escalation/plan';
import { sparingTheBusy } from '@domain/escalation/sparing';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { Statement } from '@platform/tenancy/entity-sql';
import { insertAlert, whoWasPaged } from './escalation.queries.js';
import { cursorColumns, cursorOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';
import { LadderEndService } from './ladder-end.service.js';
import { StepPeopleService } from './step-people.service.js';

/** An incident whose step has been written, at the time of the clock that rings alarms. */
export interface FiredStep {
  incident: Incident;
  now: Date;
}

/** Fires the steps of a ladder: writes their alerts and moves the cursor, both or neither. */
@Injectable()
export class StepService {
  constructor(
    private readonly journal: Journal,
    private readonly people: StepPeopleService,
    private readonly endings: LadderEndService,
  ) {}

  /** The incident, locked, and when it was found due; null when nothing was due any more, and at the ladder's end. */
  async fire(tx: AccountTx, incidentId: string): Promise<FiredStep | null> {
    const due = await tx.lockDue(Incident, { id: incidentId });
    if (due?.row.state !== 'alerting' || !due.row.nextFireAt || due.row.nextFireAt > due.now) return null;
    const { move, busy } = await this.move(tx, due.row, due.now);
    if (move.kind === 'unreached') {
      await this.endings.end(tx, due.row, due.now);
      return null;
    }
    this.apply(tx, due.row, { ...move, busy }, due.now);
    return { incident: due.row, now: due.now };
  }

  private apply(tx: AccountTx, incident: Incident, move: Firing, now: Date): void {
    const { steps } = incident.policy.policy;
    const { next, nextFireAt } = move;
    const cursor = { ...cursorColumns(incident, next), nextFireAt, version: incident.version + 1 };
    const fired = move.alerts.map((alert) => ({ step: steps[alert.step]?.step, contactId: alert.person.contactId }));
    tx.soon([
      ...alertsOf(tx, incident, move.alerts, now),
      tx.updating(Incident, { id: incident.id }, cursor),
      this.journal.entry(tx, {
        event: 'incident.step_fired',
        subjectId: incident.id,
        callId: incident.callId,
        actor: { type: 'system' },
        data: { round: incident.round, fired, ...sparedBy(move) },
      }),
    ]);
  }

  /** Who is on call is asked again at every step; those who passed, or answered a drill, are left alone. */
  private async move(
    tx: AccountTx,
    incident: Incident,
    now: Date,
  ): Promise<{ move: LadderMove; busy: ReadonlySet<string> }> {
    const { policy } = incident.policy;
    const cursor = cursorOf(incident);
    const [people, asked] = await Promise.all([this.people.of(tx, incident, now), whoWasPaged(tx, incident)]);
    const personOf = sparingTheBusy(policy, people, asked);
    const planned = nextMove(policy, cursor, now, personOf);
    return {
      move: withNewcomers(policy, cursor, planned, { now, personOf, known: asked.known }),
      busy: new Set([...people.busy].filter((id) => !asked.known.has(id))),
    };
  }
}

/** A move that pages somebody. `busy`: those it has not turned to because they said so, as far as it does not now. */
type Firing = Extract<LadderMove, { kind: 'fire' }> & { busy: ReadonlySet<string> };

function sparedBy({ alerts, busy }: Firing): { busy?: string[] } {
  const spared = [...busy].filter((id) => alerts.every(({ person }) => person.contactId !== id));
  return spared.length > 0 ? { busy: spared } : {};
}

/** An alert that is there already stays as it is. */
const alertsOf = (tx: AccountTx, incident: Incident, planned: PlannedAlert[], now: Date): Statement[] =>
  planned.flatMap((alert) => {
    const policyStep = incident.policy.policy.steps[alert.step];
    return policyStep ? [insertAlert(tx, incident, { ...alert, policyStep }, now)] : [];
  });
