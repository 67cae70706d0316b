import type { AccountId } from '@domain/ids';
import { mayDial, type E164 } from '@domain/phone/e164';
import { Telephony, type SendOutcome } from '@domain/ports/telephony';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { AlertThreadsService } from './alert-threads.service.js';
import { lineNumberOf, lineOf } from './on-call.queries.js';

const VALID_FOR_SECONDS = 3600;
const RING_SECONDS = 30;

/** Texts and calls to contacts that belong to no emergency: tests, and news about the team itself. Sent once, after the commit. */
@Injectable()
export class ContactTextService {
  constructor(
    private readonly db: AccountDb,
    private readonly telephony: Telephony,
    private readonly env: Env,
    private readonly threads: AlertThreadsService,
  ) {}

  /**
   * From the sender that alerts come from, so that a test proves what an emergency uses (ADR 0007). Null when the account
   * has none that carriers take texts from, or the number may not be texted.
   */
  async send(
    accountId: AccountId,
    to: { contactId: string; phone: string },
    body: string,
    purpose: 'test' | 'news' = 'news',
  ): Promise<SendOutcome | null> {
    if (!mayDial(to.phone as E164)) return null;
    const from = await this.db.within(accountId, (tx) => this.senderFor(tx, to.phone));
    if (from === null) return null;
    // Only a test's receipt is shown on screen; one of news must not pass for it.
    const about = purpose === 'test' ? `&contact=${to.contactId}` : '';
    const statusUrl = `${this.webhooks()}/message-status?account=${accountId}${about}`;
    return this.telephony.sendSms({
      from: from as E164,
      to: to.phone as E164,
      body,
      statusUrl,
      validForSeconds: VALID_FOR_SECONDS,
    });
  }

  /** A call that reads a code out; `about` names it in the address. Null as for `send`. */
  async ring(accountId: AccountId, phone: string, about: string): Promise<SendOutcome | null> {
    const from = await this.db.within(accountId, (tx) => lineNumberOf(tx));
    if (from === null || !mayDial(phone as E164)) return null;
    return this.telephony.placeCall({
      from: from as E164,
      to: phone as E164,
      ringSeconds: RING_SECONDS,
      answerUrl: `${this.webhooks()}/verification/answer?account=${accountId}&${about}`,
      statusUrl: `${this.webhooks()}/verification/status?account=${accountId}&${about}`,
    });
  }

  /** Texts from a line whose registration is not through are dropped by carriers, and billed (decision 16). */
  private async senderFor(tx: AccountTx, phone: string): Promise<string | null> {
    await this.threads.remember(tx, phone);
    const line = await lineOf(tx);
    return this.threads.sharedSender ?? (line?.mayText ? line.number : null);
  }

  private webhooks(): string {
    return `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/twilio`;
  }
}
