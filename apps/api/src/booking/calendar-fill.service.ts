import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { AccountDb } from '@platform/tenancy/account-db';
import { forgetEntries } from './calendar-entries.queries.js';

/** A calendar was connected or chosen, and what is booked belongs in it. */
@Injectable()
export class CalendarFillService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Job `booking.fill_calendar`. What is there already is recognised by its name. */
  fill(accountId: AccountId): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      for (const id of await forgetEntries(tx, this.clock.now()))
        await this.jobs.enqueue(tx, 'booking.follow_calendar', { accountId, id }, { singletonKey: `${id}/filled` });
    });
  }
}
