import type { AccountId } from '@domain/ids';
import { contractorHealth, type ContractorHealth } from '@domain/onboarding/contractor-health';
import { isOnboarded } from '@domain/onboarding/onboarding-steps';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { CoverageService } from '../on-call/coverage.service.js';
import { countsOf, type Counts, type ListedAccount } from './contractor-health.queries.js';
import { OnboardingFactsService } from './onboarding-facts.service.js';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface ListedContractor extends Counts {
  accountId: AccountId;
  status: 'active' | 'suspended';
  stepsDone: number;
  health: ContractorHealth;
}

/** How one contractor stands: counts and states, nothing of what a caller said. */
@Injectable()
export class ContractorHealthService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly coverage: CoverageService,
    private readonly onboarding: OnboardingFactsService,
  ) {}

  look({ accountId, status }: ListedAccount): Promise<ListedContractor | null> {
    return this.db.within(accountId, async (tx) => {
      const now = this.clock.now().getTime();
      const counts = await countsOf(tx, new Date(now - DAY_MS));
      if (!counts) return null;
      const steps = await this.onboarding.steps(tx);
      const stepsDone = steps.filter((step) => step.state === 'done').length;
      const hasGapSoon = await this.coverage.hasGapBefore(tx, new Date(now + DAY_MS));
      const facts = { ...counts, status, stepsDone, isOnboarded: isOnboarded(steps), hasGapSoon };
      return { ...counts, accountId, status, stepsDone, health: contractorHealth(facts) };
    });
  }
}
