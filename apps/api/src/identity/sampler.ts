/**
 * Says yes once per key and span. Remembers at most `most` keys of this process and forgets all of them when full:
 * a few entries too many are better than memory that an attacker can grow.
 */
export class Sampler {
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly spanMs: number,
    private readonly most: number,
    /** Milliseconds since the process began; never the wall clock, which may be set back. */
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  isNews(key: string): boolean {
    const now = this.elapsed();
    if (now - (this.seen.get(key) ?? -Infinity) < this.spanMs) return false;
    if (this.seen.size >= this.most) this.seen.clear();
    this.seen.set(key, now);
    return true;
  }
}
