import { Injectable } from '@nestjs/common';
import { realTime } from '../clock/real-time.js';
import { PlatformDb } from '../tenancy/platform-db.js';

const MINUTE_MS = 60_000;

/** A quota: so many requests in each minute of the clock on the wall. */
export interface RateQuota {
  name: 'user' | 'key' | 'account';
  perMinute: number;
}

/** How much of a quota is left, and the seconds until it is whole again. */
export interface RateLeft {
  quota: RateQuota;
  remaining: number;
  resetSeconds: number;
  isOver: boolean;
}

interface Count {
  /** What all replicas have reported, this one's reports included. */
  reported: number;
  /** Counted here since the last report. */
  fresh: number;
}

/**
 * Counts requests over all replicas. Each replica reports a sixtieth of the quota at a time and learns the sum, so that a
 * request in ten costs a statement and none waits for a hot row; what n replicas can let through too much is n sixtieths.
 */
@Injectable()
export class RateCounter {
  private minute = 0;
  private counts = new Map<string, Count>();
  private readonly now: () => number = realTime;

  constructor(private readonly db: PlatformDb) {}

  /** Takes one request out of the subject's quota. With the database away it counts for this replica alone. */
  async take(subject: string, quota: RateQuota): Promise<RateLeft> {
    const now = this.now();
    const count = await this.countOf(subject, Math.floor(now / MINUTE_MS));
    count.fresh += 1;
    if (count.fresh >= quota.perMinute / 60 && count.reported < quota.perMinute) await this.report(subject, count);
    const used = count.reported + count.fresh;
    return {
      quota,
      remaining: Math.max(0, quota.perMinute - used),
      resetSeconds: Math.ceil((MINUTE_MS - (now % MINUTE_MS)) / 1000),
      isOver: used > quota.perMinute,
    };
  }

  private async countOf(subject: string, minute: number): Promise<Count> {
    if (minute !== this.minute) await this.turnTo(minute);
    const count = this.counts.get(subject) ?? { reported: 0, fresh: 0 };
    this.counts.set(subject, count);
    return count;
  }

  private async turnTo(minute: number): Promise<void> {
    this.minute = minute;
    this.counts = new Map();
    await this.db.query(`delete from platform.rate_counts where minute < $1`, [minute - 2]).catch(() => undefined);
  }

  private async report(subject: string, count: Count): Promise<void> {
    const told = count.fresh;
    // Taken before the statement, so that requests that come meanwhile are counted once; given back when it fails.
    count.fresh = 0;
    count.reported += told;
    try {
      const [row] = await this.db.query<{ used: number }>(
        `insert into platform.rate_counts as r (subject, minute, used) values ($1, $2, $3)
         on conflict (subject, minute) do update set used = r.used + excluded.used returning used`,
        [subject, this.minute, told],
      );
      count.reported = Math.max(count.reported, row?.used ?? 0);
    } catch {
      count.fresh += told;
      count.reported -= told;
    }
  }
}
