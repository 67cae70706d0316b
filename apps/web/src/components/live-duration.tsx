import { VisuallyHidden } from '@mantine/core';
import { useNow } from '../api/server-clock.js';
import { spokenDuration, stopwatch } from './times.js';

const SPOKEN_STEP_SECONDS = 30;

/** Counts every second for the eye; the ear hears a new text only every half minute. */
export function LiveDuration({ since }: { since: string }) {
  const seconds = Math.max(0, (useNow(1_000) - Date.parse(since)) / 1_000);
  const spoken = Math.floor(seconds / SPOKEN_STEP_SECONDS) * SPOKEN_STEP_SECONDS;
  return (
    <span className="nd-num">
      <span aria-hidden>{stopwatch(seconds)}</span>
      <VisuallyHidden>{spoken === 0 ? 'just started' : `for ${spokenDuration(spoken)}`}</VisuallyHidden>
    </span>
  );
}
