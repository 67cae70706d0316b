import { VisuallyHidden } from '@mantine/core';
import classes from './notices.module.css';

/** Grey rows that show up only after 150 ms: a fast answer should not flicker. */
export function LoadingRows({ rows = 5, what }: { rows?: number; what: string }) {
  return (
    <div className={classes.loading} role="status">
      <VisuallyHidden>Loading {what}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={classes.loadingRow} style={{ width: `${94 - ((row * 17) % 38)}%` }} />
      ))}
    </div>
  );
}
