import type { AccountId } from '@domain/ids';
import { VoiceAgent } from '@domain/ports/voice-agent';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { AssistantPushService } from './assistant-push.service.js';
import { liveLines } from './assistant.queries.js';

/** A push that ends while somebody saves goes round once more; who saves in a loop is served by the next job. */
const MOST_ROUNDS = 5;

/** Keeps the provider's assistant the same as the contractor's settings (VTCR 1.3). */
@Injectable()
export class AssistantService {
  constructor(
    private readonly db: AccountDb,
    private readonly agent: VoiceAgent,
    private readonly pushes: AssistantPushService,
  ) {}

  /**
   * Job `assistant.publish`. Sends the whole assistant if anything in it is new; safe to repeat and to run at the same time.
   * Whatever the order in which saves, jobs and answers of the provider come, the newest settings win.
   */
  async publish(accountId: AccountId): Promise<void> {
    for (const lineId of await this.db.within(accountId, liveLines)) await this.publishLine(accountId, lineId);
  }

  private async publishLine(accountId: AccountId, lineId: string): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round += 1)
      if ((await this.pushOnce(accountId, lineId)) === 'settled') return;
  }

  private async pushOnce(accountId: AccountId, lineId: string): Promise<'settled' | 'stale'> {
    const push = await this.db.within(accountId, (tx) => this.pushes.begin(tx, lineId));
    if (!push) return 'settled';
    try {
      const assistantId = await this.agent.publish(push.script, push.assistantId);
      return await this.db.within(accountId, (tx) => this.pushes.end(tx, push, assistantId));
    } catch (error) {
      await this.db.within(accountId, (tx) => this.pushes.giveUp(tx, push, String(error)));
      // The queue tries again, later and later.
      throw error;
    }
  }
}
