import { serverNow } from '../../api/server-clock.js';
import { clockTime, localInput, weekdayTime } from '../../components/times.js';

/** "Fri 5:00 PM to Sat 8:00 AM", or "Fri 6:00 PM to 9:00 PM" within one day; with dates when it is not about this week. */
export function spanWords(zone: string, startsAt: string, endsAt: string): string {
  const [from, to, now] = [Date.parse(startsAt), Date.parse(endsAt), serverNow()];
  const isOneDay = localInput(zone, from).slice(0, 10) === localInput(zone, to).slice(0, 10);
  return `${weekdayTime(zone, from, now)} to ${isOneDay ? clockTime(zone, to) : weekdayTime(zone, to, now)}`;
}
