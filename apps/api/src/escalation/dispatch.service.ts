import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { AlertDecisionService, type AlertOrder } from './alert-decision.service.js';
import { AlertPostService } from './alert-post.service.js';
import { ReceiptService } from './receipt.service.js';

/**
 * Sends alerts from their rows. An attempt is committed before the provider is called, never inside the transaction;
 * when its outcome is unknown, also after a crash, the provider is asked before anything is sent again (law 3).
 */
@Injectable()
export class DispatchService {
  constructor(
    private readonly db: AccountDb,
    private readonly decisions: AlertDecisionService,
    private readonly post: AlertPostService,
    private readonly receipts: ReceiptService,
  ) {}

  /** Does what an alert whose time has come asks for. May run twice, on any worker. */
  async dispatch(accountId: AccountId, alertId: string): Promise<void> {
    const order = await this.db.within(accountId, (tx) => this.decisions.decide(tx, alertId));
    await this.carryOut(order, accountId, alertId);
  }

  /** What was decided, once its transaction has committed. */
  async carryOut(order: AlertOrder, accountId: AccountId, alertId: string): Promise<void> {
    switch (order.kind) {
      case 'nothing':
        return;
      case 'send':
        return this.receipts.record(accountId, order.alert, await this.post.send(order));
      case 'ask':
        return this.receipts.recordTrace(accountId, order, await this.post.ask(order));
      case 'look':
        return this.receipts.legWhenAsked(accountId, alertId, await this.statusOf(order.sid));
      case 'hang_up':
        return this.post.hangUp(order.sid);
      case 'look_for_caller':
        return this.post.lookForCaller(order);
      case 'note':
        return this.receipts[order.what](accountId, alertId);
    }
  }

  private async statusOf(sid: string): Promise<{ sid: string; status: string }> {
    return { sid, status: await this.post.status(sid) };
  }
}
