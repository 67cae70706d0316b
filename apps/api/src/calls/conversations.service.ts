import type { AgentEvent } from '@domain/call/agent-events';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallDirectory } from './call-directory.service.js';
import { Call } from './call.entity.js';
import { isNewEvent } from './calls.queries.js';
import { LiveTalkService } from './live-talk.service.js';
import { ReportsService } from './reports.service.js';

type News = Exclude<AgentEvent, { kind: 'tools' | 'nothing' }>;

/** News of a conversation, in whatever order and however often it arrives (law 4). */
@Injectable()
export class ConversationsService {
  constructor(
    private readonly db: AccountDb,
    private readonly directory: CallDirectory,
    private readonly talk: LiveTalkService,
    private readonly reports: ReportsService,
  ) {}

  /** News of a conversation we do not know is nothing to us: it is not ours, or its call was never recorded. */
  async hear(news: News): Promise<void> {
    const place = await this.directory.placeOf(news.ref.providerCallId, news.ref.callSid);
    if (!place) return;
    await this.db.within(place.accountId, async (tx) => {
      const call = await tx.lock(Call, { id: place.callId });
      if (!call || !(await isNewEvent(tx, 'vapi', news.key))) return;
      await this.takeIn(tx, call, news);
    });
  }

  private takeIn(tx: AccountTx, call: Call, news: News): Promise<void> {
    switch (news.kind) {
      case 'answered':
        return this.talk.answered(tx, call);
      case 'turn':
        return this.talk.said(tx, call, { ...news, providerCallId: news.ref.providerCallId });
      case 'ended':
        return this.reports.ended(tx, call, { ...news.ref, reason: news.reason });
      case 'report':
        return this.reports.merge(tx, call, news.report);
    }
  }
}
