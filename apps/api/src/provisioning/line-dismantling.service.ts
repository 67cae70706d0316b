import type { AccountId } from '@domain/ids';
import type { E164 } from '@domain/phone/e164';
import { AgentAssistants } from '@domain/ports/agent-assistants';
import { AgentNumbers, LineProvider } from '@domain/ports/line-provider';
import { Injectable } from '@nestjs/common';
import { SubaccountStep } from './subaccount-step.service.js';
import type { Line } from './line.entity.js';

/** Gives back what a line has at its providers. Every part is looked for, so it may be repeated after any failure. */
@Injectable()
export class LineDismantling {
  constructor(
    private readonly lines: LineProvider,
    private readonly agentNumbers: AgentNumbers,
    private readonly assistants: AgentAssistants,
    private readonly subaccount: SubaccountStep,
  ) {}

  async takeApart(accountId: AccountId, line: Line & { number: E164 }): Promise<void> {
    if (line.assistantId) await this.assistants.remove(line.assistantId);
    await this.agentNumbers.forget(line.number);
    // A number that was brought stays the operator's; only what was bought for this contractor is given back.
    if (!line.isBought) return;
    const owned = await this.lines.owned(line.carrierSid, line.number);
    if (owned) await this.lines.release(line.carrierSid, owned.sid);
    await this.closeWhenEmpty(accountId, line);
  }

  /** The provider's permission goes with the subaccount: repeated, both are looked for again. */
  private async closeWhenEmpty(accountId: AccountId, { id, carrierSid }: Line): Promise<void> {
    if (!carrierSid || !(await this.subaccount.closeIfEmpty(accountId, { lineId: id, provisioningId: null }))) return;
    await this.agentNumbers.distrust(carrierSid);
  }
}
