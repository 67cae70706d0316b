import { OPTED_OUT_CODE, retryDelaySeconds } from '@domain/escalation/alert';
import { isUnanswered } from '@domain/escalation/incident';
import { nextQuestionAt, type UnclearAttempt } from '@domain/escalation/settling';
import { transferFailedWords } from '@domain/escalation/spoken';
import { Clock } from '@domain/ports/clock';
import { Injectable, Logger } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { Statement } from '@platform/tenancy/entity-sql';
import { advanceIfNobodyMayAnswer } from './advance.js';
import { Alert } from './alert.entity.js';
import { NOT_LISTED, wakeWaitingCalls, type LockedAlert } from './alert.queries.js';
import { bundleFate } from './bundle-fate.js';
import { callInstead } from './call-instead.js';
import { releaseBundled, wakeBundled } from './pace.queries.js';
import type { CallerNews } from './caller-line.service.js';
import type { Incident } from './incident.entity.js';
import { OptOutService } from './opt-out.service.js';
import { insertQuestionCall } from './watchdog.queries.js';

/** After this many refusals the ladder no longer waits for an alert, though it is still tried. */
export const PATIENCE = 2;
/** News is not worth more tries than this. */
const TRIES_FOR_NEWS = 3;
const ASK_AFTER_MS = 1_000;
/** After an outage what is open is known this soon; how much is asked at once is bounded by the places a worker has. */
const ASK_AGAIN_MS = 1_000;
/** Longer than a phone rings and a person listens: then the leg's callbacks were lost. */
const LEG_SHOULD_END_MS = 90_000;
const LOOK_AGAIN_MS = 15_000;
/** A carrier that delivers says so by then (reference/oncall 5.3). */
const RECEIPT_WITHIN_MS = 30_000;
const FOLLOW_AGAIN_MS = 5_000;

/** When a text that the carrier took at `sentAt` has gone without a receipt for too long. */
export const receiptDueAt = (sentAt: Date): Date => new Date(sentAt.getTime() + RECEIPT_WITHIN_MS);

/** Writes down how an alert fared, and what that means for its ladder. */
@Injectable()
export class AlertOutcomeService {
  private readonly logger = new Logger(AlertOutcomeService.name);

  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly optOuts: OptOutService,
  ) {}

  /** Nothing more will be tried. The ladder goes on at once unless somebody else may still answer. */
  async giveUp(tx: AccountTx, { incident, alert }: LockedAlert, code: string): Promise<CallerNews | null> {
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
    await tx.together([wakeBundled(tx, alert.id, now)]);
    if (alert.stopsWithLadder) await advanceIfNobodyMayAnswer(tx, incident, now);
    if (isOpenQuestion(alert, incident)) await insertQuestionCall(tx, incident, incident.acceptedBy, now);
    return alert.channel === 'warm_transfer' ? notReached(incident, alert) : null;
  }

  /** The provider has it, under this reference. `withIt`: what else is written down in the same breath. */
  async wentOut(tx: AccountTx, { incident, alert }: LockedAlert, sid: string, withIt: Statement[] = []): Promise<null> {
    const now = this.clock.now();
    const inFlight = alert.state === 'sending' || alert.state === 'unknown';
    const sent = inFlight ? { state: 'sent' as const, errorCode: null } : {};
    const nextAttemptAt = alert.channel === 'sms' ? this.receiptDue(alert, inFlight) : this.nextLook(alert);
    const patch = { ...sent, providerSid: sid, sentAt: alert.sentAt ?? now, nextAttemptAt };
    const told = { alertId: alert.id, step: alert.escalationStep };
    tx.lastly([
      ...withIt,
      tx.updating(Alert, { id: alert.id }, patch),
      wakeBundled(tx, alert.id, now),
      ...(alert.sentAt === null ? [this.entry(tx, 'incident.alert_sent', incident, told)] : []),
    ]);
    return null;
  }

  /** News may go without a receipt; an alert without one is followed by a call. */
  private receiptDue(alert: Alert, inFlight: boolean): Date | null {
    return inFlight && alert.stopsWithLadder ? receiptDueAt(this.clock.now()) : null;
  }

  /** A call that was stopped on its way is hung up at once; a text can't be recalled, so the stand-down follows it. */
  private nextLook(alert: Alert): Date | null {
    if (alert.state === 'canceled' || alert.state === 'declined') return this.clock.now();
    return alert.state === 'failed' ? null : this.later(LEG_SHOULD_END_MS);
  }

  /** The first question that found nothing: what was held up at the provider, or is listed late, shows by the second. */
  async notListed(tx: AccountTx, { alert, now }: LockedAlert, attempt: UnclearAttempt): Promise<null> {
    const nextAttemptAt = nextQuestionAt(attempt, now);
    await tx.update(Alert, { id: alert.id }, { state: 'unknown', errorCode: NOT_LISTED, nextAttemptAt });
    return null;
  }

  /** What was sent may be listed by the provider only in a moment. */
  async askLater(tx: AccountTx, alert: Alert): Promise<null> {
    await tx.update(Alert, { id: alert.id }, { state: 'unknown', nextAttemptAt: this.later(ASK_AFTER_MS) });
    return null;
  }

  /** A refusal that may pass. News gives up early; a ladder's alert is tried until it is accepted or no longer wanted. */
  async tryAgain(tx: AccountTx, locked: LockedAlert, code: string, delaySeconds?: number): Promise<CallerNews | null> {
    const { incident, alert } = locked;
    if (!alert.stopsWithLadder && alert.attempts >= TRIES_FOR_NEWS) return this.giveUp(tx, locked, code);
    const impatient = alert.attempts >= PATIENCE;
    const nextAttemptAt = this.later((delaySeconds ?? retryDelaySeconds(alert.attempts)) * 1000);
    // The next text gets a reference of its own; a late callback of the old one must not be taken for it.
    await tx.update(
      Alert,
      { id: alert.id },
      { state: 'pending', nextAttemptAt, providerSid: null, errorCode: impatient ? code : null },
    );
    await releaseBundled(tx, alert.id, this.clock.now());
    if (impatient) await advanceIfNobodyMayAnswer(tx, incident, this.clock.now());
    return null;
  }

  /** The carrier's receipt: the only success of a text. `told`: what the receipt says of the provider. */
  async delivered(tx: AccountTx, { incident, alert }: LockedAlert, told: Partial<Alert> = {}): Promise<null> {
    if (!['pending', 'sending', 'unknown', 'sent', 'failed'].includes(alert.state)) {
      if (Object.keys(told).length > 0) await tx.update(Alert, { id: alert.id }, told);
      return null;
    }
    const now = this.clock.now();
    const delivered = {
      state: 'delivered',
      errorCode: null,
      sentAt: alert.sentAt ?? now,
      nextAttemptAt: null,
    } as const;
    const noted = { alertId: alert.id, step: alert.escalationStep };
    tx.lastly([
      tx.updating(Alert, { id: alert.id }, { ...told, ...delivered }),
      wakeBundled(tx, alert.id, now),
      this.entry(tx, 'incident.alert_delivered', incident, noted),
    ]);
    return null;
  }

  /**
   * `sent` is not success: half a minute without a receipt, and the person's phone rings. The text still counts as one
   * that may be answered, and a late receipt is still written down, because some carriers give none at all.
   */
  async missReceipt(tx: AccountTx, { incident, alert }: LockedAlert): Promise<null> {
    if (alert.state !== 'sent') return null;
    const now = this.clock.now();
    await tx.update(Alert, { id: alert.id }, { nextAttemptAt: null });
    if (incident.state !== 'alerting' || alert.epoch !== incident.epoch) return null;
    await this.note(tx, 'incident.alert_unconfirmed', incident, { alertId: alert.id, step: alert.escalationStep });
    await callInstead(tx, incident, alert, now);
    return null;
  }

  /** What became of the text that carries this alert's code is what became of this alert. */
  async follow(tx: AccountTx, locked: LockedAlert, carrier: Alert | null): Promise<CallerNews | null> {
    const { alert } = locked;
    if (!['sending', 'unknown', 'sent'].includes(alert.state)) return null;
    const fate = bundleFate(carrier);
    switch (fate.kind) {
      case 'delivered':
        return this.delivered(tx, locked);
      case 'failed':
        return this.giveUp(tx, locked, fate.code);
      case 'sent':
        return this.wentOut(tx, locked, fate.sid);
      case 'open':
        await tx.update(Alert, { id: alert.id }, { nextAttemptAt: this.later(FOLLOW_AGAIN_MS) });
        return null;
    }
  }

  /** The provider can't be asked: other ways to this person, or to the next, are not held up any longer. */
  async providerSilent(tx: AccountTx, { incident, alert }: LockedAlert): Promise<null> {
    const silent = { state: 'unknown', errorCode: 'provider_silent', nextAttemptAt: this.later(ASK_AGAIN_MS) } as const;
    await tx.update(Alert, { id: alert.id }, silent);
    await advanceIfNobodyMayAnswer(tx, incident, this.clock.now());
    return null;
  }

  /** A leg that still goes on although its callbacks went missing. */
  async lookAgain(tx: AccountTx, alert: Alert): Promise<void> {
    await tx.update(Alert, { id: alert.id }, { nextAttemptAt: this.later(LOOK_AGAIN_MS) });
  }

  /** A leg that was answered by key, stopped or passed has ended: other calls may ring this phone now. */
  async legOver(tx: AccountTx, alert: Alert): Promise<null> {
    const now = this.clock.now();
    await tx.update(Alert, { id: alert.id }, { nextAttemptAt: null, finishedAt: alert.finishedAt ?? now });
    await wakeWaitingCalls(tx, alert.contactId, now);
    return null;
  }

  private later(ms: number): Date {
    return new Date(this.clock.now().getTime() + ms);
  }

  private note(tx: AccountTx, event: string, incident: Incident, data: Record<string, unknown>): Promise<void> {
    return tx.together([this.entry(tx, event, incident, data)]);
  }

  private entry(tx: AccountTx, event: string, incident: Incident, data: Record<string, unknown>): Statement {
    const actor = { type: 'provider', name: 'telephony' } as const;
    return this.journal.entry(tx, { event, subjectId: incident.id, callId: incident.callId, actor, data });
  }
}

/** "Did you reach …?" as a text: silence has consequences, so it must not be silence because nothing arrived. */
const isOpenQuestion = ({ escalationStep, channel }: Alert, { watchdogAskedAt, watchdogAt }: Incident): boolean =>
  escalationStep === 'watchdog' && channel === 'sms' && watchdogAskedAt !== null && watchdogAt !== null;

/** PRD section 7: nobody took the transfer, so the voice agent tells the caller what happens instead. */
function notReached(incident: Incident, alert: Alert): CallerNews | null {
  const { controlUrl } = incident.policy;
  if (controlUrl === null || !isUnanswered(incident.state)) return null;
  return { controlUrl, words: transferFailedWords(alert.contactName) };
}
