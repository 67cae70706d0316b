import { DateTime } from 'luxon';
import type { World } from '../world.js';

/** Shorter gaps are lived through: the ladder, the report and the recording are at work in them. */
const WORTH_SKIPPING_MS = 4 * 60_000;
/** Nightdesk gets this much real time between a jump and the next step, to do what fell due in the hours skipped. */
const LEAD_IN_REAL_MS = 1_000;
const API_ANSWERS_WITHIN_MS = 5_000;

/** Moves the simulator's clock and Nightdesk's development clock together. */
export class NightClock {
  constructor(
    private readonly world: World,
    private readonly speed: number,
    private readonly zone: string,
    private readonly evening: string,
  ) {}

  /** The instant of a wall-clock time on the evening (day 0) or a following day, in the account's zone. */
  at(day: number, time: string): number {
    return DateTime.fromISO(`${this.evening}T${time}`, { zone: this.zone }).plus({ days: day }).toMillis();
  }

  /** Lets time run at the night's speed until the moment has come; a long gap is jumped over once `idle` resolves. */
  async until(moment: number, idle: () => Promise<unknown>): Promise<void> {
    const leadIn = LEAD_IN_REAL_MS * this.speed;
    const isWorthSkipping = () => moment - this.world.clock.now() > WORTH_SKIPPING_MS + leadIn;
    if (isWorthSkipping()) await idle();
    if (isWorthSkipping()) await this.jumpTo(moment - leadIn);
    await this.world.clock.wait(moment - this.world.clock.now());
  }

  async jumpTo(moment: number): Promise<void> {
    const now = new Date(moment);
    await this.moveNightdesk(now, this.speed);
    await this.world.clock.set({ now, scale: this.speed });
  }

  /** Leaves the night at real-time speed. */
  async slowDown(): Promise<void> {
    await this.moveNightdesk(this.world.clock.date(), 1);
    await this.world.clock.set({ scale: 1 });
  }

  local(): string {
    return DateTime.fromMillis(this.world.clock.now(), { zone: this.zone }).toFormat('ccc h:mm:ss a');
  }

  private async moveNightdesk(now: Date, scale: number): Promise<void> {
    const url = `${this.world.settings.apiUrl}/api/dev/clock`;
    const response = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now: now.toISOString(), scale }),
      signal: AbortSignal.timeout(API_ANSWERS_WITHIN_MS),
    });
    if (!response.ok) throw new Error(`Nightdesk's development clock refused: HTTP ${response.status} from ${url}`);
  }
}

/** The coming Thursday (PRD §13: "Thursday night"), today included, as a date in the account's zone. */
export function comingThursday(now: Date, zone: string): string {
  const today = DateTime.fromJSDate(now, { zone });
  const thursday = today.plus({ days: (4 - today.weekday + 7) % 7 });
  const tooLate = thursday.hasSame(today, 'day') && today.hour >= 19;
  return (tooLate ? thursday.plus({ weeks: 1 }) : thursday).toISODate() ?? '';
}
