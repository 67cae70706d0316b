import type { AccountId } from '@domain/ids';
import type { E164 } from '@domain/phone/e164';
import { Telephony } from '@domain/ports/telephony';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { ForwardingBook } from './forwarding-book.service.js';
import type { ForwardingCheck } from './forwarding-check.entity.js';

/** Carriers ring four to six times before they forward. */
const RING_SECONDS = 50;

/** The check's own call, and what becomes of it. */
@Injectable()
export class ForwardingCall {
  constructor(
    private readonly env: Env,
    private readonly telephony: Telephony,
    private readonly book: ForwardingBook,
  ) {}

  /** Some carriers do not forward a call to the number it came from, so the platform's own sender is better. */
  callerFor(line: string): string {
    return this.env.ALERT_FROM_NUMBER ?? line;
  }

  async place(accountId: AccountId, check: ForwardingCheck): Promise<void> {
    const at = (step: string) =>
      `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/twilio/forwarding/${step}?account=${accountId}&check=${check.id}`;
    const outcome = await this.telephony.placeCall({
      from: check.callerNumber as E164,
      to: check.businessNumber as E164,
      answerUrl: at('answer'),
      statusUrl: at('status'),
      ringSeconds: RING_SECONDS,
    });
    await this.book.placed(accountId, check.id, outcome);
  }

  status(accountId: AccountId, checkId: string, status: string): Promise<void> {
    return this.book.status(accountId, checkId, status);
  }

  /** Alarm `forwarding_check`. */
  async timeUp(accountId: AccountId, checkId: string): Promise<void> {
    const ended = await this.book.timeUp(accountId, checkId);
    if (ended?.callSid) await this.telephony.hangUp(ended.callSid).catch(() => undefined);
  }
}
