/** How one wait on the virtual clock is called off; calling it twice does nothing. */
export type CancelTimer = () => void;

interface Timer {
  due: number;
  order: number;
  fire: () => void;
}

/** A wait never lasts less than this in real time, so that a very fast night still lets the other side breathe. */
const REAL_FLOOR_MS = 3;
/** setTimeout overflows above 2^31 - 1 ms; a longer wait is simply re-armed. */
const LONGEST_REAL_MS = 2_000_000_000;

/**
 * The simulator's time. Virtual time runs `scale` times as fast as real time from an anchor; scale 0 stops it.
 * Everything the telephone network does slowly (ringing, silence, delivery) waits here, so that a night passes in a minute.
 */
export class VirtualClock {
  private anchorReal = Date.now();
  private anchorVirtual = Date.now();
  private currentScale = 1;
  private jumping = false;
  private orders = 0;
  private timers: Timer[] = [];
  private alarm: NodeJS.Timeout | null = null;
  private lastChange: Promise<void> = Promise.resolve();
  private settle: () => Promise<void> = async () => undefined;

  /** What a jump waits for between two due timers: the webhooks that the first one set off. */
  settleWith(settle: () => Promise<void>): void {
    this.settle = settle;
  }

  get scale(): number {
    return this.currentScale;
  }

  /** Virtual epoch milliseconds. */
  now(): number {
    if (this.jumping) return this.anchorVirtual;
    return this.anchorVirtual + (Date.now() - this.anchorReal) * this.currentScale;
  }

  date(): Date {
    return new Date(this.now());
  }

  /** Runs `fire` after `ms` of virtual time. `fire` must not throw and must handle its own rejections. */
  after(ms: number, fire: () => void): CancelTimer {
    const timer: Timer = { due: this.now() + Math.max(0, ms), order: (this.orders += 1), fire };
    const position = this.timers.findIndex((other) => other.due > timer.due);
    this.timers.splice(position === -1 ? this.timers.length : position, 0, timer);
    this.arm();
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
      this.arm();
    };
  }

  /** Resolves after `ms` of virtual time; rejects with the signal's reason when it is aborted first. */
  wait(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const give = () => {
        cancel();
        reject(signal?.reason as Error);
      };
      const cancel = this.after(ms, () => {
        signal?.removeEventListener('abort', give);
        resolve();
      });
      signal?.addEventListener('abort', give, { once: true });
    });
  }

  /** Changes the speed, the hour or both, one change after the other. Going forward fires, in order, everything that falls due on the way. */
  set(change: { scale?: number; now?: Date }): Promise<void> {
    const done = this.lastChange.then(() => this.change(change));
    this.lastChange = done.catch(() => undefined);
    return done;
  }

  /** Drops every wait; used when the world is reset or closed. */
  clear(): void {
    this.timers = [];
    this.arm();
  }

  private async change(change: { scale?: number; now?: Date }): Promise<void> {
    const target = change.now?.getTime();
    if (target !== undefined && target > this.now()) await this.jumpTo(target);
    else if (target !== undefined) this.turnBackTo(target);
    this.anchor(this.now(), change.scale ?? this.currentScale);
  }

  private anchor(virtual: number, scale: number): void {
    this.anchorVirtual = virtual;
    this.anchorReal = Date.now();
    this.currentScale = scale;
    this.arm();
  }

  private async jumpTo(target: number): Promise<void> {
    this.anchor(this.now(), this.currentScale);
    this.jumping = true;
    try {
      for (let next = this.timers[0]; next && next.due <= target; next = this.timers[0]) {
        this.anchorVirtual = Math.max(this.anchorVirtual, next.due);
        this.fireNext();
        await this.settle();
      }
    } finally {
      this.jumping = false;
      this.anchor(target, this.currentScale);
    }
  }

  /** A wait keeps the time it had left: turning the clock back must not make a phone ring for a day. */
  private turnBackTo(target: number): void {
    const shift = target - this.now();
    for (const timer of this.timers) timer.due += shift;
    this.anchor(target, this.currentScale);
  }

  private fireNext(): void {
    const timer = this.timers.shift();
    timer?.fire();
  }

  private arm(): void {
    if (this.alarm) clearTimeout(this.alarm);
    this.alarm = null;
    const next = this.timers[0];
    if (!next || this.jumping || this.currentScale <= 0) return;
    const real = (next.due - this.now()) / this.currentScale;
    this.alarm = setTimeout(() => this.ring(), Math.min(Math.max(real, REAL_FLOOR_MS), LONGEST_REAL_MS));
  }

  private ring(): void {
    this.alarm = null;
    while (!this.jumping && this.timers[0] && this.timers[0].due <= this.now()) this.fireNext();
    this.arm();
  }
}
