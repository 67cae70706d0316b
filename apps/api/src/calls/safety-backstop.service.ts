import { isLive } from '@domain/call/call-status';
import type { AccountId } from '@domain/ids';
import { VoiceAgent } from '@domain/ports/voice-agent';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallEmergencyService } from './call-emergency.service.js';
import { CallTriageService } from './call-triage.service.js';
import { Call } from './call.entity.js';
import { wasToldToCaller } from './tool-calls.queries.js';
import { latestSession } from './voice-sessions.queries.js';

/** Says the safety line through the agent when the agent itself has not (decision 2): models forget, callers must not wait. */
@Injectable()
export class SafetyBackstopService {
  constructor(
    private readonly db: AccountDb,
    private readonly agent: VoiceAgent,
    private readonly triage: CallTriageService,
    private readonly emergencies: CallEmergencyService,
  ) {}

  /** True when the line was due and has been said. */
  async speak(accountId: AccountId, callId: string): Promise<boolean> {
    const due = await this.db.within(accountId, (tx) => this.lineDue(tx, callId));
    if (!due) return false;
    const said = await this.agent.say(due.controlUrl, due.words);
    if (said) await this.db.within(accountId, (tx) => this.noteSaid(tx, callId, due.words));
    return said;
  }

  private async lineDue(tx: AccountTx, callId: string): Promise<{ controlUrl: string; words: string } | null> {
    const call = await tx.lock(Call, { id: callId });
    if (!call || call.isTest || !isLive(call.status) || call.classification !== 'emergency') return null;
    const controlUrl = await this.wayToCaller(tx, callId);
    const words = (await this.triage.judge(tx, call)).safetyLine;
    if (!controlUrl || !words) return null;
    return (await wasToldToCaller(tx, callId, words)) ? null : { controlUrl, words };
  }

  private async wayToCaller(tx: AccountTx, callId: string): Promise<string | null> {
    const session = await latestSession(tx, callId);
    return session?.status === 'started' ? session.controlUrl : null;
  }

  private async noteSaid(tx: AccountTx, callId: string, words: string): Promise<void> {
    const call = await tx.findOne(Call, { id: callId });
    if (call) await this.emergencies.noteSafetyLine(tx, call, words);
  }
}
