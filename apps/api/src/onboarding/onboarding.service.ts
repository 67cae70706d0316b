import { DomainError } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { missingBeforeLive, type OnboardingStep } from '@domain/onboarding/onboarding-steps';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { ConfigService } from '../config/config.service.js';
import { GoLiveService } from '../config/go-live.service.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { OnboardingFactsService } from './onboarding-facts.service.js';

/** Where a contractor stands on the way to going live, and the last step itself. */
@Injectable()
export class OnboardingService {
  constructor(
    private readonly db: AccountDb,
    private readonly facts: OnboardingFactsService,
    private readonly config: ConfigService,
    private readonly switchOn: GoLiveService,
  ) {}

  show(accountId: AccountId): Promise<OnboardingStep[]> {
    return this.db.within(accountId, (tx) => this.facts.steps(tx));
  }

  /** Switches the agent on. Throws `not-ready` with what is missing, and what `GoLiveService.save` throws. */
  async goLive({ accountId, actor }: CurrentMember): Promise<OnboardingStep[]> {
    const { version, isActive } = await this.db.within(accountId, (tx) => this.config.read(tx));
    const steps = await this.show(accountId);
    if (isActive) return steps;
    refuseUnready(steps);
    await this.switchOn.save(accountId, { version, patch: { isActive: true }, actor, note: 'Went live' });
    return this.show(accountId);
  }
}

function refuseUnready(steps: OnboardingStep[]): void {
  const missing = missingBeforeLive(steps);
  if (missing.length > 0) throw new DomainError('conflict', 'not-ready', `Before you go live: ${missing.join(' ')}`);
}
