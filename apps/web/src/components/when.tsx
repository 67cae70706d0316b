import { useNow } from '../api/server-clock.js';
import { ago, clockTime, dayAndTime, exactTime, weekdayTime, zoneIfForeign } from './times.js';
import { useAccount } from './use-account.js';

const MINUTE_MS = 60_000;

const writers = {
  clock: (zone: string, at: number) => clockTime(zone, at),
  exact: (zone: string, at: number) => exactTime(zone, at),
  weekday: weekdayTime,
  day: dayAndTime,
  ago: (_zone: string, at: number, now: number) => ago(at, now),
};

/** An instant in the account's own time, with the zone named only when the viewer's clock shows something else. */
export function When({ at, as = 'day' }: { at: string; as?: keyof typeof writers }) {
  const { timeZone } = useAccount();
  // "4 min ago" and "Today" must not stand still on a desk where nothing else happens.
  const now = useNow(MINUTE_MS);
  const instant = Date.parse(at);
  const zone = as === 'ago' ? '' : zoneIfForeign(timeZone, instant);
  return (
    <time dateTime={at} title={`${dayAndTime(timeZone, instant, now)} ${timeZone}`} className="nd-num">
      {writers[as](timeZone, instant, now)}
      {zone && <span className="nd-faint"> {zone}</span>}
    </time>
  );
}
