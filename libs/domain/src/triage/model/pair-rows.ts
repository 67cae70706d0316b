const NOTHING = 0;

/**
 * Rows of neighbouring words, by the numbers of both words. A plain table of whole numbers: reading a turn looks up
 * every pair of its words, and most are unknown, so a look-up must neither glue words together nor chase pointers.
 */
export class PairRows {
  private readonly keys: Int32Array;
  private readonly rows: Int32Array;
  private readonly mask: number;

  constructor(count: number) {
    const size = 2 ** Math.ceil(Math.log2(count * 2 + 2));
    this.keys = new Int32Array(size);
    this.rows = new Int32Array(size);
    this.mask = size - 1;
  }

  /** Words are numbered from 1 to 65,535. */
  set(first: number, second: number, row: number): void {
    const key = keyOf(first, second);
    let place = this.placeOf(key);
    while (this.keys[place] !== NOTHING) place = (place + 1) & this.mask;
    this.keys[place] = key;
    this.rows[place] = row;
  }

  /** The row of a pair; -1 when it is not known, as when one of the words is not (0). */
  get(first: number, second: number): number {
    if (first === 0 || second === 0) return -1;
    const key = keyOf(first, second);
    let place = this.placeOf(key);
    for (let found = this.keys[place]; found !== NOTHING; found = this.keys[place]) {
      if (found === key) return this.rows[place] as number;
      place = (place + 1) & this.mask;
    }
    return -1;
  }

  // Multiplying by the golden ratio spreads keys that differ in few bits over the whole table.
  private placeOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 12) & this.mask;
  }
}

const keyOf = (first: number, second: number): number => (first << 16) | second;
