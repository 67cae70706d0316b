import { IconAlertTriangle, IconClock, IconSend } from '@tabler/icons-react';
import type { Digest } from '../../api/types.js';
import { failureInWords, RetryDigest } from '../../components/digest-failure.js';
import { When } from '../../components/when.js';
import { CHANNEL } from '../../components/words.js';
import classes from './digest-page.module.css';

/** Whether the message got through (PRD VTCR 3.2): the team can always read it here. */
export function DeliveryState({ digest }: { digest: Digest }) {
  const channel = CHANNEL[digest.channel] ?? digest.channel;
  if (digest.sentAt)
    return (
      <p className={classes.delivery}>
        <IconSend size={15} aria-hidden />
        <span>
          Sent by {channel} at <When at={digest.sentAt} as="clock" />
          {digest.attempts > 1 && `, on try ${digest.attempts}`}
        </span>
      </p>
    );
  if (digest.attempts === 0)
    return (
      <p className={classes.delivery}>
        <IconClock size={15} aria-hidden /> Going out by {channel}
      </p>
    );
  return (
    <div className={classes.failed} role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <p>
        <strong>Morning digest failed to send by {channel}.</strong> {failureInWords(digest)} Your team can read it
        here; the channel can be changed in the settings.
      </p>
      <RetryDigest digest={digest} />
    </div>
  );
}
