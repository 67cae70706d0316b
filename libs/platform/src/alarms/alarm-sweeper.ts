import type { AccountId } from '@domain/ids';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Env } from '../env/env.js';
import { PlatformDb } from '../tenancy/platform-db.js';
import { AlarmHandlers } from './alarm-handlers.js';
import { claimDue, freeClaimsOfTheDead, postpone, type ClaimedAlarm } from './alarm.queries.js';
import { WorkerPresence } from './worker-presence.js';

const SWEEP_EVERY_MS = 200;
/** Small, because it bounds what one killed process can leave half done. */
const IN_FLIGHT = 16;

/** Runs what is due. Any number of workers, no leader; polling is the truth, nothing waits in memory. */
@Injectable()
export class AlarmSweeper implements OnApplicationShutdown {
  private readonly logger = new Logger(AlarmSweeper.name);
  private presence?: WorkerPresence;
  private running?: Promise<void>;
  private stopping = false;

  constructor(
    private readonly env: Env,
    private readonly db: PlatformDb,
    private readonly handlers: AlarmHandlers,
  ) {}

  async start(): Promise<void> {
    this.stopping = false;
    this.presence = await this.announced();
    this.running = this.loop();
  }

  /** One pass: claims what is due and does it. Returns how many alarms it handled. Tests call it with their own clock. */
  async sweep(): Promise<number> {
    this.presence ??= await this.announced();
    const workerId = this.presence.id;
    await freeClaimsOfTheDead(this.db);
    const due = await claimDue(this.db, workerId, this.handlers.kinds(), IN_FLIGHT);
    await Promise.all(due.map((alarm) => this.handle(workerId, alarm)));
    return due.length;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
    await this.presence?.leave();
    this.presence = undefined;
  }

  private async announced(): Promise<WorkerPresence> {
    const presence = new WorkerPresence(this.env.DATABASE_URL, () => {
      this.presence = undefined;
    });
    await presence.announce();
    return presence;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      const handled = await this.sweep().catch((error: unknown) => this.failedSweep(error));
      if (handled < IN_FLIGHT) await pause(SWEEP_EVERY_MS);
    }
  }

  private failedSweep(error: unknown): number {
    this.logger.error({ event: 'alarms.sweep-failed', error: String(error) });
    return 0;
  }

  /** A handler that moved its row re-armed or removed its alarm; an alarm still claimed was not moved, and comes back later. */
  private async handle(workerId: string, alarm: ClaimedAlarm): Promise<void> {
    try {
      await this.handlers.get(alarm.kind)?.(alarm.account_id as AccountId, alarm.subject_id);
    } catch (error) {
      this.logger.error({
        event: 'alarms.handler-failed',
        kind: alarm.kind,
        subjectId: alarm.subject_id,
        error: String(error),
      });
    }
    await postpone(this.db, workerId, alarm);
  }
}
