import { useEffect, useState } from 'react';

const SLACK_MS = 5_000;
const ANOTHER_ERA_MS = 3_600_000;

/** How far the API's clock is ahead of this computer's. Large only while a night is replayed. */
let aheadMs = 0;

export const serverNow = (): number => Date.now() + aheadMs;

/** The API has said what time it is. */
export function setServerNow(now: string): void {
  aheadMs = Date.parse(now) - Date.now();
}

/**
 * An event of the live stream has just arrived. An event can be late, never early: one from the future, or from another
 * season altogether, means that the API's clock is not ours.
 */
export function hearServerTime(at: string): void {
  const difference = Date.parse(at) - serverNow();
  if (difference > SLACK_MS || difference < -ANOTHER_ERA_MS) setServerNow(at);
}

/** The current instant in ms, told anew every `everyMs`. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
