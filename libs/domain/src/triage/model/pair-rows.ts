const NOTHING = 0;

/**
 * Rows of neighbouring words, by the numbers of both words. A plain table of whole numbers: reading a turn looks up
 * every pair of its words, and most are unknown, so a look-up must neither glue words together nor chase pointers.
 */
export class PairRows {
  /** Key, row, key, row …: what is found is beside what was looked for. */
  private readonly places: Int32Array;
  private readonly mask: number;

  constructor(count: number) {
    const size = 2 ** Math.ceil(Math.log2(count * 2 + 2));
    this.places = new Int32Array(size * 2);
    this.mask = size * 2 - 1;
  }

  /** Words are numbered from 1 to 65,535. */
  set(first: number, second: number, row: number): void {
    const key = keyOf(first, second);
    let place = this.placeOf(key);
    while (this.places[place] !== NOTHING) place = (place + 2) & this.mask;
    this.places[place] = key;
    this.places[place + 1] = row;
  }

  /** The row of a pair; -1 when it is not known, as when one of the words is not (0). */
  get(first: number, second: number): number {
    if (first === 0 || second === 0) return -1;
    const key = keyOf(first, second);
    let place = this.placeOf(key);
    for (let found = this.places[place]; found !== NOTHING; found = this.places[place]) {
      if (found === key) return this.places[place + 1] as number;
      place = (place + 2) & this.mask;
    }
    return -1;
  }

  // Multiplying by the golden ratio spreads keys that differ in few bits over the whole table.
  private placeOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 11) & this.mask & ~1;
  }
}

const keyOf = (first: number, second: number): number => (first << 16) | second;
