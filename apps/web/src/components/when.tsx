import { serverNow } from '../api/server-clock.js';
import { ago, clockTime, dayAndTime, exactTime, weekdayTime, zoneIfForeign } from './times.js';
import { useAccount } from './use-account.js';

const writers = {
  clock: (zone: string, at: number) => clockTime(zone, at),
  exact: (zone: string, at: number) => exactTime(zone, at),
  weekday: (zone: string, at: number) => weekdayTime(zone, at),
  day: (zone: string, at: number) => dayAndTime(zone, at, serverNow()),
  ago: (_zone: string, at: number) => ago(at, serverNow()),
};

/** An instant in the account's own time, with the zone named only when the viewer's clock shows something else. */
export function When({ at, as = 'day' }: { at: string; as?: keyof typeof writers }) {
  const { timeZone } = useAccount();
  const instant = Date.parse(at);
  const zone = as === 'ago' ? '' : zoneIfForeign(timeZone, instant);
  return (
    <time dateTime={at} title={`${dayAndTime(timeZone, instant, serverNow())} ${timeZone}`} className="nd-num">
      {writers[as](timeZone, instant)}
      {zone && <span className="nd-faint"> {zone}</span>}
    </time>
  );
}
