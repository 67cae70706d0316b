import { DateTime } from 'luxon';

/** From and to, as far as words need them. */
export interface Span {
  startsAt: Date;
  endsAt: Date;
}

export interface Here {
  now: Date;
  /** IANA name. */
  timeZone: string;
}

const HOURS = 'twelve one two three four five six seven eight nine ten eleven'.split(' ');
const TENS: Record<number, string> = { 0: '', 15: ' fifteen', 30: ' thirty', 45: ' forty-five' };

/** A window as a person says it: "tomorrow between ten and noon", "Thursday between one and three in the afternoon". */
export function spokenSlot({ startsAt, endsAt }: Span, here: Here): string {
  return `${spokenDay(startsAt, here)} between ${spokenTime(startsAt, here.timeZone)} and ${spokenTime(endsAt, here.timeZone)}${partOfDay(startsAt, here.timeZone)}`;
}

/** "tomorrow", "Thursday", and with the date where the weekday alone would name two days. */
export function spokenDay(at: Date, { now, timeZone }: Here): string {
  const day = local(at, timeZone);
  const days = Math.round(day.startOf('day').diff(local(now, timeZone).startOf('day'), 'days').days);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days < 7 ? day.toFormat('cccc') : `${day.toFormat('cccc, LLLL')} ${ordinal(day.day)}`;
}

function spokenTime(at: Date, timeZone: string): string {
  const { hour, minute } = local(at, timeZone);
  if (minute === 0 && hour === 12) return 'noon';
  if (minute === 0 && hour === 0) return 'midnight';
  return `${HOURS[hour % 12] ?? ''}${TENS[minute] ?? ` ${minute}`}`;
}

/** Said only where the hours alone could be meant for the other half of the day. */
function partOfDay(at: Date, timeZone: string): string {
  const { hour } = local(at, timeZone);
  if (hour < 7) return ' in the morning';
  return hour >= 17 ? ' in the evening' : '';
}

const ordinal = (day: number): string =>
  `${day}${[11, 12, 13].includes(day) ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`;

/** "Thu, Nov 26", for texts. */
export const writtenDate = (at: Date, timeZone: string): string => local(at, timeZone).toFormat('ccc, LLL d');

/** "10 AM-12 PM", for texts. */
export const writtenTime = ({ startsAt, endsAt }: Span, timeZone: string): string =>
  `${clock(local(startsAt, timeZone))}-${clock(local(endsAt, timeZone))}`;

const clock = (at: DateTime): string => at.toFormat(at.minute === 0 ? 'h a' : 'h:mm a');

const local = (at: Date, timeZone: string): DateTime => DateTime.fromJSDate(at, { zone: timeZone }).setLocale('en-US');
