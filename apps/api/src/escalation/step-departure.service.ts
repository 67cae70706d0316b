import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import type { AlarmRun } from '@platform/alarms/alarm-handlers';
import { monotonicTime } from '@platform/clock/real-time';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { AlertDecisionService, type AlertOrder } from './alert-decision.service.js';
import { DispatchService } from './dispatch.service.js';
import { departing } from './pace.queries.js';
import { StepService } from './step.service.js';

/** An alert whose sending has begun with the step that wrote it. */
export interface Departure {
  alertId: string;
  order: AlertOrder;
}

/**
 * A step and the beginning of what it sends are one transaction: a page that waited for an alarm of its own would cost one
 * more claim and one more transaction, and leave later. What can't leave yet keeps its alarm.
 */
@Injectable()
export class StepDepartureService {
  constructor(
    private readonly db: AccountDb,
    private readonly steps: StepService,
    private readonly decisions: AlertDecisionService,
    private readonly dispatcher: DispatchService,
  ) {}

  /** Alarm `ladder`. */
  async fireStep(accountId: AccountId, incidentId: string, run: AlarmRun): Promise<void> {
    const departures = await this.write(accountId, incidentId, run);
    const carried = await Promise.allSettled(
      departures.map(({ alertId, order }) => this.dispatcher.carryOut(order, accountId, alertId)),
    );
    // Only when all of them are over: until then their alarms stay with this worker.
    for (const one of carried) if (one.status === 'rejected') throw one.reason;
  }

  /** Commits the step with the attempts that begin with it. Empty when nothing was due any more. */
  async write(accountId: AccountId, incidentId: string, run: AlarmRun): Promise<Departure[]> {
    const departures = await this.db.within(accountId, (tx) => this.begun(tx, incidentId, run.workerId));
    for (const { alertId } of departures)
      run.besides.push({ kind: 'alert', account_id: accountId, subject_id: alertId });
    return departures;
  }

  private async begun(tx: AccountTx, incidentId: string, workerId: string): Promise<Departure[]> {
    const begunAt = monotonicTime();
    const fired = await this.steps.fire(tx, incidentId);
    if (!fired) return [];
    const departures: Departure[] = [];
    for (const alert of await departing(tx, fired, workerId))
      departures.push({
        alertId: alert.id,
        order: await this.decisions.decideInTurn(tx, { ...fired, alert, begunAt }),
      });
    return departures;
  }
}
