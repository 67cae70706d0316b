import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallEnquiryService } from './call-enquiry.service.js';
import { CallSettlementService } from './call-settlement.service.js';
import { Call } from './call.entity.js';
import { SafetyBackstopService } from './safety-backstop.service.js';
import { latestSession } from './voice-sessions.queries.js';

interface OpenQuestions {
  call: Call;
  /** The conversation whose report is missing. */
  unreported: string | null;
}

/** Callbacks get lost: what nobody told us, we ask (alarm `call_check`). */
@Injectable()
export class CallReconciliationService {
  constructor(
    private readonly db: AccountDb,
    private readonly enquiry: CallEnquiryService,
    private readonly settlement: CallSettlementService,
    private readonly backstop: SafetyBackstopService,
  ) {}

  /** Says a safety line that is still due; else closes what the carrier has closed, fetches a report, or gives up asking. */
  async checkCall(accountId: AccountId, callId: string): Promise<void> {
    if (await this.backstop.speak(accountId, callId))
      return this.db.within(accountId, (tx) => this.settlement.waitOn(tx, callId));
    const open = await this.db.within(accountId, (tx) => this.openQuestions(tx, callId));
    if (!open) return;
    const answers = await this.enquiry.about(open.call, open.unreported);
    await this.db.within(accountId, (tx) => this.settlement.settle(tx, callId, answers));
  }

  private async openQuestions(tx: AccountTx, callId: string): Promise<OpenQuestions | null> {
    const call = await tx.findOne(Call, { id: callId });
    if (!call) return null;
    const session = await latestSession(tx, callId);
    return { call, unreported: session && session.status !== 'reported' ? session.providerCallId : null };
  }
}
