import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import type { CalendarFailure } from '@domain/ports/calendar';
import { Injectable, Logger } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { MailRoomService } from '../identity/mail-room.service.js';
import { accountName, markLost, noteLook, ownersOf } from './calendar.queries.js';

type Outcome = CalendarFailure | { kind: 'ok' | 'conflict' };

/** Keeps how the calendar answered, and tells the owners once when its permission is gone. */
@Injectable()
export class CalendarBook {
  private readonly logger = new Logger(CalendarBook.name);

  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly mailRoom: MailRoomService,
  ) {}

  async note(accountId: AccountId, sealedToken: string, outcome: Outcome): Promise<void> {
    if (outcome.kind === 'disconnected') return this.lost(accountId, sealedToken);
    const failure = outcome.kind === 'unavailable' ? outcome.reason : null;
    if (failure !== null) this.logger.warn({ event: 'calendar.unavailable', accountId, reason: failure });
    const look = { at: this.clock.now(), failure };
    await this.db.within(accountId, (tx) => noteLook(tx, sealedToken, look));
  }

  private async lost(accountId: AccountId, sealedToken: string): Promise<void> {
    await this.db.within(accountId, async (tx) => {
      if (!(await markLost(tx, sealedToken, this.clock.now()))) return;
      this.logger.warn({ event: 'calendar.lost', accountId });
      await this.journal.record(tx, { event: 'calendar.lost', subjectId: null, actor: { type: 'system' } });
      await this.tellOwners(tx);
    });
  }

  /** Written down with the loss and sent by a job: a crash in between loses neither. */
  private async tellOwners(tx: AccountTx): Promise<void> {
    const business = await accountName(tx);
    for (const owner of await ownersOf(tx))
      await this.mailRoom.post(tx.query.bind(tx), owner, { kind: 'calendar-lost', business });
  }
}
