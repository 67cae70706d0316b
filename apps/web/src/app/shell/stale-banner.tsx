import { IconCloudOff } from '@tabler/icons-react';
import classes from './shell.module.css';

export function StaleBanner() {
  return (
    <div className={classes.stale} role="status">
      <IconCloudOff size={16} aria-hidden />
      Live updates are interrupted. What you see may be old; Nightdesk keeps trying. Calls and pages are not affected.
    </div>
  );
}
