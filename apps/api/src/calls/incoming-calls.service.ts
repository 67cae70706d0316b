import type { CallerHears } from '@domain/call/caller-hears';
import type { AccountId } from '@domain/ids';
import type { ResumedCall } from '@domain/persona/resumed-call';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { AgentStartService } from './agent-start.service.js';
import { CallPlanService, type CallPlan } from './call-plan.service.js';
import type { ArrivingCall, LineOwner } from './calls.types.js';
import { IntakeService } from './intake.service.js';
import { voicemailWords } from './spoken-lines.js';

/** Takes a call of one of our lines: its row first, then the decision, then the agent, the business line, the intake or voicemail. */
@Injectable()
export class IncomingCallsService {
  constructor(
    private readonly db: AccountDb,
    private readonly plans: CallPlanService,
    private readonly agent: AgentStartService,
    private readonly intake: IntakeService,
  ) {}

  async take(owner: LineOwner, arriving: ArrivingCall): Promise<CallerHears> {
    const callId = await this.db.within(owner.accountId, (tx) => this.plans.noteArrival(tx, owner, arriving));
    const plan = await this.db.within(owner.accountId, (tx) =>
      this.plans.of(tx, callId, { forwardedFrom: arriving.forwardedFrom }),
    );
    return this.follow(owner.accountId, plan);
  }

  /** The business line was busy or did not answer: decision 11's fallback. */
  async takeBack(accountId: AccountId, callId: string): Promise<CallerHears> {
    const plan = await this.db.within(accountId, (tx) => this.plans.of(tx, callId, { businessLineFailed: true }));
    return this.follow(accountId, plan);
  }

  /** The caller comes back from a technician's phone: the agent goes on where the conversation was, not from the beginning. */
  async resume(accountId: AccountId, callId: string, resumed: ResumedCall): Promise<CallerHears> {
    const circumstances = { businessLineFailed: true, resumed };
    const plan = await this.db.within(accountId, (tx) => this.plans.of(tx, callId, circumstances));
    return this.follow(accountId, plan);
  }

  /** The agent is gone and the caller is not: the intake goes on with what the agent has heard (decision 9). */
  goOnWithoutAgent(accountId: AccountId, callId: string): Promise<CallerHears> {
    return this.intake.begin(accountId, callId);
  }

  private async follow(
    accountId: AccountId,
    { routing, config, conversation, callId }: CallPlan,
  ): Promise<CallerHears> {
    switch (routing.kind) {
      case 'ring-business':
        return { kind: 'ring-business', number: routing.number, ringSeconds: config.ringSeconds };
      case 'voice-agent':
        return (
          (conversation && (await this.agent.connect(accountId, conversation))) ?? this.intake.begin(accountId, callId)
        );
      case 'voicemail':
        // Who has switched the agent off wants no machine to ask questions.
        return routing.because === 'agent-unavailable'
          ? this.intake.begin(accountId, callId)
          : { kind: 'voicemail', words: voicemailWords(config.accountName), offersKey: true };
    }
  }
}
