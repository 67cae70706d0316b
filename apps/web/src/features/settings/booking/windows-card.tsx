import { WEEKDAYS, type Weekday } from '@domain/hours/hours.types';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react';
import type { BookingWindow } from '../../../api/types.js';
import { PageCard } from '../../../components/page-frame.js';
import { wallTime } from '../../../components/times.js';
import type { BookingDraft } from './booking-draft.js';
import classes from './booking.module.css';

const NAMES: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

const WORKDAYS: Weekday[] = ['tue', 'wed', 'thu', 'fri'];

/** When a technician may arrive. Closures and holidays of the office hours are left out by themselves. */
export function WindowsCard({ form }: { form: UseFormReturnType<BookingDraft> }) {
  const { windows } = form.values;
  const change = (day: Weekday, ofDay: BookingWindow[]): void =>
    form.setFieldValue('windows', { ...windows, [day]: ofDay });
  const copy = (): void => {
    const copies = WORKDAYS.map((day) => [day, windows.mon.map((window) => ({ ...window }))]);
    form.setFieldValue('windows', { ...windows, ...(Object.fromEntries(copies) as Partial<typeof windows>) });
  };
  return (
    <PageCard
      title="Windows"
      aside={
        <Button variant="subtle" color="gray" size="compact-xs" leftSection={<IconCopy size={13} />} onClick={copy}>
          Monday for the whole working week
        </Button>
      }
    >
      <p className={classes.about}>
        When a technician may arrive. Callers hear them as "between ten and noon". Closures and holidays are left out.
      </p>
      <div className={classes.week}>
        {WEEKDAYS.map((day) => (
          <DayWindows key={day} name={NAMES[day]} windows={windows[day]} change={(ofDay) => change(day, ofDay)} />
        ))}
      </div>
      {form.errors.windows && (
        <p className={classes.problem} role="alert">
          {form.errors.windows}
        </p>
      )}
    </PageCard>
  );
}

interface DayWindowsProps {
  name: string;
  windows: BookingWindow[];
  change: (windows: BookingWindow[]) => void;
}

function DayWindows({ name, windows, change }: DayWindowsProps) {
  const set = (index: number, part: Partial<BookingWindow>): void =>
    change(windows.map((window, at) => (at === index ? { ...window, ...part } : window)));
  return (
    <div className={classes.weekday} role="group" aria-label={name}>
      <span className={classes.dayName}>{name}</span>
      <div className={classes.windows}>
        {windows.length === 0 && <span className={classes.none}>No visits</span>}
        {windows.map((window, index) => (
          <div key={index} className={classes.window}>
            <TimeField
              label={`${name}, window ${index + 1} from`}
              value={window.from}
              change={(from) => set(index, { from })}
            />
            <span className="nd-faint">to</span>
            <TimeField
              label={`${name}, window ${index + 1} to`}
              value={window.to === '24:00' ? '00:00' : window.to}
              // A time field knows no end of the day but the next one's beginning.
              change={(to) => set(index, { to: to === '00:00' ? '24:00' : to })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove ${name} ${window.from ? wallTime(window.from) : `window ${index + 1}`}`}
              onClick={() => change(windows.filter((_, at) => at !== index))}
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
          aria-label={`Add a window on ${name}`}
          onClick={() => change([...windows, windowAfter(windows.at(-1))])}
        >
          Window
        </Button>
      </div>
    </div>
  );
}

const FIRST: BookingWindow = { from: '08:00', to: '10:00' };
/** Later ones are written by hand: a time field knows no 24:00. */
const LAST_START_HOUR = 21;

/** Two more hours, as long as the day has them. */
function windowAfter(last: BookingWindow | undefined): BookingWindow {
  const hour = Number(last?.to.slice(0, 2) ?? NaN);
  if (!last || Number.isNaN(hour) || hour > LAST_START_HOUR) return FIRST;
  return { from: last.to, to: `${String(hour + 2).padStart(2, '0')}${last.to.slice(2)}` };
}

const TimeField = ({ label, value, change }: { label: string; value: string; change: (value: string) => void }) => (
  <TextInput
    type="time"
    size="xs"
    className={classes.time}
    aria-label={label}
    value={value}
    onChange={(event) => change(event.currentTarget.value)}
  />
);
