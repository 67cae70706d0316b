import { Logger } from '@nestjs/common';
import { monotonicTime } from '../clock/real-time.js';
import type { PlatformDb } from '../tenancy/platform-db.js';
import { leftAlone } from './alarm.queries.js';

const ASK_EVERY_MS = 3_000;
const SAY_EVERY_MS = 60_000;

/**
 * Says aloud that the engine's version keeps this worker from its work (law 3). The gate itself is part of the claim, where
 * "too old" and "nothing is due" look the same; without these words a release whose new workers never came would be silent.
 */
export class EngineGate {
  private readonly logger = new Logger(EngineGate.name);
  private askedAt = -Infinity;
  private saidAt = -Infinity;

  constructor(private readonly db: PlatformDb) {}

  /** For a worker that has claimed nothing. `at` in milliseconds of a clock that only moves on. */
  async look(workerId: string, kinds: string[], at = monotonicTime()): Promise<void> {
    if (at - this.askedAt < ASK_EVERY_MS || at - this.saidAt < SAY_EVERY_MS) return;
    this.askedAt = at;
    const [left] = await leftAlone(this.db, workerId, kinds);
    if (!left || left.due === 0) return;
    this.saidAt = at;
    this.logger.error({ event: 'alarms.engine-outdated', ...left });
  }
}
