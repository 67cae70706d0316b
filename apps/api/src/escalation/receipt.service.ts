import { isPermanentFailure, OPTED_OUT_CODE, retryDelaySeconds } from '@domain/escalation/alert';
import { isUnanswered } from '@domain/escalation/incident';
import { transferFailedWords } from '@domain/escalation/spoken';
import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import type { SendOutcome, TraceOutcome } from '@domain/ports/telephony';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { advanceIfNobodyMayAnswer } from './advance.js';
import { Alert } from './alert.entity.js';
import { endAttempt, wakeWaitingCalls } from './alert.queries.js';
import { Incident } from './incident.entity.js';
import { OptOutService } from './opt-out.service.js';
import { CallerLineService, type CallerNews } from './caller-line.service.js';

const ENDED = ['completed', 'busy', 'no-answer', 'failed', 'canceled'];
/** After this many refusals the ladder no longer waits for an alert, though it is still tried. */
const PATIENCE = 2;
/** News is not worth more tries than this. */
const TRIES_FOR_NEWS = 3;
const ASK_AGAIN_MS = 10_000;
/** Longer than a phone rings and a person listens: then the leg's callbacks were lost. */
const LEG_SHOULD_END_MS = 90_000;
const LOOK_AGAIN_MS = 15_000;

type Locked = { incident: Incident; alert: Alert };

/** What became of an alert, whoever says so: the provider's answer, its callbacks in any order, or the provider when asked. */
@Injectable()
export class ReceiptService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly optOuts: OptOutService,
    private readonly callerLine: CallerLineService,
  ) {}

  /** The provider's answer to an attempt. */
  async record(accountId: AccountId, alertId: string, outcome: SendOutcome): Promise<void> {
    await this.afterLocking(accountId, alertId, async (tx, { incident, alert }) => {
      await endAttempt(tx, alert, outcome.kind === 'refused' ? outcome.code : outcome.kind, this.clock.now());
      if (outcome.kind === 'accepted') return this.wentOut(tx, { incident, alert }, outcome.sid);
      if (alert.state !== 'sending') return null;
      if (outcome.kind === 'unknown') return this.askLater(tx, alert);
      if (outcome.permanent) return this.giveUp(tx, incident, alert, outcome.code);
      return this.tryAgain(tx, { incident, alert }, outcome.code);
    });
  }

  /** What the provider says when it is asked about an attempt of unknown outcome. */
  async recordTrace(accountId: AccountId, alertId: string, traced: TraceOutcome): Promise<void> {
    await this.afterLocking(accountId, alertId, async (tx, locked) => {
      if (traced.kind === 'found') return this.wentOut(tx, locked, traced.trace.sid);
      if (!['sending', 'unknown'].includes(locked.alert.state)) return null;
      if (traced.kind === 'none') return this.tryAgain(tx, locked, 'nothing_sent', 0);
      const nextAttemptAt = this.later(ASK_AGAIN_MS);
      await tx.update(Alert, { id: alertId }, { state: 'unknown', errorCode: 'provider_silent', nextAttemptAt });
      await advanceIfNobodyMayAnswer(tx, locked.incident, this.clock.now());
      return null;
    });
  }

  /** A message-status callback. `sent` is not a receipt: only `delivered` is, and only an answer stops the ladder. */
  async messageStatus(
    accountId: AccountId,
    alertId: string,
    message: { sid: string; status: string; errorCode: string | null },
  ): Promise<void> {
    await this.afterLocking(accountId, alertId, async (tx, { incident, alert }) => {
      if (alert.providerSid !== null && alert.providerSid !== message.sid) return null;
      const isLate = alert.state === 'pending' && message.status !== 'delivered';
      if (isLate) return null;
      await tx.update(Alert, { id: alertId }, { providerSid: message.sid, providerStatus: message.status });
      if (message.status === 'delivered' || message.status === 'read') return this.delivered(tx, { incident, alert });
      if (message.status !== 'failed' && message.status !== 'undelivered') return null;
      if (!['sending', 'unknown', 'sent'].includes(alert.state)) return null;
      const code = message.errorCode ?? message.status;
      if (isPermanentFailure(code) || alert.attempts >= PATIENCE) return this.giveUp(tx, incident, alert, code);
      return this.tryAgain(tx, { incident, alert }, code);
    });
  }

  /** A call-status callback of a leg we placed, or the provider's word when asked. Voicemail presses no key, so it never counts. */
  async legStatus(
    accountId: AccountId,
    alertId: string,
    leg: { sid: string; status: string },
    source: 'callback' | 'asked' = 'callback',
  ): Promise<void> {
    await this.afterLocking(accountId, alertId, async (tx, { incident, alert }) => {
      if (alert.providerSid !== null && alert.providerSid !== leg.sid) return null;
      await tx.update(Alert, { id: alertId }, { providerSid: leg.sid, providerStatus: leg.status });
      if (ENDED.includes(leg.status)) return this.legEnded(tx, { incident, alert }, leg.status);
      const answered = leg.status === 'in-progress' && ['sending', 'unknown', 'sent'].includes(alert.state);
      const look = source === 'asked' ? { nextAttemptAt: this.later(LOOK_AGAIN_MS) } : {};
      if (answered || source === 'asked')
        await tx.update(Alert, { id: alertId }, { ...(answered ? { state: 'answered' } : {}), ...look });
      return null;
    });
  }

  /** Nothing more will be tried. The ladder goes on at once unless somebody else may still answer. */
  async giveUp(tx: AccountTx, incident: Incident, alert: Alert, code: string): Promise<CallerNews | null> {
    const now = this.clock.now();
    await tx.update(
      Alert,
      { id: alert.id },
      { state: 'failed', errorCode: code, finishedAt: now, nextAttemptAt: null },
    );
    await this.note(tx, 'incident.alert_failed', incident, { alertId: alert.id, step: alert.escalationStep, code });
    if (code === OPTED_OUT_CODE) await this.optOuts.optOut(tx, alert.contactId, incident);
    if (alert.channel !== 'sms') await wakeWaitingCalls(tx, alert.contactId, now);
    if (alert.stopsWithLadder) await advanceIfNobodyMayAnswer(tx, incident, now);
    return alert.channel === 'warm_transfer' ? notReached(incident, alert) : null;
  }

  private async wentOut(tx: AccountTx, { incident, alert }: Locked, sid: string): Promise<null> {
    const now = this.clock.now();
    const isCall = alert.channel !== 'sms';
    const inFlight = alert.state === 'sending' || alert.state === 'unknown';
    // Stopped while it was on its way: a call is hung up; a text can't be recalled, the stand-down follows it.
    const stopped = alert.state === 'canceled' || alert.state === 'declined';
    const next = !isCall ? null : stopped ? now : alert.state === 'failed' ? null : this.later(LEG_SHOULD_END_MS);
    const sent = inFlight ? { state: 'sent' as const, errorCode: null } : {};
    await tx.update(
      Alert,
      { id: alert.id },
      { ...sent, providerSid: sid, sentAt: alert.sentAt ?? now, nextAttemptAt: next },
    );
    if (alert.sentAt === null)
      await this.note(tx, 'incident.alert_sent', incident, { alertId: alert.id, step: alert.escalationStep });
    return null;
  }

  private async askLater(tx: AccountTx, alert: Alert): Promise<null> {
    await tx.update(Alert, { id: alert.id }, { state: 'unknown', nextAttemptAt: this.later(5_000) });
    return null;
  }

  /** A refusal that may pass. News gives up early; a ladder's alert is tried until it is accepted or no longer wanted. */
  private async tryAgain(
    tx: AccountTx,
    { incident, alert }: Locked,
    code: string,
    delaySeconds?: number,
  ): Promise<CallerNews | null> {
    if (!alert.stopsWithLadder && alert.attempts >= TRIES_FOR_NEWS) return this.giveUp(tx, incident, alert, code);
    const impatient = alert.attempts >= PATIENCE;
    const nextAttemptAt = this.later((delaySeconds ?? retryDelaySeconds(alert.attempts)) * 1000);
    // The next text gets a reference of its own; a late callback of the old one must not be taken for it.
    await tx.update(
      Alert,
      { id: alert.id },
      { state: 'pending', nextAttemptAt, providerSid: null, errorCode: impatient ? code : null },
    );
    if (impatient) await advanceIfNobodyMayAnswer(tx, incident, this.clock.now());
    return null;
  }

  private async delivered(tx: AccountTx, { incident, alert }: Locked): Promise<null> {
    if (!['pending', 'sending', 'unknown', 'sent', 'failed'].includes(alert.state)) return null;
    const now = this.clock.now();
    await tx.update(
      Alert,
      { id: alert.id },
      { state: 'delivered', errorCode: null, sentAt: alert.sentAt ?? now, nextAttemptAt: null },
    );
    await this.note(tx, 'incident.alert_delivered', incident, { alertId: alert.id, step: alert.escalationStep });
    return null;
  }

  private async legEnded(tx: AccountTx, { incident, alert }: Locked, status: string): Promise<CallerNews | null> {
    if (['sending', 'unknown', 'sent', 'answered'].includes(alert.state))
      return this.giveUp(tx, incident, alert, status === 'completed' ? 'no_key' : status);
    await tx.update(Alert, { id: alert.id }, { nextAttemptAt: null, finishedAt: alert.finishedAt ?? this.clock.now() });
    await wakeWaitingCalls(tx, alert.contactId, this.clock.now());
    return null;
  }

  private async afterLocking(
    accountId: AccountId,
    alertId: string,
    work: (tx: AccountTx, locked: Locked) => Promise<CallerNews | null>,
  ): Promise<void> {
    const news = await this.db.within(accountId, async (tx) => {
      const seen = await tx.findOne(Alert, { id: alertId });
      const incident = seen ? await tx.lock(Incident, { id: seen.incidentId }) : null;
      const alert = incident ? await tx.lock(Alert, { id: alertId }) : null;
      return incident && alert ? work(tx, { incident, alert }) : null;
    });
    await this.callerLine.say(news);
  }

  private later(ms: number): Date {
    return new Date(this.clock.now().getTime() + ms);
  }

  private note(tx: AccountTx, event: string, incident: Incident, data: Record<string, unknown>): Promise<void> {
    const actor = { type: 'provider', name: 'telephony' } as const;
    return this.journal.record(tx, { event, subjectId: incident.id, callId: incident.callId, actor, data });
  }
}

/** PRD section 7: nobody took the transfer, so the voice agent tells the caller what happens instead. */
function notReached(incident: Incident, alert: Alert): CallerNews | null {
  const { controlUrl } = incident.policy;
  if (controlUrl === null || !isUnanswered(incident.state)) return null;
  return { controlUrl, words: transferFailedWords(alert.contactName) };
}
