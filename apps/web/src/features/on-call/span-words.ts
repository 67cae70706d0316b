import { clockTime, weekdayTime } from '../../components/times.js';
import { localInput } from '../../components/times.js';

/** "Fri 5:00 PM to Sat 8:00 AM", or "Fri 6:00 PM to 9:00 PM" within one day. */
export function spanWords(zone: string, startsAt: string, endsAt: string): string {
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
  const isOneDay = localInput(zone, from).slice(0, 10) === localInput(zone, to).slice(0, 10);
  return `${weekdayTime(zone, from)} to ${isOneDay ? clockTime(zone, to) : weekdayTime(zone, to)}`;
}
