import { UnstyledButton } from '@mantine/core';
import { useNow } from '../../api/server-clock.js';
import type { Gap, Shift } from '../../api/types.js';
import type { CalendarDay } from '../../components/calendar-days.js';
import { dateInWords } from '../../components/times.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './calendar.module.css';
import type { CoverAsk } from './cover-ask.js';
import { spanWords } from './span-words.js';
import { placeOf, position, rowsOf, touches } from './week.js';

interface WeekCalendarProps {
  days: CalendarDay[];
  shifts: Shift[];
  gaps: Gap[];
  by: 'person' | 'layer';
  ask: (ask: CoverAsk) => void;
}

/** Rows of people or layers over seven days. Every bar is a button: nothing needs to be dragged. */
export function WeekCalendar({ days, shifts, gaps, by, ask }: WeekCalendarProps) {
  const rows = rowsOf(shifts, by);
  const open = gaps.filter((gap) => days.some((day) => touches(day, gap)));
  return (
    <div className={classes.week}>
      <DayNames days={days} />
      {open.length > 0 && <GapRow days={days} gaps={open} ask={ask} />}
      {rows.map((row) => (
        <div key={row.key} className={classes.row} role="group" aria-label={row.name}>
          <span className={classes.rowName}>{row.name}</span>
          <div className={classes.strip}>
            <Grid days={days} />
            {row.lanes.map((lane, index) => (
              <div key={index} className={classes.lane}>
                {lane.map((shift) => (
                  <ShiftBar key={shift.layerId + shift.startsAt} days={days} shift={shift} by={by} ask={ask} />
                ))}
              </div>
            ))}
          </div>
        </div>
      ))}
      {rows.length === 0 && <p className={classes.none}>Nobody has a shift in this week.</p>}
    </div>
  );
}

function DayNames({ days }: { days: CalendarDay[] }) {
  const now = useNow(60_000);
  return (
    <div className={classes.row}>
      <span className={classes.rowName} />
      <div className={classes.names}>
        {days.map((day) => (
          <span
            key={day.date}
            className={classes.dayName}
            data-today={(day.startsAt <= now && now < day.endsAt) || undefined}
          >
            {dateInWords(day.date)}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The days' borders, and a line for this minute. */
function Grid({ days }: { days: CalendarDay[] }) {
  const now = useNow(60_000);
  const at = position(days, now);
  return (
    <div className={classes.grid} aria-hidden>
      {days.map((day) => (
        <span key={day.date} className={classes.cell} />
      ))}
      {at > 0 && at < 100 && <span className={classes.now} style={{ left: `${at}%` }} />}
    </div>
  );
}

interface BarProps {
  days: CalendarDay[];
  shift: Shift;
  by: 'person' | 'layer';
  ask: (ask: CoverAsk) => void;
}

function ShiftBar({ days, shift, by, ask }: BarProps) {
  const { timeZone } = useAccount();
  const place = placeOf(days, shift);
  if (!place) return null;
  const words = spanWords(timeZone, shift.startsAt, shift.endsAt);
  return (
    <UnstyledButton
      className={classes.bar}
      data-reason={shift.reason}
      style={{ left: `${place.left}%`, width: `${place.width}%` }}
      title={`${shift.personName}, ${shift.layerName}: ${words}. ${shift.reasonWords}`}
      aria-label={`${shift.personName}, ${shift.layerName}, ${words}. ${shift.reasonWords}`}
      onClick={() => ask({ kind: 'shift', shift })}
    >
      <span className={classes.barText}>{by === 'person' ? shift.layerName : shift.personName}</span>
    </UnstyledButton>
  );
}

function GapRow({ days, gaps, ask }: { days: CalendarDay[]; gaps: Gap[]; ask: (ask: CoverAsk) => void }) {
  const mayWrite = useCan('on_call.write');
  return (
    <div className={classes.row} role="group" aria-label="Nobody covers">
      <span className={classes.rowName} data-gap>
        Nobody covers
      </span>
      <div className={classes.strip}>
        <Grid days={days} />
        <div className={classes.lane}>
          {gaps.map((gap) => {
            const place = placeOf(days, gap);
            return (
              place && (
                <UnstyledButton
                  key={gap.startsAt + (gap.trade ?? '') + (gap.zip ?? '')}
                  className={classes.gap}
                  style={{ left: `${place.left}%`, width: `${place.width}%` }}
                  title={gap.words}
                  aria-label={`Gap: ${gap.words}`}
                  disabled={!mayWrite}
                  onClick={() => ask({ kind: 'gap', gap })}
                >
                  <span className={classes.barText}>Fix</span>
                </UnstyledButton>
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}
