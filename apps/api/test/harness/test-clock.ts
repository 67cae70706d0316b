import { Clock } from '@domain/ports/clock';
import type { PlatformDb } from '@platform/tenancy/platform-db';

/** A clock that stands still until a test moves it, in this process and in the database's app_now() together. */
export class TestClock extends Clock {
  private instant = new Date('2026-02-13T03:22:00Z'); // Thursday 9:22 PM in Chicago

  constructor(private readonly db?: PlatformDb) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  async set(at: Date | string): Promise<void> {
    this.instant = new Date(at);
    await this.db?.query(`update platform.clock set anchor_real = clock_timestamp(), anchor_virtual = $1, scale = 0`, [
      this.instant,
    ]);
  }

  async advance(seconds: number): Promise<void> {
    await this.set(new Date(this.instant.getTime() + seconds * 1000));
  }
}
