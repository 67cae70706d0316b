import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosCarrier } from './carrier.js';
import { CODE, type Laid } from './ground.js';
import type { LineAnswer, Taken } from './log.js';
import { incomingText } from './wire.js';
import { isPageOf } from '../night/record.js';

/** Milliseconds from a person's first page to their answer; who is left out sleeps. */
type Habit = Partial<Record<'onCall' | 'backup' | 'owner', number>>;

/** The steps lie two seconds apart: these answers come with a page, with the next step, with each other, or late. */
const HABITS: readonly Habit[] = [{ onCall: 400 }, { onCall: 1950 }, { onCall: 2300, backup: 200 }, { owner: 300 }];
const GIVE_OR_TAKE_MS = 150;

const TRIES = 20;
const TRY_AGAIN_MS = 500;

/** People who take their emergencies by text, as soon after their page as each of them is used to. */
export class Technicians {
  readonly answers: LineAnswer[] = [];
  private readonly habits = new Map<string, number>();
  private messages = 0;

  /** `inboxUrl`: where the network delivers texts to the contractors' lines. */
  constructor(
    private readonly carrier: ChaosCarrier,
    private readonly inboxUrl: string,
    laid: readonly Laid[],
  ) {
    laid.forEach((ladder, nth) => {
      for (const [who, after] of Object.entries(HABITS[nth % HABITS.length] ?? {}) as ['onCall', number][])
        this.habits.set(`${ladder.line} ${ladder[who]}`, after);
    });
  }

  /** A text has arrived on somebody's phone; only the first page makes them answer. */
  readonly read = ({ kind, from: line, to, body }: Taken): void => {
    const after = this.habits.get(`${line} ${to}`);
    if (after === undefined || kind !== 'text' || !isPageOf(body, CODE)) return;
    this.habits.delete(`${line} ${to}`);
    void this.answer(line, to, after + (Math.random() * 2 - 1) * GIVE_OR_TAKE_MS);
  };

  private async answer(line: string, from: string, afterMs: number): Promise<void> {
    await pause(afterMs);
    const at = Date.now();
    const text = incomingText({ from, to: line, body: '1' }, (this.messages += 1));
    if (!(await this.isDelivered(text))) throw new Error(`Our inbox would not take the answer of ${from}`);
    this.answers.push({ line, from, code: CODE, meaning: 'take', at, answeredAt: Date.now() });
  }

  private async isDelivered(text: Record<string, string>): Promise<boolean> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (await this.carrier.deliver(this.inboxUrl, text)) return true;
      await pause(TRY_AGAIN_MS);
    }
    return false;
  }
}
