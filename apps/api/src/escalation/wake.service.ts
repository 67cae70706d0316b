import { wakeStatistics, type WakeStatistics } from '@domain/escalation/wake';
import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { ConfigService } from '../config/config.service.js';
import { wakePages } from './wake.queries.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What being on call cost each person. */
@Injectable()
export class WakeService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly config: ConfigService,
  ) {}

  /** Of the last `days` days; people who were never paged are absent. */
  statistics(accountId: AccountId, days: number): Promise<WakeStatistics[]> {
    const since = new Date(this.clock.now().getTime() - days * DAY_MS);
    return this.db.within(accountId, async (tx) => {
      const { timeZone } = await this.config.read(tx);
      return wakeStatistics(await wakePages(tx, since), timeZone);
    });
  }
}
