import type { OnboardingFacts } from '@domain/onboarding/onboarding-steps';
import type { ProvisioningState } from '@domain/provisioning/saga-steps';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newestCheck } from './forwarding.queries.js';
import { ProvisioningViewService } from './provisioning-view.service.js';

export type LineStanding = Pick<OnboardingFacts, 'lineNumber' | 'numberSetUp' | 'forwarding'>;

const SET_UP: Record<ProvisioningState, OnboardingFacts['numberSetUp']> = {
  running: 'running',
  failed: 'failed',
  finished: 'finished',
  abandoning: 'running',
  abandoned: 'none',
};

/** How far the line is, for the list of what a contractor still has to do. */
@Injectable()
export class LineStandingService {
  constructor(private readonly view: ProvisioningViewService) {}

  async standing(tx: AccountTx): Promise<LineStanding> {
    const { saga, lines } = await this.view.read(tx);
    const live = lines.find((line) => line.state === 'live' && line.assistantId !== null);
    return {
      lineNumber: live?.number ?? null,
      numberSetUp: saga ? SET_UP[saga.state] : 'none',
      forwarding: (await newestCheck(tx))?.state ?? 'none',
    };
  }
}
