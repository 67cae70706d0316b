import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { isFirstDelivery } from './inbox.queries.js';
import { ReplyEffectsService } from './reply-effects.service.js';
import { ReplyReaderService } from './reply-reader.service.js';

/** A text that came in, as one account sees it. */
export interface ReceivedText {
  messageSid: string;
  from: string;
  body: string;
}

/** Reads a text in the one account it is for. */
@Injectable()
export class ReplyDeskService {
  constructor(
    private readonly db: AccountDb,
    private readonly reader: ReplyReaderService,
    private readonly effects: ReplyEffectsService,
  ) {}

  /** What to answer at once, or null. A second delivery of the same text does nothing and answers nothing. */
  async read(accountId: AccountId, text: ReceivedText): Promise<string | null> {
    const read = await this.db.within(accountId, async (tx) =>
      (await isFirstDelivery(tx, text.messageSid)) ? this.reader.read(tx, text.from, text.body) : null,
    );
    if (!read) return null;
    await this.effects.perform(accountId, read);
    return read.answer;
  }
}
