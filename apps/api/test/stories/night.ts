import type { PlatformDb } from '@platform/tenancy/platform-db';
import { DateTime } from 'luxon';
import type { World } from '../../../simulator/src/world.js';
import type { PhoneNetwork } from './phone-network.js';
import type { Program } from './program.js';

/** While somebody is on the line the product looks at what is due every virtual second. */
const LIVE_STRIDE_MS = 1_000;
const LONGEST_STRIDE_MS = 3_600_000;
const SWEEPS_AT_ONE_INSTANT = 50;

/** Time in the story: it stands still until the story lets it pass, for the network, the product and its database together. */
export class Night {
  private stride = LIVE_STRIDE_MS;
  private lastSeen = 0;

  constructor(
    private readonly world: World,
    private readonly network: PhoneNetwork,
    private readonly database: PlatformDb,
  ) {}

  /** Set once the program runs; before that only the clocks move. */
  program?: Program;

  get now(): number {
    return this.world.clock.now();
  }

  async pass(seconds: number): Promise<void> {
    const until = this.now + seconds * 1000;
    await this.settle();
    while (this.now < until) await this.step(until);
  }

  /** As far as nothing can be missed, and not past `until`. */
  async step(until: number): Promise<void> {
    await this.moveTo(Math.min(until, this.now + (await this.nextStride())));
  }

  /** On to the next `21:22` (or `sat 21:22`) of this zone, with everything that falls due on the way. */
  async until(wallClock: string, zone: string): Promise<void> {
    await this.pass((nextTime(wallClock, zone, this.now) - this.now) / 1000);
  }

  /** Everything that is due at this instant, and what it sets off. */
  async settle(): Promise<void> {
    for (let sweeps = 0; sweeps < SWEEPS_AT_ONE_INSTANT; sweeps += 1) {
      await this.world.courier.settled();
      if (((await this.program?.sweep()) ?? 0) === 0) return;
    }
    throw new Error('The product finds something due again and again at one instant');
  }

  async moveTo(instant: number): Promise<void> {
    await this.world.clock.set({ now: new Date(instant) });
    await this.database.query(
      `update platform.clock set anchor_real = clock_timestamp(), anchor_virtual = $1, scale = 0`,
      [new Date(instant)],
    );
    await this.settle();
  }

  /** Small steps while things happen, growing ones while nothing does, never past the product's next alarm. */
  private async nextStride(): Promise<number> {
    const seen = this.world.log.find({ limit: 1 })[0]?.seq ?? 0;
    const quiet = seen === this.lastSeen && (await this.network.liveCalls()).length === 0;
    this.lastSeen = seen;
    this.stride = quiet ? Math.min(this.stride * 2, LONGEST_STRIDE_MS) : LIVE_STRIDE_MS;
    return quiet ? Math.min(this.stride, await this.untilNextAlarm()) : LIVE_STRIDE_MS;
  }

  private async untilNextAlarm(): Promise<number> {
    const [alarm] = await this.database.query<{ due: Date | null }>(`select min(due_at) as due from routing.alarms`);
    const wait = alarm?.due ? alarm.due.getTime() - this.now : LONGEST_STRIDE_MS;
    return Math.max(LIVE_STRIDE_MS, wait);
  }
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function nextTime(wallClock: string, zone: string, after: number): number {
  const [time = '', day] = wallClock.split(' ').reverse();
  const [hour, minute] = time.split(':').map(Number);
  const today = DateTime.fromMillis(after, { zone }).set({ hour, minute, second: 0, millisecond: 0 });
  const days = [0, 1, 2, 3, 4, 5, 6, 7].map((ahead) => today.plus({ days: ahead }));
  const found = days.find((one) => one.toMillis() > after && (!day || WEEKDAYS[one.weekday - 1] === day));
  if (!found) throw new Error(`no such time: ${wallClock}`);
  return found.toMillis();
}
