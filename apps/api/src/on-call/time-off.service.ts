import { notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import { newId } from '@platform/tenancy/new-id';
import { noRoster } from './on-call.errors.js';
import { OnCallChangesService } from './on-call-changes.service.js';
import { OnCallService } from './on-call.service.js';
import { endTimeOff, insertTimeOff, lockOnCall } from './overrides.queries.js';
import { assertSpan } from './overrides.service.js';
import type { AddTimeOff } from './schedule.dto.js';
import type { TimeOffView } from './schedule-view.dto.js';

/** Vacations and days away: the rotation goes on to the next person, and says so. */
@Injectable()
export class TimeOffService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly onCall: OnCallService,
    private readonly changes: OnCallChangesService,
  ) {}

  /** Throws `wrong-span`, `contact-not-found`, `no-on-call-roster`. */
  add(accountId: AccountId, wanted: AddTimeOff, actor: Actor): Promise<TimeOffView> {
    const { contactId, startsAt, endsAt, reason = '' } = wanted;
    const off = { id: newId(), contactId, startsAt, endsAt, reason };
    return this.db.within(accountId, async (tx) => {
      assertSpan(off, this.clock.now());
      if (!(await lockOnCall(tx))) throw noRoster();
      const people = (await this.onCall.schedule(tx, this.clock.now())).people;
      if (!people.some((person) => person.contactId === contactId)) throw notFound('contact');
      await insertTimeOff(tx, off, this.clock.now());
      await this.changes.timeOffAdded(tx, off, await this.onCall.schedule(tx, this.clock.now()), actor);
      return off;
    });
  }

  /** Back early. Throws `time-off-not-found` when it is over. */
  end(accountId: AccountId, id: string, actor: Actor): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      await lockOnCall(tx);
      if (!(await endTimeOff(tx, id, this.clock.now()))) throw notFound('time off');
      await this.changes.timeOffEnded(tx, id, actor);
    });
  }
}
