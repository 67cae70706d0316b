import { digestInShort } from '@domain/digest/digest-in-short';
import type { AccountId } from '@domain/ids';
import { mayDial, type E164 } from '@domain/phone/e164';
import { ChatChannel, type PostOutcome } from '@domain/ports/chat-channel';
import { Mailer } from '@domain/ports/mailer';
import { Telephony } from '@domain/ports/telephony';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type { DeliveryAttempt, DigestAddress } from './digest.types.js';

/** A digest that has not arrived by noon is read in the app. */
const TEXT_VALID_FOR_SECONDS = 4 * 60 * 60;

/** Hands a digest to the channel the contractor chose: Slack, e-mail, or a text with the counts and where to read it (VTCR 3.2). */
@Injectable()
export class DigestPost {
  constructor(
    private readonly chat: ChatChannel,
    private readonly mailer: Mailer,
    private readonly telephony: Telephony,
    private readonly env: Env,
  ) {}

  /** Outside any transaction. */
  post(attempt: DeliveryAttempt): Promise<PostOutcome> {
    const { address } = attempt;
    switch (address.kind) {
      case 'slack':
        return this.chat.post(address.webhookUrl, attempt.content);
      case 'email':
        return this.mail(address.to, attempt);
      case 'sms':
        return this.text(address, attempt);
      case 'nowhere':
        return Promise.resolve({ kind: 'rejected', reason: address.reason });
    }
  }

  private async mail(to: string, { digestId, accountId, accountName, content }: DeliveryAttempt): Promise<PostOutcome> {
    if (!this.mailer.isConfigured) return { kind: 'rejected', reason: 'mail-not-configured' };
    const [subject = 'OVERNIGHT CALL DIGEST'] = content.split('\n', 1);
    const outcome = await this.mailer.send({
      idempotencyKey: `digest/${digestId}`,
      to,
      subject: `${accountName}: ${subject}`,
      text: `${content}\n\n${this.pageOf({ accountId })}\n`,
    });
    if (outcome.kind === 'sent') return { kind: 'posted' };
    return { kind: outcome.kind === 'refused' ? 'rejected' : 'failed', reason: outcome.reason };
  }

  private async text(
    { from, to }: Extract<DigestAddress, { kind: 'sms' }>,
    attempt: DeliveryAttempt,
  ): Promise<PostOutcome> {
    if (!mayDial(to as E164)) return { kind: 'rejected', reason: 'phone-not-allowed' };
    const { accountId, accountName, counts } = attempt;
    const outcome = await this.telephony.sendSms({
      from: from as E164,
      to: to as E164,
      validForSeconds: TEXT_VALID_FOR_SECONDS,
      body: digestInShort(accountName, counts, this.pageOf(attempt)),
      statusUrl: `${this.origin()}/api/twilio/message-status?account=${accountId}`,
    });
    if (outcome.kind === 'accepted') return { kind: 'posted' };
    if (outcome.kind === 'refused' && outcome.permanent) return { kind: 'rejected', reason: `carrier-${outcome.code}` };
    return { kind: 'failed', reason: outcome.kind === 'refused' ? `carrier-${outcome.code}` : outcome.reason };
  }

  private pageOf({ accountId }: { accountId: AccountId }): string {
    return `${this.origin()}/a/${accountId}/digest`;
  }

  private origin(): string {
    return this.env.PUBLIC_URL.replace(/\/$/, '');
  }
}
