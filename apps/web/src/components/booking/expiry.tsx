import { IconHourglass } from '@tabler/icons-react';
import { useNow } from '../../api/server-clock.js';
import classes from './booking.module.css';

const MINUTE_MS = 60_000;
const SOON_MINUTES = 30;

/** How long a held window waits for somebody, until its customer has to be called. */
export function Expiry({ at }: { at: string }) {
  const minutes = Math.ceil((Date.parse(at) - useNow(MINUTE_MS / 2)) / MINUTE_MS);
  return (
    <span className={classes.expiry} data-soon={minutes <= SOON_MINUTES || undefined}>
      <IconHourglass size={14} stroke={1.8} aria-hidden />
      {minutes > 0 ? `Callback in ${duration(minutes)}` : 'Callback now'}
    </span>
  );
}

/** "22 min", "1 h 40 min" */
function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}
