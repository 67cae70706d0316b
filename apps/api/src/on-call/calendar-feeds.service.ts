import { notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import { newId } from '@platform/tenancy/new-id';
import { randomBytes } from 'node:crypto';
import { feeds, feedTokenHash, insertFeed, revokeFeed, type FeedRow } from './calendar-feeds.queries.js';
import { Contact } from './contact.entity.js';
import type { FeedView, NewFeedView } from './feeds.dto.js';

/** The on-call plan for people's own calendars, behind an address that nobody can guess and anybody here can revoke. */
@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly env: Env,
  ) {}

  list(accountId: AccountId): Promise<FeedView[]> {
    return this.db.within(accountId, (tx) => feeds(tx));
  }

  /** The address is shown this once; only its hash is kept. Throws `contact-not-found`. */
  add(accountId: AccountId, contactId: string | null, actor: Actor): Promise<NewFeedView> {
    const token = randomBytes(32).toString('base64url');
    return this.db.within(accountId, async (tx) => {
      if (contactId !== null && !(await tx.findOne(Contact, { id: contactId }))) throw notFound('contact');
      const feed: FeedRow = { id: newId(), contactId, createdAt: this.clock.now() };
      await insertFeed(tx, feed, feedTokenHash(token));
      await this.journal.record(tx, { event: 'on_call.feed_added', subjectId: feed.id, actor, data: { contactId } });
      return { ...feed, url: `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/v1/calendars/${token}.ics` };
    });
  }

  /** Throws `calendar-not-found`. */
  revoke(accountId: AccountId, id: string, actor: Actor): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      if (!(await revokeFeed(tx, id, this.clock.now()))) throw notFound('calendar');
      await this.journal.record(tx, { event: 'on_call.feed_revoked', subjectId: id, actor });
    });
  }
}
