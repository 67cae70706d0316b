import type { Passage } from './passage.js';

const BITS = 32;

/**
 * Which concepts a line names, and where each is named first. Every line of a call is asked for hundreds of concepts
 * whenever another line arrives, so it keeps one bit for each: all lines of a call fit the nearest memory.
 */
export class NamedConcepts {
  /** In the order in which the lexicon found them. */
  readonly numbers: readonly number[];
  private readonly bits: number[];
  private readonly starts: number[];

  constructor({ named, marks }: Pick<Passage, 'named' | 'marks'>) {
    this.numbers = named;
    this.bits = new Array<number>(Math.ceil(marks.length / BITS)).fill(0);
    this.starts = named.map((concept) => marks[concept]?.[0]?.start ?? 0);
    for (const concept of named) this.bits[placeOf(concept)] = (this.bits[placeOf(concept)] as number) | bitOf(concept);
  }

  has(concept: number): boolean {
    return ((this.bits[placeOf(concept)] as number) & bitOf(concept)) !== 0;
  }

  hasAny(concepts: readonly number[]): boolean {
    for (const concept of concepts) if (this.has(concept)) return true;
    return false;
  }

  /** The number of the word at which a concept is named first; undefined when it is not named. */
  firstStart(concept: number): number | undefined {
    return this.has(concept) ? this.starts[this.numbers.indexOf(concept)] : undefined;
  }
}

const placeOf = (concept: number): number => concept >> 5;
const bitOf = (concept: number): number => 1 << (concept & (BITS - 1));
