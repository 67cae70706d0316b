import { useQuery } from '@tanstack/react-query';
import { appointments, bookingSettings } from '../../api/booking.js';
import { dayOf, endsOf, localDate } from '../calendar-days.js';
import { useAccount } from '../use-account.js';
import { plural } from '../words.js';
import classes from './booking.module.css';

/** How full the day is that somebody is about to promise: this one counts with it. */
export function DayLoad({ at }: { at: string }) {
  const { accountId, timeZone } = useAccount();
  const [from, to] = endsOf([dayOf(timeZone, localDate(timeZone, Date.parse(at)))]);
  const visits = useQuery({ ...appointments(accountId, { from, to }), placeholderData: undefined }).data;
  const most = useQuery(bookingSettings(accountId)).data?.visitsPerDay;
  if (!visits || most === undefined) return null;
  return (
    <span className={classes.load} data-full={visits.length >= most || undefined}>
      {visits.length} of {plural(most, 'visit')} that day
    </span>
  );
}
