import { laterStage, laterStatus } from '@domain/call/call-status';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallEmergencyService } from './call-emergency.service.js';
import { CallLog } from './call-log.service.js';
import { CallTriageService } from './call-triage.service.js';
import { Call } from './call.entity.js';
import { insertTurns } from './calls.queries.js';
import { VoiceSession } from './voice-session.entity.js';

export interface SaidLine {
  providerCallId: string;
  role: 'caller' | 'agent';
  text: string;
  at: Date | null;
}

/** The agent normally says it first, having heard the same words; when it has not, we do (reference B8). */
const SAFETY_BACKSTOP_SECONDS = 5;

/** What is said while the call runs. The rules listen along, and an emergency they hear waits for nobody (decision 3). */
@Injectable()
export class LiveTalkService {
  constructor(
    private readonly triage: CallTriageService,
    private readonly emergencies: CallEmergencyService,
    private readonly log: CallLog,
  ) {}

  async answered(tx: AccountTx, call: Call): Promise<void> {
    const status = laterStatus(call.status, 'in_progress');
    const answeredAt = call.answeredAt ?? this.log.now();
    await tx.update(Call, { id: call.id }, { status, answeredAt, stage: laterStage(call.stage, 'qualifying') });
    await this.log.tell(tx, call.id, 'call.answered', { teller: 'vapi' });
  }

  async said(tx: AccountTx, call: Call, line: SaidLine): Promise<void> {
    const session = await tx.findOne(VoiceSession, { providerCallId: line.providerCallId });
    // The report has the whole conversation; a line that comes after it is in there already.
    if (session?.status === 'reported') return;
    const saidAt = this.momentOf(call, line.at);
    const secondsFromStart = session ? secondsBetween(session.startedAt, saidAt) : null;
    await insertTurns(tx, call.id, [{ role: line.role, text: line.text, saidAt, secondsFromStart }]);
    await this.log.tell(tx, call.id, 'call.turn', { teller: 'vapi', data: { role: line.role } });
    // A test call pages nobody: its words are kept, and the agent's own tools answer it.
    if (line.role === 'caller' && !call.isTest) await this.listen(tx, call);
  }

  private async listen(tx: AccountTx, call: Call): Promise<void> {
    const verdict = await this.triage.judge(tx, call);
    if (verdict.becameEmergency) await this.emergencies.raise(tx, verdict, { openedBy: 'rules' });
    // Also when the agent was first: the words that come now may call for another safety line than its reason did.
    if (verdict.call.classification !== 'emergency') return;
    await tx.update(Call, { id: call.id }, { nextCheckAt: this.log.later(SAFETY_BACKSTOP_SECONDS) });
  }

  /** The provider's clock is believed only as far as it lies within the call. */
  private momentOf(call: Call, at: Date | null): Date {
    const now = this.log.now();
    return at && at >= call.calledAt && at <= now ? at : now;
  }
}

const secondsBetween = (from: Date, to: Date): number => Math.max(0, (to.getTime() - from.getTime()) / 1000);
