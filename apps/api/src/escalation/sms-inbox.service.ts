import { Injectable } from '@nestjs/common';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { AlertThreadsService } from '../on-call/alert-threads.service.js';
import { accountOfLine } from './inbox.queries.js';
import { ReplyDeskService } from './reply-desk.service.js';
import { SharedSenderService, type TextRoute } from './shared-sender.service.js';

export interface IncomingSms {
  messageSid: string;
  /** Our number, E.164: says which contractor is meant when a technician works for two. */
  to: string;
  /** E.164 of the sender. Both may carry the channel in front, e.g. `rcs:+13125550182`. */
  from: string;
  body: string;
}

/** Texts that come in on an account's line, or on the sender that all accounts share. */
@Injectable()
export class SmsInboxService {
  constructor(
    private readonly platform: PlatformDb,
    private readonly threads: AlertThreadsService,
    private readonly shared: SharedSenderService,
    private readonly desk: ReplyDeskService,
  ) {}

  /** What to answer at once, or null. A second delivery of the same text does nothing and answers nothing. */
  async receive(sms: IncomingSms): Promise<string | null> {
    const text = { ...sms, from: withoutChannel(sms.from), to: withoutChannel(sms.to) };
    const { accounts, words, answer } = await this.routeOf(text);
    const answers: (string | null)[] = [answer];
    for (const accountId of accounts) answers.push(await this.desk.read(accountId, { ...text, body: words }));
    return answers.find((one) => one !== null) ?? null;
  }

  private async routeOf(text: IncomingSms): Promise<TextRoute> {
    if (text.to === this.threads.sharedSender) return this.shared.route(text);
    const accountId = await accountOfLine(this.platform, text.to);
    return { accounts: accountId === null ? [] : [accountId], words: text.body, answer: null };
  }
}

const withoutChannel = (address: string): string => address.replace(/^[a-z]+:/i, '');
