import type { AccountId } from '@domain/ids';
import { mayDial, type E164 } from '@domain/phone/e164';
import { Telephony, type SendOutcome } from '@domain/ports/telephony';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { AccountDb } from '@platform/tenancy/account-db';
import { lineNumberOf } from './on-call.queries.js';

const VALID_FOR_SECONDS = 3600;

/** Texts to contacts that belong to no emergency: tests, and news about the team itself. Sent once, after the commit. */
@Injectable()
export class ContactTextService {
  constructor(
    private readonly db: AccountDb,
    private readonly telephony: Telephony,
    private readonly env: Env,
  ) {}

  /** Null when the account has no line to text from, or the number may not be texted. */
  async send(
    accountId: AccountId,
    to: { contactId: string; phone: string },
    body: string,
  ): Promise<SendOutcome | null> {
    const from = await this.db.within(accountId, (tx) => lineNumberOf(tx));
    if (from === null || !mayDial(to.phone as E164)) return null;
    const statusUrl = `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/twilio/message-status?account=${accountId}&contact=${to.contactId}`;
    return this.telephony.sendSms({
      ...{ from: from as E164, to: to.phone as E164, body, statusUrl },
      validForSeconds: VALID_FOR_SECONDS,
    });
  }
}
