import type { AccountId } from '@domain/ids';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Env } from '../env/env.js';
import { PlatformDb } from '../tenancy/platform-db.js';
import { AlarmHandlers, type AlarmRun } from './alarm-handlers.js';
import { claimDue, freeClaimsOfTheDead, postpone, type ClaimedAlarm } from './alarm.queries.js';
import { EngineGate } from './engine-gate.js';
import { WorkerPresence } from './worker-presence.js';

/** How soon a due alarm is seen; meanwhile places become free, and one claim serves several alarms. */
const CLAIM_EVERY_MS = 100;
const REAP_EVERY_MS = 200;
/** Bounds what one killed process can leave half done. */
const IN_FLIGHT = 24;
/** Of those, for one account: a storm at one contractor leaves half of every worker to the others. */
const PER_ACCOUNT = 12;

/** Runs what is due. Any number of workers, no leader; polling is the truth, nothing waits in memory. */
@Injectable()
export class AlarmSweeper implements OnApplicationShutdown {
  private readonly logger = new Logger(AlarmSweeper.name);
  private presence?: WorkerPresence;
  private running?: Promise<unknown>;
  private stopping = false;
  /** The last sweep could not reach the database. */
  private wasAway = false;
  /** Under way, by what they are about. A slow provider holds up its own alarm only, never those behind it. */
  private readonly underWay = new Map<ClaimedAlarm, Promise<void>>();
  private finished: ClaimedAlarm[] = [];
  private handled = 0;
  private milestone = { at: Infinity, then: (): void => undefined };
  private readonly gate: EngineGate;

  constructor(
    private readonly env: Env,
    private readonly db: PlatformDb,
    private readonly handlers: AlarmHandlers,
  ) {
    this.gate = new EngineGate(db);
  }

  async start(): Promise<void> {
    this.stopping = false;
    this.presence = await this.announced();
    this.running = Promise.all([this.sweepLoop(), this.reapLoop()]);
  }

  /** `then` is called once, when this worker has handled so many alarms. */
  afterHandling(count: number, then: () => void): void {
    this.milestone = { at: count, then };
  }

  /** One pass: claims what is due and does it. Returns how many alarms it handled. Tests call it with their own clock. */
  async sweep(): Promise<number> {
    await freeClaimsOfTheDead(this.db);
    // Twice: the first claim may be all of one account, and leaves the room beyond its share to the others.
    const begun = (await this.begin()) + (await this.begin());
    await Promise.all(this.underWay.values());
    await this.release();
    return begun;
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

  private async sweepLoop(): Promise<void> {
    while (!this.stopping) {
      await this.release()
        .then(() => this.begin())
        .then(() => this.backAgain())
        .catch((error: unknown) => this.failedSweep(error));
      await pause(CLAIM_EVERY_MS);
    }
    await Promise.all(this.underWay.values());
    await this.release().catch((error: unknown) => this.failedSweep(error));
  }

  private async reapLoop(): Promise<void> {
    while (!this.stopping) {
      await freeClaimsOfTheDead(this.db).catch((error: unknown) => this.failedSweep(error));
      await pause(REAP_EVERY_MS);
    }
  }

  /** Claims as much as there is room for and begins it. Returns how many alarms it began. */
  private async begin(): Promise<number> {
    const room = IN_FLIGHT - this.underWay.size;
    if (room <= 0) return 0;
    this.presence ??= await this.announced();
    const { id: workerId } = this.presence;
    const kinds = this.handlers.kinds();
    const due = await claimDue(this.db, {
      workerId,
      kinds,
      limit: room,
      perAccount: PER_ACCOUNT,
      crowded: this.crowded(),
    });
    if (due.length === 0) await this.gate.look(workerId, kinds);
    for (const alarm of due) this.underWay.set(alarm, this.handle(alarm, { workerId, besides: [] }));
    return due.length;
  }

  private crowded(): string[] {
    const held = new Map<string, number>();
    for (const { account_id } of this.underWay.keys()) held.set(account_id, (held.get(account_id) ?? 0) + 1);
    return [...held].filter(([, count]) => count >= PER_ACCOUNT).map(([accountId]) => accountId);
  }

  private async handle(alarm: ClaimedAlarm, run: AlarmRun): Promise<void> {
    try {
      await this.handlers.get(alarm.kind)?.(alarm.account_id as AccountId, alarm.subject_id, run);
    } catch (error) {
      this.logger.error({
        event: 'alarms.handler-failed',
        kind: alarm.kind,
        subjectId: alarm.subject_id,
        error: String(error),
      });
    }
    this.underWay.delete(alarm);
    this.finished.push(alarm, ...run.besides);
    if (++this.handled === this.milestone.at) this.milestone.then();
  }

  /** A handler that moved its row re-armed or removed its alarm; an alarm still claimed was not moved, and comes back later. */
  private async release(): Promise<void> {
    const workerId = this.presence?.id;
    const done = this.finished;
    if (workerId === undefined || done.length === 0) return;
    this.finished = [];
    await postpone(this.db, workerId, done).catch((error: unknown) => {
      this.finished.push(...done);
      throw error;
    });
  }

  /** Others than this worker went without the database too: what they could not write down is looked for. */
  private async backAgain(): Promise<void> {
    if (this.wasAway) await this.handlers.returned();
    this.wasAway = false;
  }

  private failedSweep(error: unknown): void {
    this.wasAway = true;
    this.logger.error({ event: 'alarms.sweep-failed', error: String(error) });
  }
}
