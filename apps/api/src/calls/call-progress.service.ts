import { isLive, laterStatus, statusOfProvider } from '@domain/call/call-status';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallDirectory } from './call-directory.service.js';
import { CallFinishService } from './call-finish.service.js';
import { CallLog } from './call-log.service.js';
import { Call } from './call.entity.js';
import { isNewEvent } from './calls.queries.js';
import type { CallNews, CallPlace } from './calls.types.js';
import { latestSession } from './voice-sessions.queries.js';

const ASK_FOR_REPORT_AFTER_SECONDS = 120;

/** The carrier's word on a call: the reliable "it is over" (reference B5). Any order, any number of times. */
@Injectable()
export class CallProgressService {
  constructor(
    private readonly db: AccountDb,
    private readonly directory: CallDirectory,
    private readonly finish: CallFinishService,
    private readonly log: CallLog,
  ) {}

  async hear(news: CallNews): Promise<void> {
    const place = await this.directory.placeOf(news.callSid);
    if (place) await this.db.within(place.accountId, (tx) => this.takeIn(tx, place, news));
  }

  private async takeIn(tx: AccountTx, place: CallPlace, news: CallNews): Promise<void> {
    const proposed = statusOfProvider(news.status);
    const call = await tx.lock(Call, { id: place.callId });
    if (!call || !proposed || !(await isNewEvent(tx, 'twilio', `${news.callSid}:status:${news.status}`))) return;
    const status = laterStatus(call.status, proposed);
    if (isLive(proposed)) return this.answered(tx, call, status);
    await this.ended(tx, call, { status, durationSeconds: news.durationSeconds ?? call.durationSeconds });
  }

  private async answered(tx: AccountTx, call: Call, status: Call['status']): Promise<void> {
    await tx.update(Call, { id: call.id }, { status, answeredAt: call.answeredAt ?? this.log.now() });
  }

  private async ended(tx: AccountTx, call: Call, end: Pick<Call, 'status' | 'durationSeconds'>): Promise<void> {
    const ended = { ...end, endedAt: call.endedAt ?? this.log.now() };
    await tx.update(Call, { id: call.id }, ended);
    if (!call.endedAt) await this.log.tell(tx, call.id, 'call.ended', { teller: 'twilio' });
    const session = await latestSession(tx, call.id);
    if (session && session.status !== 'reported') return this.awaitReport(tx, call);
    await this.finish.finish(tx, { ...call, ...ended });
  }

  /** The report brings the whole transcript in a few seconds; the books are closed with it, or without it after two minutes. */
  private async awaitReport(tx: AccountTx, call: Call): Promise<void> {
    await tx.update(Call, { id: call.id }, { nextCheckAt: this.log.later(ASK_FOR_REPORT_AFTER_SECONDS) });
  }
}
