import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { TeamAnswer } from '../on-call/on-call.types.js';
import { CrewTextsService } from './crew-texts.service.js';
import { isFirstDelivery } from './inbox.queries.js';
import { nothing, type ReadReply } from './read-reply.js';
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
    private readonly crew: CrewTextsService,
    private readonly reader: ReplyReaderService,
    private readonly effects: ReplyEffectsService,
  ) {}

  /** What to answer at once, or null. A second delivery of the same text does nothing and answers nothing. */
  async read(accountId: AccountId, text: ReceivedText): Promise<string | null> {
    const read = await this.db.within(accountId, async (tx) =>
      (await isFirstDelivery(tx, text.messageSid)) ? this.heard(tx, text) : null,
    );
    if (!read) return null;
    await this.effects.perform(accountId, read);
    return read.answer;
  }

  private async heard(tx: AccountTx, { from, body }: ReceivedText): Promise<ReadReply> {
    const team = await this.crew.hear(tx, from, body);
    return team ? this.answered(tx, from, team) : this.reader.read(tx, from, body);
  }

  private async answered(tx: AccountTx, from: string, team: TeamAnswer): Promise<ReadReply> {
    const passed = team.answerIfPassed === undefined ? null : await this.reader.passAll(tx, from);
    return { ...nothing, news: passed?.news ?? null, answer: passed ? (team.answerIfPassed ?? null) : team.answer };
  }
}
