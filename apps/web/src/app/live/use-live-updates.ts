import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followJournal } from '../../api/follow-journal.js';
import type { JournalEvent } from '../../api/types.js';
import { hearServerTime } from '../../api/server-clock.js';
import { useAccount } from '../../components/use-account.js';
import { notifyOf } from '../../components/browser-notices.js';
import { outdatedBy } from './query-names.js';

const BANNER_AFTER_MS = 10_000;
const GATHER_MS = 120;

/** `stale` after ten seconds without the stream: better an honest banner than a frozen "live" row. */
type LiveState = 'connecting' | 'live' | 'stale';

/** Follows the account's journal and makes the queries old that an event concerns. */
export function useLiveUpdates(): LiveState {
  const { accountId } = useAccount();
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    const end = new AbortController();
    const gathered = gather((keys) =>
      keys.forEach((key) => void client.invalidateQueries({ queryKey: [accountId, ...key] })),
    );
    const late = alarm(BANNER_AFTER_MS, () => setState('stale'));
    late.set();
    const listener = {
      opened: (resumed: boolean) => {
        late.clear();
        setState('live');
        // What happened between the first load and the first event would otherwise be missed.
        if (!resumed) gathered.add([['calls'], ['incidents'], ['overview']]);
      },
      lost: () => late.set(),
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
  const timer = alarm(GATHER_MS, () => {
    const keys = [...waiting.values()];
    waiting.clear();
    flush(keys);
  });
  const add = (keys: string[][]): void => {
    keys.forEach((key) => waiting.set(key.join('/'), key));
    if (keys.length > 0) timer.set();
  };
  return { add, stop: timer.clear };
}

/** Rings once, `afterMs` from the first `set` until it is cleared. */
function alarm(afterMs: number, ring: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const set = (): void => {
    timer ??= setTimeout(() => (clear(), ring()), afterMs);
  };
  return { set, clear };
}
