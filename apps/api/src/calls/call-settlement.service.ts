import { isLive, laterStatus, statusOfProvider } from '@domain/call/call-status';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { Answers } from './call-enquiry.service.js';
import { CallFinishService } from './call-finish.service.js';
import { CallLog } from './call-log.service.js';
import { Call } from './call.entity.js';
import { ReportsService } from './reports.service.js';
import { wasNeverPlaced } from './placed-calls.service.js';
import { VoicemailNotesService } from './voicemail-notes.service.js';
import { latestSession } from './voice-sessions.queries.js';

/** Minutes after the end of a call at which a missing report is asked for (reference B8). */
const ASK_AT_MINUTES = [2, 10, 60];
/** A call that nobody has reported anything of for this long is asked about. */
const STUCK_AFTER_SECONDS = 30 * 60;

/** Brings a call's books up to what is known now, and arms the next question if one is left. */
@Injectable()
export class CallSettlementService {
  constructor(
    private readonly reports: ReportsService,
    private readonly finish: CallFinishService,
    private readonly notes: VoicemailNotesService,
    private readonly log: CallLog,
  ) {}

  async settle(tx: AccountTx, callId: string, { status, report, message }: Answers): Promise<void> {
    const before = await tx.lock(Call, { id: callId });
    if (before && report) await this.reports.merge(tx, before, report);
    const call = await tx.lock(Call, { id: callId });
    if (!call) return;
    const ended = this.endOf(call, wasNeverPlaced(call) ? 'failed' : status);
    await tx.update(Call, { id: callId }, { ...ended, checks: call.checks + 1 });
    await this.finish.finish(tx, { ...call, ...ended });
    if (message) await this.notes.recorded(tx, callId, message);
    await tx.update(Call, { id: callId }, { nextCheckAt: await this.nextQuestion(tx, callId, ended.endedAt) });
  }

  /** Nothing to settle yet: look again when the call should long be over. */
  async waitOn(tx: AccountTx, callId: string): Promise<void> {
    await tx.update(Call, { id: callId }, { nextCheckAt: this.log.later(STUCK_AFTER_SECONDS) });
  }

  private endOf(call: Call, word: string | null): Pick<Call, 'endedAt' | 'status'> {
    const status = (word ? statusOfProvider(word) : null) ?? call.status;
    const endedAt = call.endedAt ?? (word && !isLive(status) ? this.log.now() : null);
    return { endedAt, status: laterStatus(call.status, status) };
  }

  /** Null when everything is known, or nobody will ever say. */
  private async nextQuestion(tx: AccountTx, callId: string, endedAt: Date | null): Promise<Date | null> {
    if (!endedAt) return this.log.later(STUCK_AFTER_SECONDS);
    const session = await latestSession(tx, callId);
    if (!session || session.status === 'reported') return null;
    const moments = ASK_AT_MINUTES.map((minutes) => new Date(endedAt.getTime() + minutes * 60_000));
    return moments.find((moment) => moment > this.log.now()) ?? null;
  }
}
