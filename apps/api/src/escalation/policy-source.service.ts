import { DomainError } from '@domain/errors/domain-error';
import { defaultPolicy, STANDARD_TIMING, type EscalationPolicy } from '@domain/escalation/policy';
import type { Trade } from '@domain/triage/triage.types';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { OnCallService } from '../on-call/on-call.service.js';
import { Policy } from './policy.entity.js';

/** Which ladder an emergency runs. */
@Injectable()
export class PolicySourceService {
  constructor(private readonly onCall: OnCallService) {}

  /** The trade's own policy, else the account's, else the standard ladder. */
  async policyFor(tx: AccountTx, trade: Trade | null): Promise<EscalationPolicy> {
    const rows = await tx.find(Policy, {});
    const own = trade === null ? undefined : rows.find((row) => row.trade === trade)?.policy;
    return own ?? rows.find((row) => row.trade === null)?.policy ?? this.standard(tx);
  }

  /** The PRD's five steps with the delays of the simple form (decision 4). */
  async standard(tx: AccountTx): Promise<EscalationPolicy> {
    try {
      return defaultPolicy((await this.onCall.roster(tx)).timing);
    } catch (error) {
      if (error instanceof DomainError) return defaultPolicy(STANDARD_TIMING);
      throw error;
    }
  }
}
