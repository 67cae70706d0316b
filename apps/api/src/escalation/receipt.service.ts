import { isPermanentFailure } from '@domain/escalation/alert';
import { isMissing } from '@domain/escalation/settling';
import type { AccountId } from '@domain/ids';
import type { SendOutcome, TraceOutcome } from '@domain/ports/telephony';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { AlertQuestion } from './alert-decision.service.js';
import { AlertOutcomeService, PATIENCE } from './alert-outcome.service.js';
import { Alert } from './alert.entity.js';
import { BROKEN_OFF, endAttempt, lockAlert, type LockedAlert } from './alert.queries.js';
import { CallerLineService, type CallerNews } from './caller-line.service.js';
import { PlainReceiptService } from './plain-receipt.service.js';

const ENDED = ['completed', 'busy', 'no-answer', 'failed', 'canceled'];
const DELIVERED = ['delivered', 'read'];
const UNDELIVERED = ['undelivered', 'failed'];
const UNDER_WAY = ['sending', 'unknown', 'sent'];

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
  constructor(
    private readonly db: AccountDb,
    private readonly outcomes: AlertOutcomeService,
    private readonly callerLine: CallerLineService,
    private readonly plain: PlainReceiptService,
  ) {}

  /** The provider's answer to the attempt that `sent` stands at: a sleeper that wakes must not speak of a later one. */
  async record(accountId: AccountId, sent: Alert, outcome: SendOutcome): Promise<void> {
    if (sent.channel === 'sms' && outcome.kind === 'accepted')
      if (await this.plain.sent(accountId, sent, outcome.sid)) return;
    await this.afterLocking(accountId, sent.id, async (tx, locked) => {
      const isOfThis = locked.alert.attempts === sent.attempts;
      if (!isOfThis && outcome.kind !== 'accepted') return null;
      const ended = endAttempt(tx, sent, { outcome: wordFor(outcome), reached: outcome.kind !== 'refused' });
      if (outcome.kind === 'accepted') return this.outcomes.wentOut(tx, locked, outcome.sid, [ended]);
      await tx.together([ended]);
      if (locked.alert.state !== 'sending') return null;
      if (outcome.kind === 'unknown') return this.outcomes.askLater(tx, locked.alert);
      if (outcome.permanent) return this.outcomes.giveUp(tx, locked, outcome.code);
      return this.outcomes.tryAgain(tx, locked, outcome.code);
    });
  }

  /** What the provider says when it is asked about an attempt of unknown outcome. Only its having it speaks of a later one. */
  async recordTrace(accountId: AccountId, question: AlertQuestion, traced: TraceOutcome): Promise<void> {
    await this.afterLocking(accountId, question.alert.id, async (tx, locked) => {
      if (traced.kind === 'found') return this.outcomes.wentOut(tx, locked, traced.trace.sid);
      const isOfThis = locked.alert.attempts === question.alert.attempts;
      if (!isOfThis || !['sending', 'unknown'].includes(locked.alert.state)) return null;
      if (traced.kind === 'unreachable') return this.outcomes.providerSilent(tx, locked);
      if (!isMissing(question.attempt, question.askedAt)) return this.outcomes.notListed(tx, locked, question.attempt);
      await tx.together([endAttempt(tx, locked.alert, { outcome: 'nothing_sent', reached: false })]);
      return this.outcomes.tryAgain(tx, locked, 'nothing_sent', 0);
    });
  }

  /** A message-status callback. `sent` is not a receipt: only `delivered` is, and only an answer stops the ladder. */
  async messageStatus(accountId: AccountId, alertId: string, message: TextReceipt): Promise<void> {
    if (DELIVERED.includes(message.status) && (await this.plain.delivered(accountId, alertId, message))) return;
    return this.afterLocking(accountId, alertId, (tx, locked) => this.textReceipt(tx, locked, message));
  }

  /** A call-status callback of a leg we placed. Voicemail presses no key, so it never counts. */
  legStatus(accountId: AccountId, alertId: string, leg: LegReceipt): Promise<void> {
    return this.afterLocking(accountId, alertId, (tx, locked) => this.legReceipt(tx, locked, leg));
  }

  /** The provider's word on a leg whose callbacks did not come; a leg that goes on is looked at again. */
  legWhenAsked(accountId: AccountId, alertId: string, leg: LegReceipt): Promise<void> {
    return this.afterLocking(accountId, alertId, async (tx, locked) => {
      await this.outcomes.lookAgain(tx, locked.alert);
      return this.legReceipt(tx, locked, leg);
    });
  }

  /** The person turned out to be unreachable on the alert's channel. */
  giveUp(accountId: AccountId, alertId: string): Promise<void> {
    return this.afterLocking(accountId, alertId, (tx, locked) => this.outcomes.giveUp(tx, locked, 'not_reachable'));
  }

  /** A text has gone half a minute without a receipt. */
  missReceipt(accountId: AccountId, alertId: string): Promise<void> {
    return this.afterLocking(accountId, alertId, (tx, locked) => this.outcomes.missReceipt(tx, locked));
  }

  /** An alert whose code travels in another alert's text. */
  follow(accountId: AccountId, alertId: string): Promise<void> {
    return this.afterLocking(accountId, alertId, async (tx, locked) => {
      const { bundledInto } = locked.alert;
      return this.outcomes.follow(tx, locked, bundledInto ? await tx.findOne(Alert, { id: bundledInto }) : null);
    });
  }

  private async textReceipt(tx: AccountTx, locked: LockedAlert, message: TextReceipt): Promise<CallerNews | null> {
    const { alert } = locked;
    const { status, sid } = message;
    const isDelivered = DELIVERED.includes(status);
    if (isOfEarlierAttempt(alert, sid, isDelivered)) return null;
    const told = { providerSid: sid, providerStatus: status };
    if (isDelivered) return this.outcomes.delivered(tx, locked, told);
    await tx.update(Alert, { id: alert.id }, told);
    const isFailure = UNDELIVERED.includes(status) && UNDER_WAY.includes(alert.state);
    return isFailure ? this.textFailed(tx, locked, message.errorCode ?? status) : null;
  }

  private textFailed(tx: AccountTx, locked: LockedAlert, code: string): Promise<CallerNews | null> {
    const isFinal = isPermanentFailure(code) || locked.alert.attempts >= PATIENCE;
    return isFinal ? this.outcomes.giveUp(tx, locked, code) : this.outcomes.tryAgain(tx, locked, code);
  }

  private async legReceipt(tx: AccountTx, locked: LockedAlert, leg: LegReceipt): Promise<CallerNews | null> {
    const { alert } = locked;
    if (alert.providerSid !== null && alert.providerSid !== leg.sid) return null;
    await tx.update(Alert, { id: alert.id }, { providerSid: leg.sid, providerStatus: leg.status });
    if (ENDED.includes(leg.status)) return this.legEnded(tx, locked, leg.status);
    if (leg.status === 'in-progress' && UNDER_WAY.includes(alert.state))
      await tx.update(Alert, { id: alert.id }, { state: 'answered' });
    return null;
  }

  private async legEnded(tx: AccountTx, locked: LockedAlert, status: string): Promise<CallerNews | null> {
    const unanswered = locked.alert.state === 'answered' || UNDER_WAY.includes(locked.alert.state);
    if (!unanswered) return this.outcomes.legOver(tx, locked.alert);
    return this.outcomes.giveUp(tx, locked, status === 'completed' ? 'no_key' : status);
  }

  private async afterLocking(
    accountId: AccountId,
    alertId: string,
    work: (tx: AccountTx, locked: LockedAlert) => Promise<CallerNews | null>,
  ): Promise<void> {
    const news = await this.db.within(accountId, async (tx) => {
      const locked = await lockAlert(tx, alertId);
      return locked && work(tx, locked);
    });
    await this.callerLine.say(news);
  }
}

/** What is kept of an attempt's outcome. */
function wordFor(outcome: SendOutcome): string {
  if (outcome.kind === 'refused') return outcome.code;
  return outcome.kind === 'unknown' && outcome.isOver ? BROKEN_OFF : outcome.kind;
}

/** Between two attempts only good news about the first still counts. */
const isOfEarlierAttempt = (alert: Alert, sid: string, isDelivered: boolean): boolean =>
  alert.providerSid === null ? alert.state === 'pending' && !isDelivered : alert.providerSid !== sid;
