import { Button, Checkbox, TextInput } from '@mantine/core';
import type { Layer } from '../../api/types.js';
import classes from './layers-editor.module.css';

type Window = Layer['windows'][number];
type Day = Window['days'][number];

const DAYS: { value: Day; label: string }[] = [
  { value: 'mon', label: 'Mon' },
  { value: 'tue', label: 'Tue' },
  { value: 'wed', label: 'Wed' },
  { value: 'thu', label: 'Thu' },
  { value: 'fri', label: 'Fri' },
  { value: 'sat', label: 'Sat' },
  { value: 'sun', label: 'Sun' },
];

const NIGHTS: Window = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '17:00', to: '08:00' };
const WEEKEND: Window = { days: ['sat', 'sun'], from: '00:00', to: '24:00' };

interface WindowFieldsProps {
  windows: Window[];
  change: (windows: Window[]) => void;
}

/** Only at these times; none: around the clock. An end at or before the start is on the next morning. */
export function WindowFields({ windows, change }: WindowFieldsProps) {
  return (
    <div className={classes.windows}>
      {windows.length === 0 && <p className="nd-muted">Around the clock.</p>}
      {windows.map((window, index) => (
        <OneWindow
          key={index}
          place={index + 1}
          window={window}
          change={(next) => change(windows.map((one, at) => (at === index ? next : one)))}
          remove={() => change(windows.filter((_, at) => at !== index))}
        />
      ))}
      <div className={classes.buttons}>
        <Button variant="default" size="compact-sm" onClick={() => change([...windows, NIGHTS])}>
          Add nights
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => change([...windows, WEEKEND])}>
          Add the weekend
        </Button>
      </div>
    </div>
  );
}

interface OneWindowProps {
  place: number;
  window: Window;
  change: (window: Window) => void;
  remove: () => void;
}

function OneWindow({ place, window, change, remove }: OneWindowProps) {
  return (
    <div className={classes.window} role="group" aria-label={`Time window ${place}`}>
      <Checkbox.Group
        aria-label="Days"
        value={window.days}
        onChange={(chosen) =>
          change({ ...window, days: DAYS.map(({ value }) => value).filter((day) => chosen.includes(day)) })
        }
      >
        <div className={classes.choices}>
          {DAYS.map((day) => (
            <Checkbox key={day.value} value={day.value} label={day.label} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={classes.times}>
        <TextInput
          type="time"
          label="From"
          value={window.from}
          onChange={({ currentTarget }) => currentTarget.value && change({ ...window, from: currentTarget.value })}
        />
        <TextInput
          type="time"
          label="Until"
          // A day's end is 24:00 for the API; clocks call it midnight.
          value={window.to === '24:00' ? '00:00' : window.to}
          onChange={({ currentTarget: { value } }) =>
            value && change({ ...window, to: value === '00:00' ? '24:00' : value })
          }
        />
        <Button
          variant="default"
          mt="auto"
          className={classes.small}
          aria-label={`Remove time window ${place}`}
          onClick={remove}
        >
          Remove
        </Button>
      </div>
    </div>
  );
}
