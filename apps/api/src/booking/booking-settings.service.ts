import { offersTimes, type BookingRules } from '@domain/booking/booking-rules';
import { bookingRuleProblems } from '@domain/booking/check-booking-rules';
import { stale } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { SettingsService } from '../config/settings.service.js';
import { BookingPlanService } from './booking-plan.service.js';
import { wrongApprover, wrongRules } from './booking.errors.js';
import { approverOf, storeRules, takeTurns } from './booking.queries.js';

export interface ShownRules {
  rules: BookingRules;
  version: number;
}

export interface RulesChange {
  /** Only what is sent is changed. */
  patch: Partial<BookingRules>;
  /** The version the person has seen. */
  version: number;
  actor: Actor;
}

/** The contractor's say over who books what (seed 001). */
@Injectable()
export class BookingSettingsService {
  constructor(
    private readonly db: AccountDb,
    private readonly plans: BookingPlanService,
    private readonly settings: SettingsService,
    private readonly journal: Journal,
  ) {}

  show(accountId: AccountId): Promise<ShownRules> {
    return this.db.within(accountId, (tx) => this.plans.rules(tx));
  }

  /** Throws `booking-rules-changed`, `booking-rules-invalid`, `approver-unknown`. */
  save(accountId: AccountId, change: RulesChange): Promise<ShownRules> {
    return this.db.within(accountId, async (tx) => {
      await takeTurns(tx);
      const before = await this.plans.rules(tx);
      const rules = { ...before.rules, ...change.patch };
      await this.refuseImpossible(tx, rules);
      if (!(await storeRules(tx, rules, change.version))) throw stale('booking rules');
      await this.journal.record(tx, {
        event: 'booking.rules_changed',
        subjectId: null,
        actor: change.actor,
        data: { fields: Object.keys(change.patch), mode: rules.mode },
      });
      await this.tellAgent(tx, rules, change.actor);
      return this.plans.rules(tx);
    });
  }

  private async refuseImpossible(tx: AccountTx, rules: BookingRules): Promise<void> {
    const problems = bookingRuleProblems(rules);
    if (problems.length > 0) throw wrongRules(problems);
    const { approverContactId } = rules;
    if (approverContactId && !(await approverOf(tx, approverContactId))) throw wrongApprover();
  }

  /** The agent speaks of times only where some can be had: the switch its script is written from follows the rules. */
  private async tellAgent(tx: AccountTx, rules: BookingRules, actor: Actor): Promise<void> {
    const { config } = await this.settings.shown(tx);
    const calendarEnabled = offersTimes(rules);
    if (config.calendarEnabled === calendarEnabled) return;
    const note = calendarEnabled ? 'The agent offers times' : 'The agent offers no times';
    await this.settings.saveIn(tx, { version: config.version, patch: { calendarEnabled }, actor, note });
  }
}
