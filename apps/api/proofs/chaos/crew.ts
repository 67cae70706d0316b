import type { LocalProcess } from '@platform/local/child-process';
import { setTimeout as pause } from 'node:timers/promises';
import type { LocalStack } from '../../local/local-stack.js';

const POLL_MS = 20;

/** The workers of a chaos run: kept at their number, however often one is killed. */
export class ChaosCrew {
  kills = 0;
  /** How long it was tried to kill one after the other. */
  killingSeconds = 0;
  private readonly workers: LocalProcess[] = [];
  private killing?: Promise<void>;
  private isOver = false;

  constructor(
    private readonly stack: LocalStack,
    private readonly size: number,
  ) {}

  /** Resolves when all of them work. */
  async start(): Promise<void> {
    while (this.workers.length < this.size) this.workers.push(await this.stack.startWorker());
    while (this.atWork().length < this.size) await pause(POLL_MS);
  }

  /**
   * Kills one of those at work every `everyMs` with SIGKILL, until `rest`; its successor is started in the same moment.
   * `size` are at work before each kill, one fewer after it. Nobody is killed while fewer are at work: a machine that only
   * starts processes sends nothing. Such a kill is made up for as soon as there are enough.
   */
  killEvery(everyMs: number): void {
    this.isOver = false;
    this.killing = this.killLoop(everyMs);
  }

  async rest(): Promise<void> {
    this.isOver = true;
    await this.killing;
  }

  /** Everybody dies at once; nobody comes back until `start`. */
  killAll(): void {
    for (const worker of this.workers.splice(0)) this.kill(worker);
  }

  private async killLoop(everyMs: number): Promise<void> {
    const [from, before] = [performance.now(), this.kills];
    for (; !this.isOver; await pause(POLL_MS)) {
      const owed = 1 + Math.floor((performance.now() - from) / everyMs);
      const [oldest, ...others] = this.atWork();
      if (this.kills - before >= owed || !oldest || others.length < this.size - 1) continue;
      this.workers.splice(this.workers.indexOf(oldest), 1);
      this.kill(oldest);
      this.workers.push(await this.stack.startWorker());
    }
    this.killingSeconds += (performance.now() - from) / 1000;
  }

  private atWork(): LocalProcess[] {
    return this.workers.filter((worker) => worker.hasSaid('worker.started'));
  }

  private kill(worker: LocalProcess): void {
    worker.kill('SIGKILL');
    this.kills += 1;
  }
}
