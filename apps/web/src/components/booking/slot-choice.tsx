import { Button, Chip, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { openSlots } from '../../api/booking.js';
import type { Slot } from '../../api/types.js';
import { LoadingRows } from '../loading-rows.js';
import { ProblemNotice } from '../problem-notice.js';
import { useAccount } from '../use-account.js';
import { slotDay, slotHours } from './appointment-words.js';
import classes from './booking.module.css';
import { FreeTime } from './free-time.js';

const FEW_DAYS = 4;

interface SlotChoiceProps {
  slot: Slot | null;
  choose: (slot: Slot | null) => void;
}

/** One of the open windows, or a time of one's own. */
export function SlotChoice({ slot, choose }: SlotChoiceProps) {
  const [from, setFrom] = useState<'open' | 'free'>('open');
  const turn = (to: string): void => {
    choose(null);
    setFrom(to === 'free' ? 'free' : 'open');
  };
  return (
    <div className={classes.choice}>
      <SegmentedControl
        aria-label="Which times"
        size="xs"
        data={[
          { value: 'open', label: 'Open times' },
          { value: 'free', label: 'Another time' },
        ]}
        value={from}
        onChange={turn}
      />
      {from === 'open' ? <OpenTimes slot={slot} choose={choose} /> : <FreeTime choose={choose} />}
    </div>
  );
}

function OpenTimes({ slot, choose }: SlotChoiceProps) {
  const { accountId, timeZone } = useAccount();
  const [isWhole, setWhole] = useState(false);
  const { data, isPending, error, refetch } = useQuery(openSlots(accountId));
  if (isPending) return <LoadingRows what="the open times" rows={4} />;
  if (error) return <ProblemNotice what="The open times" error={error} retry={() => void refetch()} />;
  const days = [...new Set(data.data.map((one) => slotDay(one, timeZone)))];
  const pick = (startsAt: string): void => choose(data.data.find((one) => one.startsAt === startsAt) ?? null);
  return (
    <>
      {!data.calendarAnswered && (
        <p className={classes.warning} role="status">
          Google Calendar does not answer, so these times may be taken there.
        </p>
      )}
      {days.length === 0 && <p className={classes.note}>No window is open in the days that can be booked.</p>}
      <Chip.Group value={slot?.startsAt ?? ''} onChange={pick}>
        {days.slice(0, isWhole ? undefined : FEW_DAYS).map((day) => (
          <div key={day} className={classes.day} role="group" aria-label={day}>
            <span className={classes.dayName}>{day}</span>
            <div className={classes.slots}>
              {data.data
                .filter((one) => slotDay(one, timeZone) === day)
                .map((one) => (
                  <Chip key={one.startsAt} value={one.startsAt} variant="outline" size="sm">
                    {slotHours(one, timeZone)}
                  </Chip>
                ))}
            </div>
          </div>
        ))}
      </Chip.Group>
      {!isWhole && days.length > FEW_DAYS && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)} className={classes.more}>
          Later days
        </Button>
      )}
    </>
  );
}
