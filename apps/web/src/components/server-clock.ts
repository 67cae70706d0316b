import { useEffect, useState } from 'react';

const clock = { anchorServer: Date.now(), anchorHere: Date.now(), scale: 1 };

/** A replayed night runs on the API's own clock; durations and "ago" must count on the same one. */
export function followServerClock(now: string, scale: number): void {
  clock.anchorServer = Date.parse(now);
  clock.anchorHere = Date.now();
  clock.scale = scale;
}

export const serverNow = (): number => clock.anchorServer + (Date.now() - clock.anchorHere) * clock.scale;

/** The current instant in ms, told anew every `everyMs`. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
