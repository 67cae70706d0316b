import type { CalendarChoice } from '@domain/ports/calendar-consent';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { CurrentMember } from '../identity/identity.types.js';
import { CalendarConnectionRow } from './calendar-connection.entity.js';
import type { Given } from './calendar-consents.service.js';
import { CalendarVault } from './calendar-vault.service.js';
import { dropConnection, storeConnection } from './calendar.queries.js';

/** Which calendar is connected, in our rows and nowhere else. */
@Injectable()
export class CalendarLinkService {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
    private readonly vault: CalendarVault,
    private readonly jobs: Jobs,
  ) {}

  /** Connects the person's own calendar; another of theirs can be chosen afterwards. */
  async connect(member: CurrentMember, { refreshToken, calendars: [own] }: Given): Promise<void> {
    const { accountId } = member;
    const sealedToken = this.vault.seal(accountId, refreshToken);
    const row = { connectedAs: own.id, calendarId: own.id, calendarName: own.name, connectedBy: member.id };
    const before = await this.db.within(accountId, async (tx) => {
      const replaced = await tx.lock(CalendarConnectionRow, {});
      await storeConnection(tx, { ...row, sealedToken });
      await this.record(tx, member, 'calendar.connected');
      await this.fill(tx);
      return replaced;
    });
    // The same person's older permission ends with the newer at Google, so only somebody else's is given back.
    if (before?.sealedToken && before.connectedAs !== own.id) await this.vault.giveBack(accountId, before.sealedToken);
  }

  choose(member: CurrentMember, { id, name }: CalendarChoice): Promise<void> {
    return this.db.within(member.accountId, async (tx) => {
      await tx.update(CalendarConnectionRow, {}, { calendarId: id, calendarName: name, failureCode: null });
      await this.record(tx, member, 'calendar.chosen');
      await this.fill(tx);
    });
  }

  /**
   * Forgets the permission, then tells Google: a crash in between leaves it with nobody. False when Google could not be
   * told; true also when nothing was connected.
   */
  async disconnect(member: CurrentMember): Promise<boolean> {
    const { accountId } = member;
    const dropped = await this.db.within(accountId, async (tx) => {
      const row = await dropConnection(tx);
      if (row) await this.record(tx, member, 'calendar.disconnected');
      return row;
    });
    if (!dropped?.sealedToken) return true;
    return this.vault.giveBack(accountId, dropped.sealedToken);
  }

  /** What was booked before is put into it as well. */
  private fill(tx: AccountTx): Promise<void> {
    return this.jobs.enqueue(tx, 'booking.fill_calendar', { accountId: tx.accountId, id: tx.accountId });
  }

  private record(tx: AccountTx, { actor }: CurrentMember, event: string): Promise<void> {
    return this.journal.record(tx, { event, subjectId: null, actor });
  }
}
