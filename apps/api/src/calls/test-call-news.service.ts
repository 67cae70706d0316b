import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { CallProgressService } from './call-progress.service.js';
import type { CallNews } from './calls.types.js';
import { PlacedCallsService } from './placed-calls.service.js';

/** The carrier's news of a test call. */
@Injectable()
export class TestCallNewsService {
  constructor(
    private readonly db: AccountDb,
    private readonly placed: PlacedCallsService,
    private readonly progress: CallProgressService,
  ) {}

  /** Any order, any number of times; also before the call's placing has been written down. */
  async hear(accountId: AccountId, callId: string, news: CallNews): Promise<void> {
    const known = await this.db.within(accountId, (tx) =>
      this.placed.attach(tx, { kind: 'test', callId }, news.callSid),
    );
    if (known) await this.progress.hear(news);
  }
}
