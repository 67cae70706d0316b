import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import { DigestDeliveryService } from './digest-delivery.service.js';
import { DigestPost } from './digest-post.service.js';

/** Takes stored digests to where the contractor reads them. */
@Injectable()
export class DigestCourier {
  constructor(
    private readonly db: AccountDb,
    private readonly delivery: DigestDeliveryService,
    private readonly postman: DigestPost,
  ) {}

  /** A person has mended the channel and does not want to wait. Throws `digest-not-found`, `digest-already-sent`. */
  retry(accountId: AccountId, digestId: string, actor: Actor): Promise<void> {
    return this.db.within(accountId, (tx) => this.delivery.retry(tx, digestId, actor));
  }

  /** Job `digest.deliver`. A digest that has been sent is not sent again. */
  async deliver(accountId: AccountId, digestId: string): Promise<void> {
    const attempt = await this.db.within(accountId, (tx) => this.delivery.begin(tx, digestId));
    if (!attempt) return;
    const outcome = await this.postman.post(attempt);
    await this.db.within(accountId, (tx) => this.delivery.settle(tx, attempt, outcome));
  }
}
