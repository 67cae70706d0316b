/** Why a listener was woken: there may be entries to read, it is time for a sign of life, or it is over. */
export type Wake = 'news' | 'beat' | 'closed';

/** One reader that waits for the journal of one account. Remembers what happened while nobody was waiting. */
export class JournalListener {
  // The first look is always worth it: entries may have been written before anybody listened.
  private hasNews = true;
  private hasBeat = false;
  private isClosed = false;
  private wakeUp?: (() => void) | undefined;

  constructor(readonly accountId: string) {}

  /** Resolves as soon as there is a reason; one reason at a time. */
  async next(): Promise<Wake> {
    if (!this.isClosed && !this.hasNews && !this.hasBeat) {
      await new Promise<void>((resolve) => (this.wakeUp = resolve));
      this.wakeUp = undefined;
    }
    return this.take();
  }

  tellNews(): void {
    this.hasNews = true;
    this.wakeUp?.();
  }

  tellBeat(): void {
    this.hasBeat = true;
    this.wakeUp?.();
  }

  close(): void {
    this.isClosed = true;
    this.wakeUp?.();
  }

  private take(): Wake {
    if (this.isClosed) return 'closed';
    if (this.hasBeat) {
      this.hasBeat = false;
      return 'beat';
    }
    this.hasNews = false;
    return 'news';
  }
}
