import { Button } from '@mantine/core';
import type { Gap, Shift } from '../../api/types.js';
import { dateInWords } from '../../components/times.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './calendar.module.css';
import type { CoverAsk } from './cover-dialog.js';
import { spanWords } from './span-words.js';
import { touches, type CalendarDay } from './week.js';

interface DayListProps {
  days: CalendarDay[];
  shifts: Shift[];
  gaps: Gap[];
  ask: (ask: CoverAsk) => void;
}

/** The week for a thumb: day by day, with *Swap* beside every shift. */
export function DayList({ days, shifts, gaps, ask }: DayListProps) {
  return (
    <ol>
      {days.map((day) => (
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
                <DayShift key={shift.layerId + shift.startsAt} shift={shift} ask={ask} />
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function DayShift({ shift, ask }: { shift: Shift; ask: (ask: CoverAsk) => void }) {
  const { timeZone } = useAccount();
  const mayWrite = useCan('on_call.write');
  const words = spanWords(timeZone, shift.startsAt, shift.endsAt);
  return (
    <li className={classes.dayShift}>
      <span className={classes.dayWords}>
        <strong>{shift.personName}</strong>
        <span className="nd-muted">
          {shift.layerName}, {words}
        </span>
        {shift.reason !== 'turn' && <span className="nd-faint">{shift.reasonWords}</span>}
      </span>
      {mayWrite && (
        <Button
          variant="default"
          size="sm"
          className={classes.touch}
          aria-label={`Swap: ${shift.personName}, ${words}`}
          onClick={() => ask({ kind: 'shift', shift })}
        >
          Swap
        </Button>
      )}
    </li>
  );
}
