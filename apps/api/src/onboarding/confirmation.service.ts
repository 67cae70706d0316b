import type { ConfirmedStep, OnboardingStep } from '@domain/onboarding/onboarding-steps';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { CurrentMember } from '../identity/identity.types.js';
import { OnboardingFactsService } from './onboarding-facts.service.js';
import { confirmStep } from './onboarding.queries.js';

/** What only a person can know: that they have looked. */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly facts: OnboardingFactsService,
  ) {}

  /** Kept with who said it and when; saying it twice changes nothing. */
  confirm({ accountId, id, actor }: CurrentMember, step: ConfirmedStep): Promise<OnboardingStep[]> {
    return this.db.within(accountId, async (tx) => {
      await confirmStep(tx, step, { userId: id, at: this.clock.now() });
      await this.journal.record(tx, { event: 'onboarding.confirmed', subjectId: accountId, actor, data: { step } });
      return this.facts.steps(tx);
    });
  }
}
