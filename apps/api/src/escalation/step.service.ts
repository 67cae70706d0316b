import { DomainError } from '@domain/errors/domain-error';
import { nextMove, type LadderMove, type PersonOf } from '@domain/escalation/plan';
import type { AccountId } from '@domain/ids';
import type { OnCallNow } from '@domain/on-call/on-call-at';
import { canCall, canText } from '@domain/on-call/roster';
import { Injectable, Logger } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { OnCallService } from '../on-call/on-call.service.js';
import { alarmClock, insertAlert, whoPassed } from './escalation.queries.js';
import { cursorColumns, cursorOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';

/** Fires the steps of a ladder: writes their alerts and moves the cursor, both or neither. */
@Injectable()
export class StepService {
  private readonly logger = new Logger(StepService.name);

  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
    private readonly onCall: OnCallService,
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
    if (move.kind === 'unreached') return this.giveUp(tx, incident);
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

  /** Red in the app and first in the digest, and one line for the operator. It can still be accepted. */
  private async giveUp(tx: AccountTx, incident: Incident): Promise<void> {
    this.logger.error({ event: 'escalation.unreached', accountId: tx.accountId, incidentId: incident.id });
    await tx.update(
      Incident,
      { id: incident.id },
      { state: 'unreached', nextFireAt: null, version: incident.version + 1 },
    );
    await this.note(tx, 'incident.unreached', incident, {});
  }

  /** Who is on call is asked again at every step; those who passed are left alone. */
  private async personOf(tx: AccountTx, incident: Incident, now: Date): Promise<PersonOf> {
    const people = await this.peopleNow(tx, incident, now);
    const passed = await whoPassed(tx, incident);
    return ({ target, channel }) => {
      const person = people ? { on_call: people.primary, backup: people.backup, owner: people.owner }[target] : null;
      if (!person || passed.has(person.contactId)) return null;
      return (channel === 'sms' ? canText(person) : canCall(person)) ? person : null;
    };
  }

  /** A roster that can't be read must not stop a ladder: the one copied at the opening serves. */
  private async peopleNow(tx: AccountTx, incident: Incident, now: Date): Promise<OnCallNow | null> {
    try {
      return await this.onCall.onCallAt(tx, now);
    } catch (error) {
      if (error instanceof DomainError) return incident.policy.people;
      throw error;
    }
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
