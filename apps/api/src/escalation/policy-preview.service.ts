import type { EscalationPolicy } from '@domain/escalation/policy';
import { policyProblem, policyWarnings, type PolicyKnown } from '@domain/escalation/policy-lint';
import { previewSentence, previewTurns, tonightAtNine, whenWords } from '@domain/escalation/policy-preview';
import type { OnCallWant } from '@domain/on-call/schedule.types';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigService } from '../config/config.service.js';
import { alertLine, verifiedContacts } from './policies.queries.js';
import type { PolicyPreview } from './policies.dto.js';
import { StepPeopleService } from './step-people.service.js';

/** An emergency of this trade and place at this time; without a time, tonight at nine. */
export interface PreviewWant extends OnCallWant {
  at: Date | null;
}

/** Holds a policy against the people of the account. */
@Injectable()
export class PolicyPreviewService {
  constructor(
    private readonly clock: Clock,
    private readonly config: ConfigService,
    private readonly people: StepPeopleService,
    private readonly env: Env,
  ) {}

  async of(tx: AccountTx, policy: EscalationPolicy, { at, ...want }: PreviewWant): Promise<PolicyPreview> {
    const { timeZone } = await this.config.read(tx);
    const now = this.clock.now();
    const then = at ?? tonightAtNine(now, timeZone);
    const known = await this.known(tx, policy, then, want);
    const turns = previewTurns(policy, known.people);
    const sentence = previewSentence(turns, whenWords(then, now, timeZone));
    const problem = policyProblem(policy, known);
    return { at: then, sentence, turns, warnings: policyWarnings(policy, known), problem: problem?.words ?? null };
  }

  /** Why it can't be saved, or null. */
  async problem(tx: AccountTx, policy: EscalationPolicy, want: OnCallWant): Promise<ReturnType<typeof policyProblem>> {
    return policyProblem(policy, await this.known(tx, policy, this.clock.now(), want));
  }

  private async known(tx: AccountTx, policy: EscalationPolicy, at: Date, want: OnCallWant): Promise<PolicyKnown> {
    return {
      people: await this.people.at(tx, policy, at, want),
      verified: await verifiedContacts(tx),
      // The platform's own sender is registered with the carriers, whatever the account's line may do (decision 16).
      lineMayText: Boolean(this.env.ALERT_FROM_NUMBER) || ((await alertLine(tx))?.mayText ?? false),
    };
  }
}
