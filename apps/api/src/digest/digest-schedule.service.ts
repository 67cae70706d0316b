import { nextDigestAt } from '@domain/digest/digest-schedule';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigService } from '../config/config.service.js';
import { DigestSchedule } from './digest-schedule.entity.js';
import { addSchedule, lastDigestDate } from './digest.queries.js';
import type { DueDigest } from './digest.types.js';

/** When each account's digest is due: its own 06:00, on every day, whatever the clocks do that night. */
@Injectable()
export class DigestScheduleService {
  constructor(
    private readonly clock: Clock,
    private readonly config: ConfigService,
  ) {}

  /**
   * The digest that is due, with the account's schedule locked so that of two workers the second finds nothing. Null
   * when nothing is due.
   */
  async takeDue(tx: AccountTx): Promise<DueDigest | null> {
    const schedule = await tx.lock(DigestSchedule, {});
    const now = this.clock.now();
    if (!schedule?.nextDigestAt || schedule.nextDigestAt > now) return null;
    return { due: schedule.nextDigestAt, now, previousEnd: schedule.lastWindowEnd };
  }

  /** After a digest: remembers where it ended and arms the next one. */
  async moveOn(tx: AccountTx, windowEnd: Date | null): Promise<void> {
    await tx.update(DigestSchedule, {}, { lastWindowEnd: windowEnd, ...(await this.next(tx)) });
  }

  /** Arms the alarm from the settings as they are now. One that is overdue stays due: its calls are still owed. */
  async rearm(tx: AccountTx): Promise<void> {
    await addSchedule(tx);
    const schedule = await tx.lock(DigestSchedule, {});
    const { digestEnabled } = await this.config.read(tx);
    const overdue = schedule?.nextDigestAt && schedule.nextDigestAt <= this.clock.now();
    if (overdue && digestEnabled) return;
    await tx.update(DigestSchedule, {}, await this.next(tx));
  }

  private async next(tx: AccountTx): Promise<Partial<DigestSchedule>> {
    const { digestEnabled, digestTime: time, timeZone } = await this.config.read(tx);
    // Switched on again after a month, it starts afresh instead of telling the month.
    if (!digestEnabled) return { nextDigestAt: null, lastWindowEnd: null };
    return { nextDigestAt: nextDigestAt(this.clock.now(), { time, timeZone }, await lastDigestDate(tx)) };
  }
}
