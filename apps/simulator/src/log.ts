import type { VirtualClock } from './clock.js';

/**
 * `request`: HTTP that reached a stand-in. `webhook`: HTTP a stand-in sent. `event`: something happened in the world.
 * `error`: what the vendor's own debugger would complain about.
 */
export const LOG_KINDS = ['request', 'webhook', 'event', 'error'] as const;
export type LogKind = (typeof LOG_KINDS)[number];

export interface LogEntry {
  /** Grows by one; the SSE event id. */
  seq: number;
  /** Virtual time, ISO 8601. */
  at: string;
  kind: LogKind;
  /** Dotted origin, e.g. `twilio.calls`, `vapi.call`, `phone.sms`. */
  scope: string;
  /** One line a person can read on the handset page. */
  summary: string;
  data: Record<string, unknown>;
}

export interface LogFilter {
  kind?: LogKind;
  /** Dotted prefix: `twilio` finds `twilio.calls`. */
  scope?: string;
  /** Only entries after this sequence number. */
  after?: number;
  /** Text that must occur in the entry's JSON: a sid, a number, a word. */
  text?: string;
  /** The newest n of what matches. */
  limit?: number;
}

const KEPT_ENTRIES = 5_000;

/** True when `scope` is `prefix` or lies under it. */
export function isUnder(scope: string, prefix: string): boolean {
  return scope === prefix || scope.startsWith(`${prefix}.`);
}

/** Everything that happened, in order. The handset page, the scripts and the tests read the world from here. */
export class SimLog {
  private entries: LogEntry[] = [];
  private lastSeq = 0;
  private readonly listeners = new Set<(entry: LogEntry) => void>();

  constructor(private readonly clock: VirtualClock) {}

  request(scope: string, summary: string, data: Record<string, unknown>): void {
    this.add('request', scope, summary, data);
  }

  webhook(scope: string, summary: string, data: Record<string, unknown>): void {
    this.add('webhook', scope, summary, data);
  }

  event(scope: string, summary: string, data: Record<string, unknown> = {}): void {
    this.add('event', scope, summary, data);
  }

  error(scope: string, summary: string, data: Record<string, unknown> = {}): void {
    this.add('error', scope, summary, data);
  }

  /** Calls back with every later entry until the returned function is called. */
  subscribe(listener: (entry: LogEntry) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Oldest first, newest last. */
  find(filter: LogFilter = {}): LogEntry[] {
    const found = this.entries.filter((entry) => matches(entry, filter));
    return filter.limit === undefined ? found : found.slice(-filter.limit);
  }

  clear(): void {
    this.entries = [];
  }

  private add(kind: LogKind, scope: string, summary: string, data: Record<string, unknown>): void {
    this.lastSeq += 1;
    const entry: LogEntry = { seq: this.lastSeq, at: this.clock.date().toISOString(), kind, scope, summary, data };
    this.entries.push(entry);
    if (this.entries.length > KEPT_ENTRIES) this.entries.shift();
    for (const listener of this.listeners) listener(entry);
  }
}

function matches(entry: LogEntry, filter: LogFilter): boolean {
  if (filter.kind !== undefined && entry.kind !== filter.kind) return false;
  if (filter.scope !== undefined && !isUnder(entry.scope, filter.scope)) return false;
  if (filter.after !== undefined && entry.seq <= filter.after) return false;
  return filter.text === undefined || JSON.stringify(entry).includes(filter.text);
}
