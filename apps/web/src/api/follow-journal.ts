import { readStream, type StreamMessage } from './event-stream.js';
import { api } from './request.js';
import type { JournalEvent } from './types.js';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
/** The server's heartbeat comes every 3 s: a line that misses two of them is dead, whatever TCP believes. */
const SILENCE_MS = 7_000;

interface JournalListener {
  opened: (resumed: boolean) => void;
  /** Anything at all has come: the line lives. */
  heard: () => void;
  lost: () => void;
  received: (event: JournalEvent) => void;
}

/** Follows the account's journal until the signal aborts: resumes where it stopped, waits longer after each failure. */
export async function followJournal(accountId: string, listener: JournalListener, signal: AbortSignal): Promise<void> {
  const seen = { lastId: null as string | null };
  let pauseMs = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    const connected = await readOnce(accountId, { listener, signal, seen }).catch(() => false);
    listener.lost();
    pauseMs = connected ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    await pause(pauseMs * (0.75 + Math.random() / 2), signal);
  }
}

interface Attempt {
  listener: JournalListener;
  signal: AbortSignal;
  seen: { lastId: string | null };
}

/** One connection, to its end. True when it had been open. */
async function readOnce(accountId: string, { listener, signal, seen }: Attempt): Promise<boolean> {
  const silence = new AbortController();
  const watch = watchdog(() => silence.abort());
  window.addEventListener('offline', () => silence.abort(), { signal: silence.signal });
  const headers: Record<string, string> = { Accept: 'text/event-stream' };
  if (seen.lastId) headers['Last-Event-ID'] = seen.lastId;
  try {
    const response = await api.raw(accountId, 'stream', { headers, signal: AbortSignal.any([signal, silence.signal]) });
    if (!response.body) return false;
    listener.opened(seen.lastId !== null);
    const receive = (message: StreamMessage): void => {
      seen.lastId = message.id ?? seen.lastId;
      if (message.event === 'journal') listener.received(JSON.parse(message.data) as JournalEvent);
    };
    await readStream(response.body, { heard: () => (watch.restart(), listener.heard()), receive }).catch(
      () => undefined,
    );
    return true;
  } finally {
    watch.stop();
    silence.abort();
  }
}

function watchdog(bark: () => void): { restart: () => void; stop: () => void } {
  let timer = setTimeout(bark, SILENCE_MS);
  const stop = (): void => clearTimeout(timer);
  const restart = (): void => {
    stop();
    timer = setTimeout(bark, SILENCE_MS);
  };
  return { restart, stop };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const early = new AbortController();
    const wake = (): void => (clearTimeout(timer), early.abort(), resolve());
    const timer = setTimeout(wake, ms);
    // A laptop that has its network back need not wait out a pause that was made for a dead server.
    for (const [target, event] of [
      [signal, 'abort'],
      [window, 'online'],
    ] as const)
      target.addEventListener(event, wake, { once: true, signal: early.signal });
  });
