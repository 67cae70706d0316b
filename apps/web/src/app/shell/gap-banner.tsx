import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useMatch } from '@tanstack/react-router';
import { gapKey, gaps } from '../../api/schedule.js';
import { useNow } from '../../api/server-clock.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './gap-banner.module.css';

const SOON_MS = 24 * 3_600_000;

/**
 * On every page until it is closed: hours in the next 14 days for which nobody has agreed to be woken. Where the schedule
 * itself lists them it would say them twice.
 */
export function GapBanner() {
  const { accountId } = useAccount();
  const mayClose = useCan('on_call.write');
  const now = useNow(60_000);
  const onCall = useMatch({ from: '/a/$accountId/on-call', shouldThrow: false });
  const isListed = onCall !== undefined && (onCall.search.tab ?? 'schedule') === 'schedule';
  const { data = [] } = useQuery({ ...gaps(accountId), enabled: mayClose && !isListed });
  const [first, ...others] = data.filter((gap) => Date.parse(gap.endsAt) > now);
  if (!mayClose || isListed || !first) return null;
  const isSoon = Date.parse(first.startsAt) - now < SOON_MS;
  return (
    <section className={classes.gap} aria-label="Nobody covers" data-soon={isSoon || undefined}>
      <IconAlertTriangle size={16} aria-hidden />
      <p>
        {first.words}
        {others.length > 0 && <span className={classes.more}> And {others.length} more.</span>}
      </p>
      <Link
        to="/a/$accountId/on-call"
        params={{ accountId }}
        search={{ tab: 'schedule', gap: gapKey(first) }}
        className={classes.close}
      >
        Close the gap <IconArrowRight size={15} aria-hidden />
      </Link>
    </section>
  );
}
