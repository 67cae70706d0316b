import { notFound } from '@domain/errors/domain-error';
import { DAY_MS } from '@domain/on-call/local-time';
import { shiftsBetween } from '@domain/on-call/shifts';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { feedOfToken, liveFeed, type FeedRow } from './calendar-feeds.queries.js';
import { calendarText } from './calendar-text.js';
import { placeOf } from './on-call.queries.js';
import { OnCallService } from './on-call.service.js';

const DAYS_BACK = 14;
const DAYS_AHEAD = 78;

const noFeed = () => notFound('calendar');

/** A feed as a calendar app fetches it, with nothing but its address. */
@Injectable()
export class PublicCalendarService {
  constructor(
    private readonly db: AccountDb,
    private readonly platform: PlatformDb,
    private readonly clock: Clock,
    private readonly onCall: OnCallService,
  ) {}

  /** iCalendar text for a token. Throws `calendar-not-found` for an unknown and for a revoked one alike. */
  async text(token: string): Promise<string> {
    const found = await feedOfToken(this.platform, token);
    if (!found) throw noFeed();
    return this.db.within(found.accountId, async (tx) => {
      const feed = await liveFeed(tx, found.feedId);
      if (!feed) throw noFeed();
      return this.told(tx, feed);
    });
  }

  private async told(tx: AccountTx, feed: FeedRow): Promise<string> {
    const now = this.clock.now();
    const from = new Date(now.getTime() - DAYS_BACK * DAY_MS);
    const to = new Date(now.getTime() + DAYS_AHEAD * DAY_MS);
    const schedule = await this.onCall.schedule(tx, from);
    const wanted = shiftsBetween(schedule, from, to).filter(
      (shift) => feed.contactId === null || shift.contactId === feed.contactId,
    );
    return calendarText((await placeOf(tx)).business, wanted, now);
  }
}
