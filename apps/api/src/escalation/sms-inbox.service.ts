import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { accountOfLine, isFirstDelivery } from './inbox.queries.js';
import { ReplyEffectsService } from './reply-effects.service.js';
import { ReplyReaderService } from './reply-reader.service.js';

export interface IncomingSms {
  messageSid: string;
  /** Our number, E.164: says which contractor is meant when a technician works for two. */
  to: string;
  /** E.164 of the sender. */
  from: string;
  body: string;
}

/** Texts that come in on an account's line. */
@Injectable()
export class SmsInboxService {
  constructor(
    private readonly db: AccountDb,
    private readonly platform: PlatformDb,
    private readonly reader: ReplyReaderService,
    private readonly effects: ReplyEffectsService,
  ) {}

  /** What to answer at once, or null. A second delivery of the same text does nothing and answers nothing. */
  async receive(sms: IncomingSms): Promise<string | null> {
    const accountId = await accountOfLine(this.platform, sms.to);
    if (accountId === null) return null;
    const read = await this.db.within(accountId, async (tx) =>
      (await isFirstDelivery(tx, sms.messageSid)) ? this.reader.read(tx, sms.from, sms.body) : null,
    );
    if (!read) return null;
    await this.effects.perform(accountId, read);
    return read.answer;
  }
}
