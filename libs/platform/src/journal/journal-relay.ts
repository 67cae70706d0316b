import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { PlatformDb } from '../tenancy/platform-db.js';
import { JournalListener } from './journal-listener.js';
import { freshAccounts, pruneFeed, safeHorizon } from './journal-feed.queries.js';

const POLL_EVERY_MS = 200;
/** So soon a screen can tell a dead line from a quiet night. A beat costs a few bytes and asks the database nothing. */
const BEAT_EVERY_MS = 3_000;
const PRUNE_EVERY_MS = 60 * 60 * 1000;

/**
 * Wakes the live streams of this process when the journal of their account has grown. One poll for all of them, over
 * ids only; whoever is woken reads its own account's entries behind the wall. Nothing is polled while nobody listens.
 */
@Injectable()
export class JournalRelay implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JournalRelay.name);
  private readonly listeners = new Map<string, Set<JournalListener>>();
  private readonly timers: NodeJS.Timeout[] = [];
  private polling?: NodeJS.Timeout | undefined;
  private horizon?: string | undefined;

  constructor(private readonly db: PlatformDb) {}

  onApplicationBootstrap(): void {
    this.timers.push(
      setInterval(() => this.beat(), BEAT_EVERY_MS).unref(),
      setInterval(() => void pruneFeed(this.db).catch((error: unknown) => this.failed(error)), PRUNE_EVERY_MS).unref(),
    );
  }

  /** From now on this listener is told of its account's news. Give it back with `leave`. */
  listen(accountId: string): JournalListener {
    const listener = new JournalListener(accountId);
    const ofAccount = this.listeners.get(accountId) ?? new Set();
    this.listeners.set(accountId, ofAccount.add(listener));
    this.polling ??= this.pollSoon();
    return listener;
  }

  leave(listener: JournalListener): void {
    listener.close();
    const ofAccount = this.listeners.get(listener.accountId);
    ofAccount?.delete(listener);
    if (ofAccount?.size === 0) this.listeners.delete(listener.accountId);
  }

  /** A sign of life for everybody. */
  beat(): void {
    for (const listener of this.everybody()) listener.tellBeat();
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
    clearTimeout(this.polling);
    this.polling = undefined;
    for (const listener of this.everybody()) listener.close();
    this.listeners.clear();
  }

  private pollSoon(): NodeJS.Timeout {
    return setTimeout(() => void this.poll(), POLL_EVERY_MS).unref();
  }

  private async poll(): Promise<void> {
    await this.wakeFresh().catch((error: unknown) => this.failed(error));
    // Without listeners the horizon would be old by the time the next one comes: it starts again from the present.
    if (this.listeners.size === 0) this.horizon = undefined;
    this.polling = this.listeners.size > 0 ? this.pollSoon() : undefined;
  }

  private async wakeFresh(): Promise<void> {
    if (this.horizon === undefined) {
      this.horizon = await safeHorizon(this.db);
      // Between a listener's first look and this horizon something may have been written.
      for (const listener of this.everybody()) listener.tellNews();
      return;
    }
    const { horizon, accounts } = await freshAccounts(this.db, this.horizon);
    this.horizon = horizon;
    for (const account of accounts) for (const listener of this.listeners.get(account) ?? []) listener.tellNews();
  }

  private everybody(): JournalListener[] {
    return [...this.listeners.values()].flatMap((ofAccount) => [...ofAccount]);
  }

  private failed(error: unknown): void {
    this.logger.error({ event: 'journal.relay-failed', error: String(error) });
  }
}
