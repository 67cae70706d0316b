import { isLive, laterStatus, statusOfProvider } from '@domain/call/call-status';
import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Telephony } from '@domain/ports/telephony';
import { VoiceAgent } from '@domain/ports/voice-agent';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallFinishService } from './call-finish.service.js';
import { Call } from './call.entity.js';
import { ReportsService } from './reports.service.js';
import { SafetyBackstopService } from './safety-backstop.service.js';
import { latestSession } from './voice-sessions.queries.js';

/** Minutes after the end of a call at which a missing report is asked for (reference B8). */
const ASK_AT_MINUTES = [2, 10, 60];
/** A call that nobody has reported anything of for this long is asked about. */
const STUCK_AFTER_MINUTES = 30;

/** Callbacks get lost: what nobody told us, we ask (alarm `call_check`). */
@Injectable()
export class CallReconciliationService {
  constructor(
    private readonly db: AccountDb,
    private readonly providers: CallProviders,
    private readonly reports: ReportsService,
    private readonly finish: CallFinishService,
    private readonly clock: Clock,
  ) {}

  /** Says a safety line that is still due, closes a call the carrier has closed, fetches a report, or gives up asking. */
  async checkCall(accountId: AccountId, callId: string): Promise<void> {
    if (await this.providers.backstop.speak(accountId, callId)) return this.rearm(accountId, callId);
    const seen = await this.db.within(accountId, async (tx) => this.look(tx, callId));
    if (!seen) return;
    const report = seen.askReport ? await this.providers.agent.report(seen.askReport) : null;
    const status = seen.call.endedAt ? null : await this.statusOf(seen.call);
    await this.db.within(accountId, async (tx) => {
      const call = await tx.lock(Call, { id: callId });
      if (!call) return;
      if (report) await this.reports.merge(tx, call, report);
      await this.settle(tx, callId, status);
    });
  }

  private async look(tx: AccountTx, callId: string): Promise<{ call: Call; askReport: string | null } | null> {
    const call = await tx.findOne(Call, { id: callId });
    const session = call && (await latestSession(tx, callId));
    return call && { call, askReport: session && session.status !== 'reported' ? session.providerCallId : null };
  }

  /** The carrier that does not know a call, or cannot be asked, says nothing about it. */
  private statusOf(call: Call): Promise<string | null> {
    return this.providers.telephony.callStatus(call.callSid).catch(() => null);
  }

  private async settle(tx: AccountTx, callId: string, word: string | null): Promise<void> {
    const call = await tx.lock(Call, { id: callId });
    if (!call) return;
    const ended = this.endedNow(call, word);
    const checks = call.checks + 1;
    if (!ended.endedAt) return this.askAgainLater(tx, call, checks);
    await tx.update(Call, { id: callId }, { ...ended, checks });
    await this.finish.finish(tx, { ...call, ...ended });
    const session = await latestSession(tx, callId);
    const next = session && session.status !== 'reported' ? nextAsk(ended.endedAt, this.clock.now()) : null;
    await tx.update(Call, { id: callId }, { nextCheckAt: next });
  }

  private endedNow(call: Call, word: string | null): Pick<Call, 'endedAt' | 'status'> {
    const status = word ? statusOfProvider(word) : null;
    const isOver = status !== null && !isLive(status);
    return {
      endedAt: call.endedAt ?? (isOver ? this.clock.now() : null),
      status: laterStatus(call.status, status ?? call.status),
    };
  }

  private async askAgainLater(tx: AccountTx, call: Call, checks: number): Promise<void> {
    await tx.update(
      Call,
      { id: call.id },
      { checks, nextCheckAt: minutesAfter(this.clock.now(), STUCK_AFTER_MINUTES) },
    );
  }

  private async rearm(accountId: AccountId, callId: string): Promise<void> {
    const nextCheckAt = minutesAfter(this.clock.now(), STUCK_AFTER_MINUTES);
    await this.db.within(accountId, (tx) => tx.update(Call, { id: callId }, { nextCheckAt }));
  }
}

/** Who is asked about a call. */
@Injectable()
export class CallProviders {
  constructor(
    readonly telephony: Telephony,
    readonly agent: VoiceAgent,
    readonly backstop: SafetyBackstopService,
  ) {}
}

/** The next of the three moments that is still ahead; after the last one the call stays as it is. */
const nextAsk = (endedAt: Date, now: Date): Date | null =>
  ASK_AT_MINUTES.map((minutes) => minutesAfter(endedAt, minutes)).find((moment) => moment > now) ?? null;

const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
