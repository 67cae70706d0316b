import type { AccountId } from '@domain/ids';
import { CONFIRM_WITHIN_MS } from '@domain/on-call/hand-off-silence';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import { lookAtSilenceAgain, quietHoursOf } from './hand-off-notes.queries.js';
import { noRoster } from './on-call.errors.js';
import { OnCallRoster } from './on-call-roster.entity.js';
import type { QuietHoursView } from './quiet-hours.dto.js';

/** The hours in which nobody is woken by news that is no emergency. */
@Injectable()
export class QuietHoursService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** Throws `no-on-call-roster`. */
  read(accountId: AccountId): Promise<QuietHoursView> {
    return this.db.within(accountId, async (tx) => {
      const found = await quietHoursOf(tx);
      if (!found) throw noRoster();
      return found;
    });
  }

  /** News that waits for the old hours to end is looked at anew. Throws `no-on-call-roster`. */
  save(accountId: AccountId, { from, to }: QuietHoursView, actor: Actor): Promise<QuietHoursView> {
    return this.db.within(accountId, async (tx) => {
      if (!(await tx.lock(OnCallRoster, {}))) throw noRoster();
      await tx.update(OnCallRoster, {}, { quietFrom: from, quietTo: to });
      await lookAtSilenceAgain(tx, this.clock.now(), CONFIRM_WITHIN_MS);
      const about = { subjectId: tx.accountId, actor, data: { from, to } };
      await this.journal.record(tx, { event: 'on_call.quiet_hours_changed', ...about });
      return { from, to };
    });
  }
}
