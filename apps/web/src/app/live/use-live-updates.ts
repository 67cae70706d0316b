import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followJournal } from '../../api/follow-journal.js';
import type { JournalEvent } from '../../api/types.js';
import { hearServerTime, serverNow } from '../../api/server-clock.js';
import { useAccount } from '../../components/use-account.js';
import { notifyOf } from '../../components/browser-notices.js';
import { outdatedBy } from './query-names.js';

/** A page that has just been opened shows what is true: it has a moment longer to connect. */
const FIRST_BANNER_MS = 10_000;
/** A restart of the server takes less: nobody is told of that. */
const BANNER_MS = 3_000;
const GATHER_MS = 120;

/**
 * `reconnecting` at most ten seconds after the line has died: better an honest banner than a frozen "live" row. `since`: when
 * the last sign of life came, RFC 3339; null: there was none yet.
 */
export type LiveState = { kind: 'connecting' | 'live' } | { kind: 'reconnecting'; since: string | null };

/** Follows the account's journal and makes the queries old that an event concerns. */
export function useLiveUpdates(): LiveState {
  const { accountId } = useAccount();
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>({ kind: 'connecting' });
  useEffect(() => {
    const end = new AbortController();
    const gathered = gather((keys) =>
      keys.forEach((key) => void client.invalidateQueries({ queryKey: [accountId, ...key] })),
    );
    let since: string | null = null;
    const late = alarm(() => setState({ kind: 'reconnecting', since }));
    late.set(FIRST_BANNER_MS);
    const listener = {
      opened: (resumed: boolean) => {
        late.clear();
        setState({ kind: 'live' });
        // What happened between the first load and the first event would otherwise be missed.
        if (!resumed) gathered.add([['calls'], ['incidents'], ['overview']]);
      },
      heard: () => (since = new Date(serverNow()).toISOString()),
      lost: () => late.set(BANNER_MS),
      received: (event: JournalEvent) => {
        hearServerTime(event.at);
        gathered.add(outdatedBy(event));
        void notifyOf(event, accountId);
      },
    };
    void followJournal(accountId, listener, end.signal);
    return () => (end.abort(), late.clear(), gathered.stop());
  }, [accountId, client]);
  return state;
}

/** A busy minute brings many events at once: each resource is asked for once per breath. */
function gather(flush: (keys: string[][]) => void) {
  const waiting = new Map<string, string[]>();
  const timer = alarm(() => {
    const keys = [...waiting.values()];
    waiting.clear();
    flush(keys);
  });
  const add = (keys: string[][]): void => {
    keys.forEach((key) => waiting.set(key.join('/'), key));
    if (keys.length > 0) timer.set(GATHER_MS);
  };
  return { add, stop: timer.clear };
}

/** Rings once, as long after the first `set` as that says, unless it is cleared. */
function alarm(ring: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const set = (afterMs: number): void => {
    timer ??= setTimeout(() => (clear(), ring()), afterMs);
  };
  return { set, clear };
}
