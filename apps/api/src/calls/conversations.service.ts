import type { AgentEvent, ConversationRef } from '@domain/call/agent-events';
import { laterStage, laterStatus } from '@domain/call/call-status';
import { Clock } from '@domain/ports/clock';
import type { ConversationReport } from '@domain/ports/voice-agent';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallDirectory } from './call-directory.service.js';
import { Call } from './call.entity.js';
import { isNewEvent } from './calls.queries.js';
import { LiveTalkService } from './live-talk.service.js';
import { ReportsService } from './reports.service.js';
import { VoiceSession } from './voice-session.entity.js';

type News = Exclude<AgentEvent, { kind: 'tools' | 'nothing' }>;

/** After the agent has gone its report is seconds away; when it does not come, it is asked for (reference B8). */
const ASK_AFTER_MS = 120_000;

/** News of a conversation, in whatever order and however often it arrives (law 4). */
@Injectable()
export class ConversationsService {
  constructor(
    private readonly db: AccountDb,
    private readonly directory: CallDirectory,
    private readonly talk: LiveTalkService,
    private readonly reports: ReportsService,
    private readonly clock: Clock,
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
        return this.ended(tx, call, news.ref, news.reason);
      case 'report':
        return this.reported(tx, call, news.report);
    }
  }

  private async ended(tx: AccountTx, call: Call, ref: ConversationRef, reason: string | null): Promise<void> {
    const session = await tx.findOne(VoiceSession, { providerCallId: ref.providerCallId });
    if (session?.status !== 'started') return;
    const now = this.clock.now();
    await tx.update(VoiceSession, { id: session.id }, { status: 'ended', endedAt: now, endedReason: reason });
    const nextCheckAt = new Date(now.getTime() + ASK_AFTER_MS);
    await tx.update(Call, { id: call.id }, { nextCheckAt, stage: laterStage(call.stage, 'qualifying') });
  }

  private async reported(tx: AccountTx, call: Call, report: ConversationReport): Promise<void> {
    await tx.update(Call, { id: call.id }, { status: laterStatus(call.status, 'in_progress') });
    await this.reports.merge(tx, call, report);
  }
}
