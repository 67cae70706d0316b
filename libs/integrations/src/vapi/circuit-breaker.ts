const OPEN_MS = 30_000;
const FAILURES_TO_OPEN = 3;

/**
 * Stops asking a provider that keeps failing, so that callers reach voicemail at once instead of after the time-out
 * (decision 9). After half a minute one call tries again. In memory: each process learns for itself within three calls.
 */
export class CircuitBreaker {
  private failures = 0;
  private openUntil = 0;

  isOpen(at: Date): boolean {
    return at.getTime() < this.openUntil;
  }

  succeeded(): void {
    this.failures = 0;
    this.openUntil = 0;
  }

  failed(at: Date): void {
    this.failures += 1;
    if (this.failures >= FAILURES_TO_OPEN) this.openUntil = at.getTime() + OPEN_MS;
  }
}
