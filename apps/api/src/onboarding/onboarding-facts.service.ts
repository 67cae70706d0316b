import { onboardingSteps, type OnboardingFacts, type OnboardingStep } from '@domain/onboarding/onboarding-steps';
import { greetingProblems } from '@domain/persona/greeting';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigService } from '../config/config.service.js';
import { LineStandingService } from '../provisioning/line-standing.service.js';
import { confirmedSteps, rosterPeople, wasHeard } from './onboarding.queries.js';

/** Reads how far a contractor is from the rows that the steps are about. */
@Injectable()
export class OnboardingFactsService {
  constructor(
    private readonly config: ConfigService,
    private readonly lines: LineStandingService,
  ) {}

  async steps(tx: AccountTx): Promise<OnboardingStep[]> {
    return onboardingSteps(await this.facts(tx));
  }

  private async facts(tx: AccountTx): Promise<OnboardingFacts> {
    const config = await this.config.read(tx);
    const people = await rosterPeople(tx);
    const person = (slot: 'primary' | 'owner') => people.find((found) => found.slot === slot) ?? null;
    return {
      businessName: config.accountName,
      ownerName: config.ownerName,
      state: config.state,
      businessNumber: config.businessNumber,
      trades: config.trades,
      services: config.services,
      hasHours: config.alwaysActive || Object.values(config.hours).some((day) => day.length > 0),
      ...(await this.lines.standing(tx)),
      primary: person('primary'),
      owner: person('owner'),
      greetingProblems: greetingProblems(config.greeting),
      testCalled: await wasHeard(tx),
      isLive: config.isActive,
      confirmed: await confirmedSteps(tx),
    };
  }
}
