import { nextDigestAt } from '@domain/digest/digest-schedule';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigService } from '../config/config.service.js';
import { DigestSchedule } from './digest-schedule.entity.js';
import { addSchedule, lastDigestDate, lockSchedule } from './digest.queries.js';
import type { DueDigest } from './digest.types.js';

/** When each account's digest is due: its own 06:00, on every day, whatever the clocks do that night. */
@Injectable()
export class DigestScheduleService {
  constructor(private readonly config: ConfigService) {}

  /**
   * The digest that is due, with the account's schedule locked so that of two workers the second finds nothing. Null
   * when nothing is due.
   */
  async takeDue(tx: AccountTx): Promise<DueDigest | null> {
    const schedule = await lockSchedule(tx);
    if (!schedule?.due || schedule.due > schedule.now) return null;
    return { due: schedule.due, now: schedule.now, previousEnd: schedule.previousEnd };
  }

  /** After a digest: remembers where it ended and arms the next one. */
  async moveOn(tx: AccountTx, now: Date, windowEnd: Date | null): Promise<void> {
    await tx.update(DigestSchedule, {}, { lastWindowEnd: windowEnd, ...(await this.next(tx, now)) });
  }

  /** Arms the alarm from the settings as they are now. One that is overdue stays due: its calls are still owed. */
  async rearm(tx: AccountTx): Promise<void> {
    await addSchedule(tx);
    const schedule = await lockSchedule(tx);
    if (!schedule) throw new Error('A digest schedule vanished inside its own transaction');
    const { digestEnabled } = await this.config.read(tx);
    const isOwed = schedule.due !== null && schedule.due <= schedule.now;
    if (isOwed && digestEnabled) return;
    await tx.update(DigestSchedule, {}, await this.next(tx, schedule.now));
  }

  private async next(tx: AccountTx, now: Date): Promise<Partial<DigestSchedule>> {
    const { digestEnabled, digestTime: time, timeZone } = await this.config.read(tx);
    // Switched on again after a month, it starts afresh instead of telling the month.
    if (!digestEnabled) return { nextDigestAt: null, lastWindowEnd: null };
    return { nextDigestAt: nextDigestAt(now, { time, timeZone }, await lastDigestDate(tx)) };
  }
}
