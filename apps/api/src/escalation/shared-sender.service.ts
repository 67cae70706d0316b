import { chooseBusiness, type Business } from '@domain/escalation/choose-business';
import { whichBusinessText } from '@domain/escalation/storm-texts';
import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { AlertThreadsService } from '../on-call/alert-threads.service.js';
import { maySaySorry } from './reply-streak.queries.js';
import { SenderStandingService } from './sender-standing.service.js';

/** Who reads a text, and the part of it that is meant for them; or what is answered instead. */
export interface TextRoute {
  accounts: AccountId[];
  words: string;
  answer: string | null;
}

const NOBODY = { accounts: [], answer: null };

/**
 * A text to the sender that all contractors share belongs to the one it is about. Each is asked behind its own wall;
 * what one of them has open is never told in another's words.
 */
@Injectable()
export class SharedSenderService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly threads: AlertThreadsService,
    private readonly businesses: SenderStandingService,
  ) {}

  /** The same text delivered again goes the same way: what it changed meanwhile must not send it elsewhere. */
  async route(sms: { messageSid: string; from: string; body: string }): Promise<TextRoute> {
    const known = await this.threads.routeOf(sms.messageSid);
    const standing = await this.standing(sms.from);
    if (standing.length === 0) return { ...NOBODY, words: sms.body };
    const chosen = chooseBusiness(sms.body, standing);
    const words = chosen.kind === 'these' ? chosen.words : sms.body;
    if (known) return { accounts: known, words, answer: null };
    const accounts = chosen.kind === 'these' ? chosen.accountIds : [];
    const isFirst = await this.threads.keepRoute(sms.messageSid, accounts, this.clock.now());
    if (!isFirst || chosen.kind === 'these') return { accounts, words, answer: null };
    return { accounts, words, answer: await this.ask(standing, chosen.entries) };
  }

  private async standing(from: string): Promise<Business<AccountId>[]> {
    const accounts = await this.threads.accountsOf(from, this.clock.now());
    const known: Business<AccountId>[] = [];
    for (const accountId of accounts) {
      const business = await this.db.within(accountId, (tx) => this.businesses.of(tx, from));
      if (business) known.push(business);
    }
    return known;
  }

  /** Counts as a misunderstanding at the first of them, so that a machine is not asked for ever. */
  private async ask(
    standing: Business<AccountId>[],
    entries: { code: string; accountName: string }[],
  ): Promise<string | null> {
    const [first] = standing;
    if (!first) return null;
    const may = await this.db.within(first.accountId, (tx) => maySaySorry(tx, first.senderId, this.clock.now()));
    return may ? whichBusinessText(entries, first.language) : null;
  }
}
