import type { CallerHears } from '@domain/call/caller-hears';
import { isLive, laterStatus } from '@domain/call/call-status';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { AgentStartService, type PreparedConversation } from './agent-start.service.js';
import { CallSettingsService } from './call-settings.service.js';
import { Call } from './call.entity.js';
import { PlacedCallsService } from './placed-calls.service.js';
import { TEST_CALL_SECONDS } from './test-calls.service.js';
import { latestSession } from './voice-sessions.queries.js';

const NOT_READY = 'This is your test call. The voice agent is not available right now. Please try again in a minute.';

/** The phone of a test call was picked up. */
@Injectable()
export class TestCallAnswerService {
  constructor(
    private readonly db: AccountDb,
    private readonly placed: PlacedCallsService,
    private readonly settings: CallSettingsService,
    private readonly agent: AgentStartService,
  ) {}

  async answered(accountId: AccountId, callId: string, callSid: string): Promise<CallerHears> {
    const prepared = await this.db.within(accountId, (tx) => this.prepare(tx, callId, callSid));
    if (!prepared) return { kind: 'hang-up' };
    const connected = await this.agent.connect(accountId, prepared);
    return connected ?? { kind: 'goodbye', words: NOT_READY };
  }

  /** Null for a call that is over, is no test, or has its agent already: a repeated webhook starts no second one. */
  private async prepare(tx: AccountTx, callId: string, callSid: string): Promise<PreparedConversation | null> {
    const call = await tx.lock(Call, { id: callId, isTest: true });
    if (!call || !isLive(call.status) || (await latestSession(tx, callId))) return null;
    await this.placed.attach(tx, { kind: 'test', callId }, callSid);
    await tx.update(Call, { id: callId }, { status: laterStatus(call.status, 'in_progress') });
    const { config, line, onCallName } = await this.settings.of(tx, call);
    if (!line.assistantId) return null;
    const { assistantId, voiceNumberId } = line;
    const prepared = await this.agent.prepare(tx, { call, config, assistantId, voiceNumberId, onCallName });
    return { ...prepared, start: { ...prepared.start, maxSeconds: TEST_CALL_SECONDS } };
  }
}
