import { offeredSlots } from '@domain/booking/offered-slots';
import { spokenSlot } from '@domain/booking/slot-words';
import { IconMessageCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { openSlots } from '../../../api/booking.js';
import { useNow } from '../../../api/server-clock.js';
import type { BookingSettings, SlotList } from '../../../api/types.js';
import { localDate } from '../../../components/calendar-days.js';
import { instantOf } from '../../../components/times.js';
import { useAccount } from '../../../components/use-account.js';
import classes from './booking.module.css';

const HOUR_MS = 3_600_000;

/** What the saved rules mean, said as the agent would say it. */
export function SlotPreview({ settings, isDraft }: { settings: BookingSettings; isDraft: boolean }) {
  const { accountId, timeZone } = useAccount();
  const { data } = useQuery({ ...openSlots(accountId), enabled: settings.offersTimes });
  const now = useNow(60_000);
  const evening = instantOf(timeZone, `${localDate(timeZone, now)}T21:00`) ?? now;
  const [at, who] =
    now < evening ? ([evening, 'A caller tonight at 9 PM'] as const) : ([now, 'A caller who rings now'] as const);
  const words = settings.offersTimes ? data && offered({ data, settings, at, timeZone }) : NO_TIMES;
  return (
    <p className={classes.preview} role="status">
      <IconMessageCircle size={17} stroke={1.7} aria-hidden />
      <span>
        {words ? `${who} ${words}` : 'Looking for open times…'}
        {data?.calendarAnswered === false &&
          ' Google Calendar does not answer now, so the agent would promise nothing.'}
        {isDraft && <em> With the rules as they are saved: yours below are not yet.</em>}
      </span>
    </p>
  );
}

/** Scenario 27's sentence. */
const NO_TIMES = 'is offered no time: "Our office will call you first thing in the morning to get you scheduled."';

interface Asked {
  data: SlotList;
  settings: BookingSettings;
  at: number;
  timeZone: string;
}

function offered({ data, settings, at, timeZone }: Asked): string {
  const now = new Date(at);
  const open = data.data
    .map(({ startsAt, endsAt }) => ({
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      busyUntil: new Date(endsAt),
    }))
    .filter(({ startsAt }) => startsAt.getTime() >= at + settings.leadHours * HOUR_MS);
  const offer = offeredSlots(open, { days: null, part: 'any' }, { now, timeZone });
  // Scenario 28.
  if (!offer) return "hears: \"We're fully booked this week. I'll make sure you're first on the callback list.\"";
  return `could be offered: ${offer.slots.map((slot) => spokenSlot(slot, { now, timeZone })).join(', ')}.`;
}
