import { Button } from '@mantine/core';
import { useNow } from '../../api/server-clock.js';
import type { Gap, Shift } from '../../api/types.js';
import type { CalendarDay } from '../../components/calendar-days.js';
import { clockTime, dateInWords } from '../../components/times.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './calendar.module.css';
import type { CoverAsk } from './cover-ask.js';
import { touches } from './week.js';

interface DayListProps {
  days: CalendarDay[];
  shifts: Shift[];
  gaps: Gap[];
  ask: (ask: CoverAsk) => void;
}

/** The week for a thumb: day by day from today on, with *Swap* beside every shift that is not over. A week that is over is whole. */
export function DayList({ days, shifts, gaps, ask }: DayListProps) {
  const now = useNow(60_000);
  const ahead = days.filter((day) => day.endsAt > now);
  return (
    <ol>
      {(ahead.length > 0 ? ahead : days).map((day) => (
        <li key={day.date} className={classes.day}>
          <h3 className={classes.dayTitle}>{dateInWords(day.date)}</h3>
          <ul>
            {gaps
              .filter((gap) => touches(day, gap))
              .map((gap) => (
                <li key={gap.startsAt + gap.words} className={classes.dayGap}>
                  {gap.words}
                </li>
              ))}
            {shifts
              .filter((shift) => touches(day, shift))
              .map((shift) => (
                <DayShift key={shift.layerId + shift.startsAt} day={day} shift={shift} ask={ask} />
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function DayShift({ day, shift, ask }: { day: CalendarDay; shift: Shift; ask: (ask: CoverAsk) => void }) {
  const { timeZone } = useAccount();
  const mayWrite = useCan('on_call.write');
  const isOver = Date.parse(shift.endsAt) <= useNow(60_000);
  const words = hoursOf(day, shift, timeZone);
  return (
    <li className={classes.dayShift}>
      <span className={classes.dayWords}>
        <strong>{shift.personName}</strong>
        <span className="nd-muted">
          {shift.layerName}, {words}
        </span>
        {shift.reason !== 'turn' && <span className="nd-faint">{shift.reasonWords}</span>}
      </span>
      {mayWrite && !isOver && (
        <Button
          variant="default"
          size="sm"
          className={classes.touch}
          aria-label={`Swap: ${shift.personName}, ${dateInWords(day.date)}, ${words}`}
          onClick={() => ask({ kind: 'shift', shift })}
        >
          Swap
        </Button>
      )}
    </li>
  );
}

/** A shift within its day: "all day", "until 8:00 AM", "from 5:00 PM", "9:00 AM to 1:00 PM". */
function hoursOf(day: CalendarDay, { startsAt, endsAt }: Shift, zone: string): string {
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
  const [begins, ends] = [from > day.startsAt, to < day.endsAt];
  if (begins && ends) return `${clockTime(zone, from)} to ${clockTime(zone, to)}`;
  if (begins) return `from ${clockTime(zone, from)}`;
  return ends ? `until ${clockTime(zone, to)}` : 'all day';
}
