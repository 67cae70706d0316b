import { notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { LONGEST_BUSY_MS } from '@domain/on-call/busy-words';
import { onCallAt } from '@domain/on-call/on-call-at';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { endBusy, insertBusy } from './busy.queries.js';
import { noRoster, wrongSpan } from './on-call.errors.js';
import { OnCallChangesService } from './on-call-changes.service.js';
import { OnCallService } from './on-call.service.js';
import { lockOnCall } from './overrides.queries.js';
import type { BusyView } from './schedule-view.dto.js';

/** Who is paged after everybody else for a while, because they said that they are busy. The plan does not change. */
@Injectable()
export class BusyService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly onCall: OnCallService,
    private readonly changes: OnCallChangesService,
  ) {}

  /** From now until `endsAt`. Throws `wrong-span` beyond twelve hours, `contact-not-found`, `no-on-call-roster`. */
  add(accountId: AccountId, wanted: { contactId: string; endsAt: Date }, actor: Actor): Promise<BusyView> {
    return this.db.within(accountId, async (tx) => {
      const { people } = await this.onCall.schedule(tx, this.clock.now());
      if (!people.some(({ contactId, isActive }) => contactId === wanted.contactId && isActive))
        throw notFound('contact');
      return (await this.start(tx, wanted, actor)).busy;
    });
  }

  /** Free again. Throws `busy-not-found` when it is over. */
  end(accountId: AccountId, id: string, actor: Actor): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      if (!(await this.stop(tx, { id }, actor))) throw notFound('busy');
    });
  }

  /** A new length takes the old one's place. `firstName`: who is paged first meanwhile; null: nobody but them is there. */
  async start(
    tx: AccountTx,
    { contactId, endsAt }: { contactId: string; endsAt: Date },
    actor: Actor,
  ): Promise<{ busy: BusyView; firstName: string | null }> {
    const now = this.clock.now();
    if (endsAt <= now || endsAt.getTime() - now.getTime() > LONGEST_BUSY_MS) throw wrongSpan();
    if (!(await lockOnCall(tx))) throw noRoster();
    await endBusy(tx, { contactId }, now);
    const planned = onCallAt(await this.onCall.schedule(tx, now), now).primary.contactId;
    const busy = { id: newId(), contactId, startsAt: now, endsAt };
    await insertBusy(tx, busy, actor, now);
    const first = onCallAt(await this.onCall.schedule(tx, now), now).primary;
    const relievedBy = planned === contactId && first.contactId !== contactId ? first.contactId : null;
    await this.changes.busySaid(tx, busy, relievedBy, actor);
    return { busy, firstName: first.contactId === contactId ? null : first.name };
  }

  /** False when this person is not busy. */
  async stop(tx: AccountTx, which: { contactId: string } | { id: string }, actor: Actor): Promise<boolean> {
    const now = this.clock.now();
    if (!(await lockOnCall(tx))) return false;
    const before = onCallAt(await this.onCall.schedule(tx, now), now).primary.contactId;
    const ended = await endBusy(tx, which, now);
    if (!ended) return false;
    const after = onCallAt(await this.onCall.schedule(tx, now), now).primary.contactId;
    await this.changes.busyEnded(tx, ended, after === ended.contactId && before !== after ? before : null, actor);
    return true;
  }
}
