import { readTurn } from './reading.js';
import type { TurnReading } from './reading.js';

const MOST = 3000;
const LONGEST = 2000;

/**
 * Lines that were read. A transcript grows line by line and every event assesses it again, often rebuilt from the
 * database: a line is not read twice. Bounded in number and length, so that a long night costs no more memory than a
 * short one. When fifteen hundred have come, those that nobody asked for since the fifteen hundred before are let go: the
 * calls that go on keep theirs.
 */
export class KeptReadings {
  private young = new Map<string, TurnReading>();
  private old = new Map<string, TurnReading>();

  of(text: string): TurnReading {
    const known = this.young.get(text);
    if (known) return known;
    const reading = this.old.get(text) ?? readTurn(text);
    if (text.length <= LONGEST) this.keep(text, reading);
    return reading;
  }

  get size(): number {
    return this.young.size + this.old.size;
  }

  /** After the weights were replaced, what was read by the old ones is worth nothing. */
  forget(): void {
    this.young.clear();
    this.old.clear();
  }

  private keep(text: string, reading: TurnReading): void {
    if (this.young.size >= MOST / 2) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(text, reading);
  }
}

/** The lines of this process. */
export const kept = new KeptReadings();
