import { WEEKDAYS, type OpenInterval, type Weekday, type WeeklyHours } from '@domain/hours/hours.types';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { wallTime } from '../../components/times.js';
import classes from './hours-grid.module.css';

const NAMES: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

const USUAL: OpenInterval = { opens: '08:00', closes: '17:00' };

interface HoursGridProps {
  hours: WeeklyHours;
  /** The agent answers then too. */
  alwaysActive?: boolean;
  change: (hours: WeeklyHours) => void;
}

/** One line per day; the blue of the bar is the agent's time, the gap is the office's. */
export function HoursGrid({ hours, alwaysActive = false, change }: HoursGridProps) {
  return (
    <div className={classes.grid}>
      <p className={classes.legend}>
        <span className={classes.swatch} /> The agent answers <span className={classes.swatch} data-office /> The office
        answers
      </p>
      <div className={classes.heads} aria-hidden>
        <span />
        <span>Office Opens</span>
        <span>Office Closes</span>
      </div>
      {WEEKDAYS.map((day) => (
        <DayRow
          key={day}
          day={day}
          intervals={hours[day]}
          isAllAgent={alwaysActive}
          change={(intervals) => change({ ...hours, [day]: intervals })}
        />
      ))}
    </div>
  );
}

interface DayRowProps {
  day: Weekday;
  intervals: OpenInterval[];
  isAllAgent: boolean;
  change: (intervals: OpenInterval[]) => void;
}

function DayRow({ day, intervals, isAllAgent, change }: DayRowProps) {
  const set = (index: number, part: Partial<OpenInterval>): void =>
    change(intervals.map((interval, at) => (at === index ? { ...interval, ...part } : interval)));
  return (
    <div className={classes.day} role="group" aria-label={NAMES[day]}>
      <span className={classes.name}>{NAMES[day]}</span>
      <div className={classes.intervals}>
        {intervals.length === 0 && <span className={classes.closed}>Closed</span>}
        {intervals.map((interval, index) => (
          <div key={index} className={classes.interval}>
            <TimeField
              label={`${NAMES[day]}, office opens`}
              value={interval.opens}
              change={(opens) => set(index, { opens })}
            />
            <span className="nd-faint">to</span>
            <TimeField
              label={`${NAMES[day]}, office closes`}
              value={interval.closes}
              change={(closes) => set(index, { closes })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove ${NAMES[day]} ${wallTimeOrBlank(interval.opens)}`}
              onClick={() => change(intervals.filter((_, at) => at !== index))}
            >
              <IconX size={15} />
            </ActionIcon>
          </div>
        ))}
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<IconPlus size={13} />}
          aria-label={`Add hours on ${NAMES[day]}`}
          onClick={() => change([...intervals, USUAL])}
        >
          Hours
        </Button>
      </div>
      <DayBar intervals={isAllAgent ? [] : intervals} />
    </div>
  );
}

const TimeField = ({ label, value, change }: { label: string; value: string; change: (value: string) => void }) => (
  <TextInput
    type="time"
    size="xs"
    w={112}
    aria-label={label}
    // A time field knows no 24:00; 00:00 as closing time means the same midnight (`OpenInterval`).
    value={value === '24:00' ? '00:00' : value}
    onChange={(event) => change(event.currentTarget.value)}
  />
);

const wallTimeOrBlank = (time: string): string => (time ? wallTime(time) : '');

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Midnight to midnight. An interval past midnight ends at the edge; its rest is drawn nowhere, the words say it. */
function DayBar({ intervals }: { intervals: OpenInterval[] }) {
  return (
    <span className={classes.bar} aria-hidden>
      {intervals.map(({ opens, closes }, index) => {
        const [from, to] = [minutesOf(opens), minutesOf(closes)];
        const end = to <= from ? 1440 : to;
        return (
          <span
            key={index}
            className={classes.office}
            style={{ left: `${from / 14.4}%`, width: `${(end - from) / 14.4}%` }}
          />
        );
      })}
    </span>
  );
}
