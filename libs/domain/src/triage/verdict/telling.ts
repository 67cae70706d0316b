import type { HeardFinding, TurnReading } from '../language/reading.js';
import type { Turn } from '../triage.types.js';

/** A caller's turn and how it was read. */
export interface Spoken {
  reading: TurnReading;
  turn: number;
}

/** Who said what, which turns tell of what is over, and which only name a kind of thing. */
interface Told {
  turns: Turn[];
  readings: TurnReading[];
  over: ReadonlySet<number>;
  kinds: ReadonlySet<number>;
}

/** "Gas" behind "gas or electric?" sounds like nothing else either, and what is over sounds like nothing of now. */
export function tellingTurns({ turns, readings, over, kinds }: Told): Spoken[] {
  const all: Spoken[] = [];
  readings.forEach((reading, turn) => turns[turn]?.role === 'caller' && all.push({ reading, turn }));
  if (over.size === 0 && kinds.size === 0) return all;
  const present = all.filter(({ turn }) => !over.has(turn));
  const telling = present.filter(({ turn }) => !kinds.has(turn));
  return [telling, present].find((some) => some.length > 0) ?? all;
}

/** The findings of a turn; a line stays where it was said, however often the talk is assessed. */
export function heardAt(reading: TurnReading, turn: number): readonly HeardFinding[] {
  if (reading.heard[0]?.turn !== turn) reading.heard = reading.findings.map((finding) => ({ ...finding, turn }));
  return reading.heard;
}
