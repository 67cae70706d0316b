import { IconCloudOff } from '@tabler/icons-react';
import { When } from '../../components/when.js';
import classes from './shell.module.css';

/** `since`: when the server was heard last, RFC 3339; null: not yet. */
export function StaleBanner({ since }: { since: string | null }) {
  return (
    <div className={classes.stale} role="status">
      <IconCloudOff size={16} aria-hidden />
      <span>
        Reconnecting.{' '}
        {since ? (
          <>
            What you see is of <When at={since} as="clock" /> and may be old.
          </>
        ) : (
          'Live updates have not started yet: what you see may be old.'
        )}{' '}
        Calls and pages are not affected.
      </span>
    </div>
  );
}
