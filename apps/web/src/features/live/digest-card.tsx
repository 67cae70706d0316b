import { UnstyledButton } from '@mantine/core';
import { IconSunrise } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Digest } from '../../api/types.js';
import { failureInWords, hasFailed, RetryDigest } from '../../components/digest-failure.js';
import { dateInWords } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import classes from './live-page.module.css';

const DISMISSED = 'nightdesk.digest-failure-seen';

/** PRD VTCR 3.1: the night in one sentence; VTCR 3.2: a red banner when the morning's message did not get through. */
export function DigestCard({ digest }: { digest: Digest }) {
  const { accountId } = useAccount();
  return (
    <>
      {hasFailed(digest) && <FailedBanner digest={digest} />}
      <section className={classes.digest}>
        <span className={classes.digestIcon}>
          <IconSunrise size={20} stroke={1.7} aria-hidden />
        </span>
        <div>
          <h2 className={classes.digestTitle}>Today's Digest · {dateInWords(digest.digestDate)}</h2>
          <p className={classes.digestText}>{digest.headline}</p>
        </div>
        <Link to="/a/$accountId/digest" params={{ accountId }} search={{ morning: digest.id }} className={classes.more}>
          Open
        </Link>
      </section>
    </>
  );
}

function FailedBanner({ digest }: { digest: Digest }) {
  const { accountId } = useAccount();
  const [seen, setSeen] = useState(() => localStorage.getItem(DISMISSED) === digest.id);
  const dismiss = (): void => {
    localStorage.setItem(DISMISSED, digest.id);
    setSeen(true);
  };
  if (seen) return null;
  return (
    <div className={classes.failed} role="alert">
      <p>
        <strong>Morning digest failed to send.</strong> {failureInWords(digest)}
      </p>
      <Link to="/a/$accountId/digest" params={{ accountId }} search={{ morning: digest.id }}>
        View Digest
      </Link>
      <RetryDigest digest={digest} />
      <UnstyledButton onClick={dismiss}>Dismiss</UnstyledButton>
    </div>
  );
}
