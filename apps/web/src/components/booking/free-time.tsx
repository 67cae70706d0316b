import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { serverNow } from '../../api/server-clock.js';
import type { Slot } from '../../api/types.js';
import { instantOf, localInput } from '../times.js';
import { useAccount } from '../use-account.js';
import classes from './booking.module.css';

interface LocalTime {
  from: string;
  to: string;
}

const HOUR_MS = 3_600_000;

/** A time that is no window of the week: a person's word stands above the rules, never above a crew that is out. */
export function FreeTime({ choose }: { choose: (slot: Slot | null) => void }) {
  const { timeZone } = useAccount();
  const [time, setTime] = useState<LocalTime>({ from: '', to: '' });
  const problem = problemOf(timeZone, time);
  const change = (part: Partial<LocalTime>): void => {
    const next = { ...time, ...part };
    // Two hours are what a window usually has; whoever wants another end writes it.
    const from = part.from && !time.to ? instantOf(timeZone, part.from) : null;
    const shown = from === null ? next : { ...next, to: localInput(timeZone, from + 2 * HOUR_MS) };
    setTime(shown);
    choose(problemOf(timeZone, shown) ? null : slotOf(timeZone, shown));
  };
  return (
    <div className={classes.freeTime}>
      <TextInput
        type="datetime-local"
        label="From"
        description={`Times of ${timeZone.replace('_', ' ')}`}
        value={time.from}
        onChange={({ currentTarget }) => change({ from: currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label="Until"
        value={time.to}
        error={time.to === '' ? null : problem}
        onChange={({ currentTarget }) => change({ to: currentTarget.value })}
      />
    </div>
  );
}

function problemOf(zone: string, { from, to }: LocalTime): string | null {
  const [startsAt, endsAt] = [instantOf(zone, from), instantOf(zone, to)];
  if (startsAt === null || endsAt === null) return 'Write both times';
  if (startsAt <= serverNow()) return 'That time has passed';
  return endsAt <= startsAt ? 'The end must come after the start' : null;
}

function slotOf(zone: string, { from, to }: LocalTime): Slot | null {
  const [startsAt, endsAt] = [instantOf(zone, from), instantOf(zone, to)];
  if (startsAt === null || endsAt === null) return null;
  return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() };
}
