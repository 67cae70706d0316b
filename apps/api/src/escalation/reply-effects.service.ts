import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { ContactTextService } from '../on-call/contact-text.service.js';
import { CallerLineService } from './caller-line.service.js';
import type { ReadReply } from './read-reply.js';

/** What a reply leads to outside our rows, once they have committed. */
@Injectable()
export class ReplyEffectsService {
  constructor(
    private readonly callerLine: CallerLineService,
    private readonly texts: ContactTextService,
  ) {}

  async perform(accountId: AccountId, { news, notice }: ReadReply): Promise<void> {
    await this.callerLine.say(news);
    if (notice) await this.texts.send(accountId, notice.to, notice.body);
  }
}
