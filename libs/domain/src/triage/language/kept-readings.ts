import { readTurn } from './reading.js';
import type { TurnReading } from './reading.js';

const MOST = 2000;
const LONGEST = 2000;

/**
 * Lines that were read. A transcript grows line by line and every event assesses it again, often rebuilt from the
 * database: a line is not read twice. Bounded in number and length, so that a long night costs no more memory than a
 * short one.
 */
export class KeptReadings {
  private readonly byText = new Map<string, TurnReading>();

  of(text: string): TurnReading {
    const known = this.byText.get(text);
    if (known) return known;
    const reading = readTurn(text);
    if (this.byText.size >= MOST) this.byText.clear();
    if (text.length <= LONGEST) this.byText.set(text, reading);
    return reading;
  }

  get size(): number {
    return this.byText.size;
  }

  /** After the weights were replaced, what was read by the old ones is worth nothing. */
  forget(): void {
    this.byText.clear();
  }
}

/** The lines of this process. */
export const kept = new KeptReadings();
