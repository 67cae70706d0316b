import { Clock } from '@domain/ports/clock';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { PlatformDb } from '../tenancy/platform-db.js';

interface ClockRow {
  anchor_real: Date;
  anchor_virtual: Date;
  scale: number;
}

const FOLLOW_EVERY_MS = 200;

/**
 * Follows the row that app_now() reads, so that TypeScript and SQL agree while a demo night passes in a minute.
 * Bound only when CLOCK_SCALE is set.
 */
@Injectable()
export class DevelopmentClock extends Clock implements OnModuleInit, OnModuleDestroy {
  private anchorReal = Date.now();
  private anchorVirtual = Date.now();
  private scale = 1;
  private timer?: NodeJS.Timeout;

  constructor(private readonly db: PlatformDb) {
    super();
  }

  now(): Date {
    return new Date(this.anchorVirtual + (Date.now() - this.anchorReal) * this.scale);
  }

  async onModuleInit(): Promise<void> {
    await this.follow();
    this.timer = setInterval(() => void this.follow().catch(() => undefined), FOLLOW_EVERY_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Moves the clock of every process. `scale`: virtual seconds per real second. */
  async move(now: Date, scale: number): Promise<void> {
    await this.db.query(`update platform.clock set anchor_real = clock_timestamp(), anchor_virtual = $1, scale = $2`, [
      now,
      scale,
    ]);
    await this.follow();
  }

  private async follow(): Promise<void> {
    const [row] = await this.db.query<ClockRow>('select anchor_real, anchor_virtual, scale from platform.clock');
    if (!row) return;
    this.anchorReal = row.anchor_real.getTime();
    this.anchorVirtual = row.anchor_virtual.getTime();
    this.scale = row.scale;
  }
}
