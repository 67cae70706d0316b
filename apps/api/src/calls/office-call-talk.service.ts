import { isLive, laterStatus } from '@domain/call/call-status';
import { deskAskedWords, notReachedWords, OFFICE_CALL_OVER, type DeskHears } from '@domain/call/desk-hears';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { Call } from './call.entity.js';
import { CallProgressService } from './call-progress.service.js';
import type { CallNews } from './calls.types.js';
import { OfficeCallOutcomeService } from './office-call-outcome.service.js';
import { customerBehind } from './office-calls.queries.js';
import { PlacedCallsService } from './placed-calls.service.js';
import { lineNumber } from './test-calls.queries.js';

/** How it ended with the customer, in the carrier's word, and how long their phone was off the hook. */
export interface CustomerEnd {
  status: string;
  seconds: number;
}

/** What the office's phone hears while a call is made for it, and what the carrier tells of it. */
@Injectable()
export class OfficeCallTalkService {
  constructor(
    private readonly db: AccountDb,
    private readonly placed: PlacedCallsService,
    private readonly progress: CallProgressService,
    private readonly outcomes: OfficeCallOutcomeService,
  ) {}

  /** Picked up, perhaps by a mailbox: only a key tells a person from one, so that no customer meets a greeting. */
  answered(accountId: AccountId, callId: string, callSid: string): Promise<DeskHears> {
    return this.db.within(accountId, async (tx) => {
      const call = await this.live(tx, callId);
      if (!call) return { kind: 'goodbye', words: OFFICE_CALL_OVER };
      await this.placed.attach(tx, { kind: 'office', callId }, callSid);
      await tx.update(Call, { id: callId }, { status: laterStatus(call.status, 'in_progress') });
      return { kind: 'ask', words: deskAskedWords(await nameOf(tx, call)) };
    });
  }

  /** A key was pressed: the customer's phone rings now. A repeated webhook rings the same one. */
  connect(accountId: AccountId, callId: string): Promise<DeskHears> {
    return this.db.within(accountId, async (tx) => {
      const call = await this.live(tx, callId);
      const callerId = call && (await lineNumber(tx, call.lineId));
      if (!call?.callerPhone || !callerId) return { kind: 'goodbye', words: OFFICE_CALL_OVER };
      return { kind: 'dial', number: call.callerPhone, callerId };
    });
  }

  /** How it went with the customer; the office hears it when they were not reached. */
  dialled(accountId: AccountId, callId: string, { status, seconds }: CustomerEnd): Promise<DeskHears> {
    return this.db.within(accountId, async (tx) => {
      const reached = status === 'completed' || status === 'answered';
      const endReason = reached ? 'customer-answered' : `customer-${status}`;
      await tx.update(Call, { id: callId, direction: 'outbound', isTest: false }, { endReason });
      if (reached) await this.outcomes.talked(tx, callId, seconds);
      return reached ? { kind: 'hang_up' } : { kind: 'goodbye', words: notReachedWords };
    });
  }

  /** The customer's phone is on the hook again, whoever hung up. */
  async customerLeft(accountId: AccountId, callId: string, { status, seconds }: CustomerEnd): Promise<void> {
    if (status !== 'completed') return;
    await this.db.within(accountId, (tx) => this.outcomes.talked(tx, callId, seconds));
  }

  /** Any order, any number of times; also before the call's placing has been written down. */
  async hear(accountId: AccountId, callId: string, news: CallNews): Promise<void> {
    const known = await this.db.within(accountId, (tx) =>
      this.placed.attach(tx, { kind: 'office', callId }, news.callSid),
    );
    if (known) await this.progress.hear(news);
  }

  private async live(tx: AccountTx, callId: string): Promise<Call | null> {
    const call = await tx.lock(Call, { id: callId, direction: 'outbound', isTest: false });
    return call && isLive(call.status) ? call : null;
  }
}

const nameOf = async (tx: AccountTx, { aboutCardId, aboutIncidentId }: Call): Promise<string | null> =>
  (await customerBehind(tx, { leadCardId: aboutCardId, incidentId: aboutIncidentId, callId: null }))?.name ?? null;
