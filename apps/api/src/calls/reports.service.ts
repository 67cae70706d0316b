import { laterStatus } from '@domain/call/call-status';
import type { ConversationReport } from '@domain/ports/voice-agent';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { MoreThan } from 'typeorm';
import { CallFinishService } from './call-finish.service.js';
import { CallLog } from './call-log.service.js';
import { Call } from './call.entity.js';
import { dropTurnsBetween, insertTurns, type NewTurn } from './calls.queries.js';
import { intakeBegan } from './intake.queries.js';
import { VoiceSession } from './voice-session.entity.js';

const ASK_FOR_REPORT_AFTER_SECONDS = 120;

/** Works the end-of-call report in: the whole transcript, the summary, the times (PRD VTCR 2.4). Blanks erase nothing. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly finish: CallFinishService,
    private readonly log: CallLog,
  ) {}

  /** The conversation is over; its report is seconds away, and when it does not come, it is asked for (reference B8). */
  async ended(tx: AccountTx, call: Call, end: { providerCallId: string; reason: string | null }): Promise<void> {
    const session = await tx.findOne(VoiceSession, { providerCallId: end.providerCallId });
    if (session?.status !== 'started') return;
    const closed = { status: 'ended', endedAt: this.log.now(), endedReason: end.reason } as const;
    await tx.update(VoiceSession, { id: session.id }, closed);
    await tx.update(Call, { id: call.id }, { nextCheckAt: this.log.later(ASK_FOR_REPORT_AFTER_SECONDS) });
  }

  /** In the transaction that holds the call's lock. A second report of the same conversation changes nothing. */
  async merge(tx: AccountTx, call: Call, report: ConversationReport): Promise<void> {
    const session = await tx.findOne(VoiceSession, { providerCallId: report.providerCallId });
    if (session?.status === 'reported') return;
    if (session) await this.closeSession(tx, session, report);
    if (session && report.turns.length > 0) await this.replaceTurns(tx, call, { session, report });
    const known = this.known(call, report);
    await tx.update(Call, { id: call.id }, known);
    if (!call.endedAt && known.endedAt) await this.log.tell(tx, call.id, 'call.ended', { teller: 'vapi' });
    await this.finish.finish(tx, { ...call, ...known });
  }

  private async closeSession(tx: AccountTx, session: VoiceSession, report: ConversationReport): Promise<void> {
    const now = this.log.now();
    await tx.update(
      VoiceSession,
      { id: session.id },
      {
        status: 'reported',
        endedAt: session.endedAt ?? report.endedAt ?? now,
        endedReason: report.endedReason ?? session.endedReason,
        reportReceivedAt: now,
      },
    );
  }

  private async replaceTurns(
    tx: AccountTx,
    call: Call,
    { session, report }: { session: VoiceSession; report: ConversationReport },
  ): Promise<void> {
    const [next] = await tx.find(
      VoiceSession,
      { callId: call.id, startedAt: MoreThan(session.startedAt) },
      { startedAt: 'ASC' },
    );
    // What the intake asked after the agent was cut off is in no report.
    const until = next?.startedAt ?? (await intakeBegan(tx, call.id));
    await dropTurnsBetween(tx, call.id, session.startedAt, until);
    const start = session.startedAt.getTime();
    const turns = report.turns.map((turn, index): NewTurn => {
      const secondsFromStart = turn.secondsFromStart ?? null;
      // A millisecond apart keeps the order where the provider gave no times.
      const saidAt = new Date(start + (secondsFromStart ?? 0) * 1000 + index);
      return { role: turn.role, text: turn.text, saidAt, secondsFromStart };
    });
    await insertTurns(tx, call.id, turns);
  }

  /** The carrier's own duration, when it came first, is the one that is billed and shown. */
  private known(call: Call, report: ConversationReport): KnownOfEnd {
    const answeredAt = call.answeredAt ?? plausible(call, report.startedAt, this.log.now());
    const endedAt = call.endedAt ?? (endsCall(call, report) ? plausible(call, report.endedAt, this.log.now()) : null);
    return {
      status: laterStatus(call.status, 'in_progress'),
      answeredAt,
      endedAt,
      durationSeconds: call.durationSeconds ?? (endedAt && secondsBetween(answeredAt, endedAt)),
      summary: report.summary ?? call.summary,
      endReason: report.endedReason ?? call.endReason,
    };
  }
}

type KnownOfEnd = Pick<Call, 'status' | 'answeredAt' | 'endedAt' | 'durationSeconds' | 'summary' | 'endReason'>;

const ENDS_CALL =
  /^(customer-|assistant-|silence-timed-out|exceeded-max|manually-canceled|call\.in-progress\.twilio-completed)/;

/** A stream that broke, or was closed because the technician took over, leaves the caller on the line (reference B4). */
const endsCall = ({ handledBy }: Call, { endedReason }: ConversationReport): boolean =>
  handledBy !== 'intake_ivr' && (endedReason === null || ENDS_CALL.test(endedReason));

/** A provider's time is believed when it lies between the call's start and now. */
const plausible = (call: Call, at: Date | null, now: Date): Date => (at && at >= call.calledAt && at <= now ? at : now);

const secondsBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));
