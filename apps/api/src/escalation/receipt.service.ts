import { isPermanentFailure, OPTED_OUT_CODE, retryDelaySeconds } from '@domain/escalation/alert';
import { isUnanswered } from '@domain/escalation/incident';
import { transferFailedWords } from '@domain/escalation/spoken';
import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import type { SendOutcome, TraceOutcome } from '@domain/ports/telephony';
import { Injectable, Logger } from '@nestjs/common';
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

const DELIVERED = ['delivered', 'read'];
const UNDELIVERED = ['undelivered', 'failed'];
const UNDER_WAY = ['sending', 'unknown', 'sent'];

interface Locked {
  incident: Incident;
  alert: Alert;
}

export interface TextReceipt {
  sid: string;
  status: string;
  errorCode: string | null;
}

export interface LegReceipt {
  sid: string;
  status: string;
}

/** What became of an alert, whoever says so: the provider's answer, its callbacks in any order, or the provider when asked. */
@Injectable()
export class ReceiptService {
  private readonly logger = new Logger(ReceiptService.name);

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
  messageStatus(accountId: AccountId, alertId: string, message: TextReceipt): Promise<void> {
    return this.afterLocking(accountId, alertId, (tx, locked) => this.textReceipt(tx, locked, message));
  }

  /** A call-status callback of a leg we placed. Voicemail presses no key, so it never counts. */
  legStatus(accountId: AccountId, alertId: string, leg: LegReceipt): Promise<void> {
    return this.afterLocking(accountId, alertId, (tx, locked) => this.legReceipt(tx, locked, leg));
  }

  /** The provider's word on a leg whose callbacks did not come; a leg that goes on is looked at again. */
  legWhenAsked(accountId: AccountId, alertId: string, leg: LegReceipt): Promise<void> {
    return this.afterLocking(accountId, alertId, async (tx, locked) => {
      await tx.update(Alert, { id: alertId }, { nextAttemptAt: this.later(LOOK_AGAIN_MS) });
      return this.legReceipt(tx, locked, leg);
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
    this.logger.warn({ event: 'escalation.alert-failed', accountId: tx.accountId, alertId: alert.id, code });
    await this.note(tx, 'incident.alert_failed', incident, { alertId: alert.id, step: alert.escalationStep, code });
    if (code === OPTED_OUT_CODE) await this.optOuts.optOut(tx, alert.contactId, incident);
    if (alert.channel !== 'sms') await wakeWaitingCalls(tx, alert.contactId, now);
    if (alert.stopsWithLadder) await advanceIfNobodyMayAnswer(tx, incident, now);
    return alert.channel === 'warm_transfer' ? notReached(incident, alert) : null;
  }

  private async textReceipt(
    tx: AccountTx,
    { incident, alert }: Locked,
    message: TextReceipt,
  ): Promise<CallerNews | null> {
    const { status, sid } = message;
    const isDelivered = DELIVERED.includes(status);
    if (isOfEarlierAttempt(alert, sid, isDelivered)) return null;
    await tx.update(Alert, { id: alert.id }, { providerSid: sid, providerStatus: status });
    if (isDelivered) return this.delivered(tx, { incident, alert });
    const isFailure = UNDELIVERED.includes(status) && UNDER_WAY.includes(alert.state);
    return isFailure ? this.textFailed(tx, { incident, alert }, message.errorCode ?? status) : null;
  }

  private textFailed(tx: AccountTx, { incident, alert }: Locked, code: string): Promise<CallerNews | null> {
    const isFinal = isPermanentFailure(code) || alert.attempts >= PATIENCE;
    return isFinal ? this.giveUp(tx, incident, alert, code) : this.tryAgain(tx, { incident, alert }, code);
  }

  private async legReceipt(tx: AccountTx, { incident, alert }: Locked, leg: LegReceipt): Promise<CallerNews | null> {
    if (alert.providerSid !== null && alert.providerSid !== leg.sid) return null;
    await tx.update(Alert, { id: alert.id }, { providerSid: leg.sid, providerStatus: leg.status });
    if (ENDED.includes(leg.status)) return this.legEnded(tx, { incident, alert }, leg.status);
    if (leg.status === 'in-progress' && UNDER_WAY.includes(alert.state))
      await tx.update(Alert, { id: alert.id }, { state: 'answered' });
    return null;
  }

  private async wentOut(tx: AccountTx, { incident, alert }: Locked, sid: string): Promise<null> {
    const now = this.clock.now();
    const inFlight = alert.state === 'sending' || alert.state === 'unknown';
    const sent = inFlight ? { state: 'sent' as const, errorCode: null } : {};
    const nextAttemptAt = alert.channel === 'sms' ? null : this.nextLook(alert);
    await tx.update(Alert, { id: alert.id }, { ...sent, providerSid: sid, sentAt: alert.sentAt ?? now, nextAttemptAt });
    if (alert.sentAt !== null) return null;
    await this.note(tx, 'incident.alert_sent', incident, { alertId: alert.id, step: alert.escalationStep });
    return null;
  }

  /** A call that was stopped on its way is hung up at once; a text can't be recalled, so the stand-down follows it. */
  private nextLook(alert: Alert): Date | null {
    if (alert.state === 'canceled' || alert.state === 'declined') return this.clock.now();
    return alert.state === 'failed' ? null : this.later(LEG_SHOULD_END_MS);
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
    if (alert.state === 'answered' || UNDER_WAY.includes(alert.state))
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

/** Between two attempts only good news about the first still counts. */
const isOfEarlierAttempt = (alert: Alert, sid: string, isDelivered: boolean): boolean =>
  alert.providerSid === null ? alert.state === 'pending' && !isDelivered : alert.providerSid !== sid;

/** PRD section 7: nobody took the transfer, so the voice agent tells the caller what happens instead. */
function notReached(incident: Incident, alert: Alert): CallerNews | null {
  const { controlUrl } = incident.policy;
  if (controlUrl === null || !isUnanswered(incident.state)) return null;
  return { controlUrl, words: transferFailedWords(alert.contactName) };
}
