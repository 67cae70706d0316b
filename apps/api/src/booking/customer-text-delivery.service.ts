import type { AccountId } from '@domain/ids';
import type { E164 } from '@domain/phone/e164';
import { Clock } from '@domain/ports/clock';
import { Telephony, type SendOutcome } from '@domain/ports/telephony';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { customerLine, hasOptedOut } from './booking.queries.js';
import { claimText, endText, type ClaimedText } from './customer-texts.queries.js';

/** A confirmation may be read the next day. */
const VALID_FOR_SECONDS = 4 * 60 * 60;

interface Letter extends ClaimedText {
  id: string;
  from: E164;
}

/** Sends what was written for customers. */
@Injectable()
export class CustomerTextDelivery {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly telephony: Telephony,
    private readonly env: Env,
  ) {}

  /** Job `booking.text_customer`. A process that died in the middle is followed by one that asks before it sends again. */
  async deliver(accountId: AccountId, textId: string): Promise<void> {
    const letter = await this.db.within(accountId, (tx) => this.claim(tx, textId));
    if (!letter) return;
    const sid = letter.wasSending ? await this.traceOf(letter) : null;
    const outcome: SendOutcome = sid ? { kind: 'accepted', sid } : await this.send(accountId, letter);
    // Not known to have left: the queue comes back, and asks.
    if (outcome.kind === 'unknown') throw new Error(`text to a customer: ${outcome.reason}`);
    if (outcome.kind === 'refused' && !outcome.permanent) throw new Error(`text to a customer: ${outcome.code}`);
    await this.db.within(accountId, (tx) =>
      endText(
        tx,
        textId,
        outcome.kind === 'accepted'
          ? { state: 'sent', sid: outcome.sid, at: this.clock.now() }
          : { state: 'refused', reason: outcome.code },
      ),
    );
  }

  /** Looked at once more: a STOP may have come in between. */
  private async claim(tx: AccountTx, id: string): Promise<Letter | null> {
    const text = await claimText(tx, id, this.clock.now());
    if (!text) return null;
    const line = await customerLine(tx);
    const reason = !line?.mayText ? 'no_line' : (await hasOptedOut(tx, text.phone)) ? 'opted_out' : null;
    if (reason === null && line) return { ...text, id, from: line.number as E164 };
    await endText(tx, id, { state: 'unsendable', reason: reason ?? 'no_line' });
    return null;
  }

  private async traceOf({ from, phone, body, createdAt }: Letter): Promise<string | null> {
    const found = await this.telephony.findSms({ from, to: phone as E164, tag: body, since: createdAt });
    if (found.kind === 'unreachable') throw new Error('text to a customer: the carrier could not be asked');
    return found.kind === 'found' ? found.trace.sid : null;
  }

  private send(accountId: AccountId, { from, phone, body }: Letter): Promise<SendOutcome> {
    return this.telephony.sendSms({
      from,
      to: phone as E164,
      body,
      validForSeconds: VALID_FOR_SECONDS,
      statusUrl: `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/twilio/message-status?account=${accountId}`,
    });
  }
}
